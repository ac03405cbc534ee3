package colophon.launcher.demo;

import colophon.commands.award.OfferAward;
import colophon.commands.enrollment.Enroll;
import colophon.commands.enrollment.outcome.RecordOutcome;
import colophon.commands.expense.RecordExpense;
import colophon.commands.fund.EstablishFund;
import colophon.commands.offering.ScheduleOffering;
import colophon.commands.payment.ReceivePayment;
import colophon.commands.payment.RefundPayment;
import colophon.commands.student.DeclareCandidacy;
import colophon.commands.student.GrantLeave;
import colophon.commands.student.RegisterStudent;
import colophon.commands.transcript.TransferCredit;
import colophon.events.expense.ExpenseCategory;
import colophon.events.fund.Coverage;
import colophon.events.fund.FundedBy;
import colophon.events.money.Money;
import colophon.events.payment.Payer;
import colophon.events.payment.PaymentMethod;
import colophon.events.privacy.Seals;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The invented part of the demonstration: about 200 students over several years. It is the same
 * each time within a year, so that loading again after an interruption adds only what is missing.
 */
final class DemonstrationCohort {

    private static final int STUDENTS = 200;

    /** Kept free in every offering, for people who try the program. */
    private static final int SEATS_LEFT = 2;

    private static final Currency USD = Currency.getInstance("USD");

    private final List<Object> commands = new ArrayList<>();
    private final Map<String, Integer> taken = new HashMap<>();
    private final Random random = new Random(1470); // the year of the first colophon with a price
    private final Seals seals;
    private final LocalDate today;

    private DemonstrationCohort(Seals seals, LocalDate today) {
        this.seals = seals;
        this.today = today;
    }

    /** In an order in which each command finds what it refers to. */
    static List<Object> of(DemonstrationCatalog catalog, Seals seals, LocalDate today) {
        var cohort = new DemonstrationCohort(seals, today);
        cohort.funds();
        for (int n = 0; n < STUDENTS; n++) cohort.student(n, catalog.offerings());
        return cohort.commands;
    }

    private void funds() {
        fund(
                "rbs-scholarships",
                "rbs",
                "Scholarships",
                null,
                "60000",
                FundedBy.PROGRAM,
                Set.of(Coverage.TUITION, Coverage.DEPOSIT),
                1);
        fund(
                "calrbs-scholarships",
                "calrbs",
                "Scholarships",
                null,
                "40000",
                FundedBy.PROGRAM,
                Set.of(Coverage.TUITION),
                null);
        fund(
                "calrbs-partners",
                "calrbs",
                "Partner libraries",
                "Library consortium",
                "25000",
                FundedBy.EXTERNAL,
                Set.of(Coverage.TUITION, Coverage.EXPENSE),
                1);
    }

    private void fund(
            String id,
            String institutionId,
            String name,
            @Nullable String sponsor,
            String budget,
            FundedBy fundedBy,
            Set<Coverage> covers,
            @Nullable Integer atOnce) {
        commands.add(
                new EstablishFund(
                        id,
                        institutionId,
                        name,
                        sponsor,
                        usd(budget),
                        fundedBy,
                        covers,
                        null,
                        null,
                        atOnce,
                        null));
    }

    private void student(int n, List<ScheduleOffering> all) {
        var id = "s-%03d".formatted(n + 1);
        commands.add(
                RegisterStudent.sealed(
                        seals,
                        id,
                        DemonstrationNames.given(n),
                        DemonstrationNames.family(n),
                        id + "@example.org"));
        var program = program(n);
        var joined = today.getYear() - 4 + random.nextInt(5);
        commands.add(new DeclareCandidacy(id, program, false, LocalDate.of(joined, 1, 15)));
        var wished = 1 + random.nextInt(6);
        var chosen =
                all.stream()
                        .filter(offering -> offering.courseId().startsWith(program + "."))
                        .filter(offering -> offering.startsOn().getYear() >= joined)
                        .filter(_ -> random.nextInt(4) == 0)
                        .sorted(Comparator.comparing(ScheduleOffering::startsOn))
                        .filter(distinctCourse())
                        .filter(this::hasSeat)
                        .limit(wished)
                        .toList();
        for (int e = 0; e < chosen.size(); e++) enrollment(id, program, chosen.get(e), e);
        if (n % 4 == 0) award(id, program);
        if (n % 20 == 0) arizona(id, n);
        if (n % 20 == 10) sanJose(id);
    }

    /**
     * Some students transfer more credit than may count, or a course whose grade does not count.
     */
    private void arizona(String studentId, int n) {
        var since = LocalDate.of(today.getYear() - 1, 8, 20);
        commands.add(new DeclareCandidacy(studentId, "az-archival", true, since));
        for (int part = 1; part <= 1 + n / 20 % 3; part++)
            credit(
                    studentId,
                    "az-archival.archival-studies-" + part,
                    part == 1 && n % 40 == 0 ? "C-" : "B+",
                    since.minusYears(1).plusMonths(part));
    }

    private void sanJose(String studentId) {
        var since = LocalDate.of(today.getYear() - 1, 8, 20);
        commands.add(
                new DeclareCandidacy(studentId, "sjsu-post-masters", true, "data-science", since));
        credit(studentId, "sjsu-post-masters.data-science-1", "A", since.plusMonths(1));
        commands.add(
                new GrantLeave(
                        studentId,
                        "sjsu-post-masters",
                        since.plusMonths(2),
                        since.plusMonths(6),
                        "parental leave"));
    }

    private void credit(String studentId, String courseId, String grade, LocalDate on) {
        commands.add(
                new TransferCredit(
                        studentId + "-" + courseId.substring(courseId.lastIndexOf('.') + 1),
                        studentId,
                        courseId,
                        null,
                        grade,
                        on,
                        "another university",
                        "same syllabus"));
    }

    private static String program(int n) {
        return switch (n % 5) {
            case 0, 1 -> "rbs-certificate";
            case 2, 3 -> "calrbs-rbm";
            default -> "calrbs-claj";
        };
    }

    private static String institution(String program) {
        return program.startsWith("rbs") ? "rbs" : "calrbs";
    }

    private static Predicate<ScheduleOffering> distinctCourse() {
        var seen = new HashSet<String>();
        return offering -> seen.add(offering.courseId());
    }

    private boolean hasSeat(ScheduleOffering offering) {
        return taken.getOrDefault(offering.offeringId(), 0) < offering.capacity() - SEATS_LEFT;
    }

    private void enrollment(String studentId, String program, ScheduleOffering offering, int n) {
        var id = studentId + "-e" + (n + 1);
        taken.merge(offering.offeringId(), 1, Integer::sum);
        commands.add(new Enroll(id, studentId, offering.offeringId(), enrolledOn(offering)));
        var completed = random.nextInt(12) > 0;
        if (offering.endsOn().isBefore(today))
            commands.add(new RecordOutcome(id, completed, null, offering.endsOn()));
        payment(id, studentId, institution(program), offering);
        if (random.nextInt(3) > 0) travel(id, studentId, institution(program), offering);
    }

    private LocalDate enrolledOn(ScheduleOffering offering) {
        var usual = offering.startsOn().minusMonths(3);
        return usual.isAfter(today) ? today : usual;
    }

    /**
     * Most students pay in full themselves, some with their employer's help, and a few still owe.
     */
    private void payment(
            String enrollmentId,
            String studentId,
            String institutionId,
            ScheduleOffering offering) {
        var way =
                random.nextInt(10); // always drawn, so that the day of loading changes nothing else
        var on = offering.startsOn().minusWeeks(5);
        if (on.isAfter(today)) return;
        var tuition = offering.tuition();
        var half = new Money(tuition.amount().divideToIntegralValue(BigDecimal.TWO), USD);
        switch (way) {
            case 0 -> pay(enrollmentId + "-p1", studentId, institutionId, half, Payer.SELF, on);
            case 1, 2 -> {
                pay(enrollmentId + "-p1", studentId, institutionId, half, Payer.EMPLOYER, on);
                pay(
                        enrollmentId + "-p2",
                        studentId,
                        institutionId,
                        tuition.minus(half),
                        Payer.SELF,
                        on);
            }
            case 3 -> {
                pay(
                        enrollmentId + "-p1",
                        studentId,
                        institutionId,
                        tuition.plus(usd("50")),
                        Payer.SELF,
                        on);
                commands.add(
                        new RefundPayment(
                                enrollmentId + "-p1",
                                enrollmentId + "-r1",
                                usd("50"),
                                "paid 50 too much",
                                on.plusDays(9)));
            }
            default -> pay(enrollmentId + "-p1", studentId, institutionId, tuition, Payer.SELF, on);
        }
    }

    private void pay(
            String id,
            String studentId,
            String institutionId,
            Money amount,
            Payer payer,
            LocalDate on) {
        var method = payer == Payer.SELF ? PaymentMethod.CARD : PaymentMethod.CHECK;
        commands.add(
                new ReceivePayment(id, studentId, institutionId, amount, method, payer, null, on));
    }

    private void travel(
            String enrollmentId,
            String studentId,
            String institutionId,
            ScheduleOffering offering) {
        var fare = 180 + random.nextInt(500);
        var hotel = 240 + random.nextInt(420);
        if (offering.startsOn().isAfter(today)) return;
        spend(
                enrollmentId + "-x1",
                studentId,
                institutionId,
                fare,
                ExpenseCategory.TRAVEL,
                offering);
        spend(
                enrollmentId + "-x2",
                studentId,
                institutionId,
                hotel,
                ExpenseCategory.LODGING,
                offering);
    }

    private void spend(
            String id,
            String studentId,
            String institutionId,
            int dollars,
            ExpenseCategory category,
            ScheduleOffering offering) {
        commands.add(
                new RecordExpense(
                        id,
                        studentId,
                        institutionId,
                        usd(Integer.toString(dollars)),
                        category,
                        offering.offeringId(),
                        offering.startsOn()));
    }

    /**
     * Covers one course, an amount, or an amount that also pays for travel. Some awards are only
     * offered.
     */
    private void award(String studentId, String program) {
        var id = studentId + "-a1";
        var accepted = random.nextInt(4) > 0;
        var partner = random.nextInt(3) == 0;
        var until = LocalDate.of(today.getYear() + 1, 12, 31);
        if (program.equals("rbs-certificate"))
            give(id, "rbs-scholarships", studentId, null, accepted, until);
        else if (partner) give(id, "calrbs-partners", studentId, usd("1500"), accepted, until);
        else give(id, "calrbs-scholarships", studentId, usd("600"), accepted, until);
    }

    private void give(
            String id,
            String fundId,
            String studentId,
            @Nullable Money amount,
            boolean accepted,
            LocalDate until) {
        commands.add(new OfferAward(id, fundId, studentId, null, amount, null, accepted, until));
    }

    private static Money usd(String amount) {
        return new Money(new BigDecimal(amount), USD);
    }
}
