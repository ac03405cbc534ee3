package colophon.views.history;

import static colophon.views.Given.MAY_1;
import static colophon.views.Given.awarded;
import static colophon.views.Given.candidacy;
import static colophon.views.Given.completed;
import static colophon.views.Given.course;
import static colophon.views.Given.covering;
import static colophon.views.Given.credit;
import static colophon.views.Given.enrolled;
import static colophon.views.Given.expense;
import static colophon.views.Given.fund;
import static colophon.views.Given.notCompleted;
import static colophon.views.Given.offered;
import static colophon.views.Given.offering;
import static colophon.views.Given.oneCourse;
import static colophon.views.Given.payment;
import static colophon.views.Given.refund;
import static colophon.views.Given.revoked;
import static colophon.views.Given.student;
import static colophon.views.Given.tiedTo;
import static colophon.views.Given.usd;

import colophon.events.award.AwardAccepted;
import colophon.events.enrollment.CompletionReversed;
import colophon.events.fund.ContributionReceived;
import colophon.events.fund.Coverage;
import colophon.events.money.Money;
import colophon.events.offering.OfferingScheduled;
import colophon.events.payment.Payer;
import colophon.events.payment.PaymentReceived;
import colophon.views.Given;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Random commits of a small school. Each follows from earlier ones, but the dates are arbitrary, as
 * when a month's papers are entered in one afternoon.
 */
public final class RandomSchool {

    private final Random random;
    private final List<String> students = new ArrayList<>();
    private final List<OfferingScheduled> offerings = new ArrayList<>();
    private final List<Enrolled> enrollments = new ArrayList<>();
    private final List<PaymentReceived> payments = new ArrayList<>();
    private final List<String> funds = new ArrayList<>();
    private final List<AwardAccepted> offers = new ArrayList<>();
    private final List<AwardAccepted> awards = new ArrayList<>();
    private int commits;

    private record Enrolled(String id, String student, OfferingScheduled in, boolean ended) {}

    public RandomSchool(long seed) {
        random = new Random(seed);
    }

    /** The next commit. */
    public Object[] next() {
        commits++;
        return switch (random.nextInt(14)) {
            case 0, 1 -> schedule();
            case 2 -> register();
            case 3, 4, 5 -> enroll();
            case 6 -> end();
            case 7 -> reverse();
            case 8, 9 -> pay();
            case 10 -> refund();
            case 11, 12 -> award();
            default -> spend();
        };
    }

    /** Every query about what has happened so far. */
    List<String> questions() {
        var all = new ArrayList<String>();
        for (var id : List.of("s-1", "s-2", "s-3")) {
            all.add("/students/" + id);
            all.add("/students/" + id + "/status");
            all.add("/students/" + id + "/statement");
            all.add("/students/" + id + "/explanation?field=balanceDue.pastDue");
            all.add("/students/" + id + "/explanation?field=outOfPocketToCertificate");
        }
        for (var id : List.of("f-1", "f-2")) {
            all.add("/funds/" + id);
            all.add("/funds/" + id + "/awards");
        }
        for (var in : offerings) {
            all.add("/offerings/" + in.offeringId());
            all.add("/offerings/" + in.offeringId() + "/roster");
        }
        for (var one : enrollments) all.add("/enrollments/" + one.id);
        for (var one : awards) all.add("/awards/" + one.awardId());
        for (var one : offers) all.add("/awards/" + one.awardId());
        all.add("/programs/p-rbs");
        all.add("/certificates/cert-rbs");
        all.add("/institutions/rbs");
        return all;
    }

    /** A day on which one of the events may have taken effect. */
    LocalDate day() {
        return MAY_1.minusDays(60).plusDays(random.nextInt(120));
    }

    private Object[] schedule() {
        if (random.nextInt(3) == 0) return contribute();
        if (random.nextInt(4) == 0) return one(course("d-" + commits, "p-rbs", "rbs"));
        var in =
                offering(
                        "o-" + commits,
                        "c-" + (1 + random.nextInt(6)),
                        "p-rbs",
                        "rbs",
                        day().toString(),
                        amount(2000));
        if (random.nextInt(3) == 0) in = withSeats(in, 1 + random.nextInt(3));
        offerings.add(in);
        return one(in);
    }

    private static OfferingScheduled withSeats(OfferingScheduled in, int capacity) {
        return new OfferingScheduled(
                in.offeringId(),
                in.courseId(),
                in.programId(),
                in.institutionId(),
                in.startsOn(),
                in.endsOn(),
                capacity,
                in.tuition(),
                in.deposit(),
                in.depositDueOn(),
                in.delivery(),
                in.place(),
                in.dueOn(),
                in.admission(),
                in.waitlist(),
                in.confirmWithin(),
                in.refundPolicy());
    }

    /** A fund is established before it receives contributions, as the rules demand. */
    private Object[] contribute() {
        if (funds.size() < 2) {
            funds.add("f-" + (funds.size() + 1));
            return one(fund(funds.getLast(), "rbs", "9000.00", Coverage.TUITION, Coverage.EXPENSE));
        }
        return one(new ContributionReceived(any(funds), usd("50.00"), day()));
    }

    private Object[] register() {
        if (students.size() < 3) {
            students.add("s-" + (students.size() + 1));
            return one(student(students.getLast(), "Ada", "No " + students.size()));
        }
        return dated(candidacy(any(students), "cert-rbs", "p-rbs", "rbs"));
    }

    private Object[] enroll() {
        if (students.isEmpty()) return register();
        if (offerings.isEmpty()) return schedule();
        var one = new Enrolled("e-" + commits, any(students), any(offerings), false);
        enrollments.add(one);
        return dated(enrolled(one.id, one.student, one.in));
    }

    private Object[] end() {
        if (enrollments.isEmpty()) return enroll();
        var one = any(enrollments);
        if (one.ended) return reverse();
        enrollments.set(enrollments.indexOf(one), new Enrolled(one.id, one.student, one.in, true));
        var on = day().toString();
        return random.nextInt(4) == 0
                ? one(notCompleted(one.id, one.student, one.in.courseId(), on))
                : one(completed(one.id, one.student, one.in.courseId(), on));
    }

    private Object[] reverse() {
        var ended = enrollments.stream().filter(Enrolled::ended).toList();
        if (ended.isEmpty()) return pay();
        var one = any(ended);
        enrollments.set(enrollments.indexOf(one), new Enrolled(one.id, one.student, one.in, false));
        return one(new CompletionReversed(one.id, one.student, one.in.courseId(), "wrong student"));
    }

    private Object[] pay() {
        if (students.isEmpty()) return register();
        var payer = Payer.values()[random.nextInt(3)];
        var id = "p-" + commits;
        var student = any(students);
        var amount = amount(2500);
        var on = day().toString();
        payments.add(payment(id, student, "rbs", amount, payer, on));
        return one(payments.getLast());
    }

    private Object[] refund() {
        if (payments.isEmpty()) return pay();
        var of = any(payments);
        payments.remove(of);
        var part = amount(2500).min(of.amount());
        return one(Given.refund("r-" + commits, of, part, "too much", day().toString()));
    }

    private Object[] award() {
        if (students.isEmpty()) return register();
        if (funds.isEmpty()) return contribute();
        if (!offers.isEmpty() && random.nextInt(3) == 0) return accept();
        if (!awards.isEmpty() && random.nextInt(3) == 0) {
            var award = any(awards);
            awards.remove(award);
            return dated(revoked(award));
        }
        var id = "a-" + commits;
        var fund = any(funds);
        var award =
                random.nextBoolean()
                        ? oneCourse(id, fund, any(students), "rbs", amount(1800))
                        : credit(id, fund, any(students), "rbs", amount(1500));
        if (random.nextInt(3) == 0) award = covering(award, Coverage.TUITION, Coverage.EXPENSE);
        var who = award.studentId();
        var own = enrollments.stream().filter(one -> one.student.equals(who)).toList();
        if (random.nextInt(3) == 0 && !own.isEmpty()) award = tiedTo(any(own).id, award);
        if (random.nextBoolean()) {
            awards.add(award);
            return dated(awarded(award));
        }
        offers.add(award);
        return dated(offered(award));
    }

    private Object[] accept() {
        var award = any(offers);
        offers.remove(award);
        awards.add(award);
        return dated(award);
    }

    private Object[] spend() {
        if (students.isEmpty()) return register();
        var on = day().toString();
        return one(expense("x-" + commits, any(students), "rbs", amount(900), on));
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private Money amount(int most) {
        return usd((1 + random.nextInt(most)) + "." + (10 + random.nextInt(90)));
    }

    private static Object[] one(Object event) {
        return new Object[] {event};
    }

    /** The same events, all moved to another day. */
    private Object[] dated(Object... events) {
        var day = day();
        return Stream.of(events).map(event -> dated((Record) event, day)).toArray();
    }

    private static Object dated(Record event, LocalDate day) {
        try {
            var values = new ArrayList<Object>();
            for (var component : event.getClass().getRecordComponents()) {
                var value = component.getAccessor().invoke(event);
                values.add(MAY_1.equals(value) ? day : value);
            }
            return canonical(event.getClass()).newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Constructor<?> canonical(Class<?> type) throws NoSuchMethodException {
        return type.getDeclaredConstructor(
                Stream.of(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new));
    }

    /** The same elements in another order. */
    <T> List<T> shuffled(List<T> some) {
        var all = new ArrayList<>(some);
        Collections.shuffle(all, random);
        return all;
    }
}
