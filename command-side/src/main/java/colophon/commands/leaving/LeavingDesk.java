package colophon.commands.leaving;

import colophon.commands.account.Account;
import colophon.commands.award.Award;
import colophon.commands.award.AwardChanges;
import colophon.commands.desk.Answer;
import colophon.commands.desk.Desk;
import colophon.commands.desk.Subject.Stream;
import colophon.commands.desk.Subjects;
import colophon.commands.desk.Today;
import colophon.commands.enrollment.Enrollment;
import colophon.commands.enrollment.Enrollment.Particulars;
import colophon.commands.enrollment.EnrollmentMove;
import colophon.commands.enrollment.Seats;
import colophon.commands.institution.Institution;
import colophon.commands.offering.CancelOffering;
import colophon.commands.offering.Offering;
import colophon.commands.offering.PriceList;
import colophon.commands.payment.Payment;
import colophon.commands.payment.Refund;
import colophon.events.account.AccountEvent;
import colophon.events.account.AwardPromised;
import colophon.events.account.RefundPosted;
import colophon.events.enrollment.EnrollmentEvent;
import colophon.events.institution.InstitutionRegistered;
import colophon.events.ledger.Allocation;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;
import colophon.events.offering.OfferingScheduled;
import colophon.events.offering.SeatHeld;
import colophon.events.payment.PaymentRefunded;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Ends enrollments. The seat, the charges, refunds to payers, returns to funds and the next seat
 * offer are one commit.
 */
@Component
class LeavingDesk implements Desk {

    private final Subjects subjects;
    private final Seats seats;
    private final AwardChanges awards;
    private final Today today;

    LeavingDesk(Subjects subjects, Today today) {
        this.subjects = subjects;
        this.seats = new Seats(subjects);
        this.awards = new AwardChanges(subjects);
        this.today = today;
    }

    @CommandHandler
    Answer handle(EnrollmentMove.Withdraw command) {
        var id = command.enrollmentId();
        lock(() -> List.of(id));
        var before = here(id);
        var offering = offering(before.as().offeringId());
        var institution = institution(before.as().institutionId());
        var override = command.override();
        if (override != null && override.amount() != null)
            Institution.accept(institution, override.amount());
        var day = today.in(institution.zone());
        var decided = Enrollment.decide(command, offering, before, day);
        subjects.append(Enrollment.SUBJECT.stream(id), decided);
        var left = left(id);
        if (!decided.isEmpty()) {
            var since =
                    before instanceof Enrollment.Enrolled enrolled ? enrolled.since() : left.on();
            var terms =
                    new Terms(left.terms(), offering.startsOn(), since, left.on(), false, override);
            settle(left, terms, left.reason(), day);
            seats.free(before.as().offeringId(), id, day);
        }
        return Answer.ok(parting(left));
    }

    @CommandHandler
    Answer handle(EnrollmentMove.Cancel command) {
        var id = command.enrollmentId();
        lock(() -> List.of(id));
        var as = here(id).as();
        var day = day(as);
        var decided = Enrollment.decide(command, here(id), day);
        subjects.append(Enrollment.SUBJECT.stream(id), decided);
        if (!decided.isEmpty()) {
            settle(left(id), Terms.cancelledOn(day), command.reason(), day);
            seats.free(as.offeringId(), id, day);
        }
        return Answer.ok(parting(left(id)));
    }

    /**
     * Enrollments without an outcome are cancelled with the offering. Those with one stay, with
     * their charges.
     */
    @CommandHandler
    Answer handle(CancelOffering command) {
        var stream = Offering.SUBJECT.stream(command.offeringId());
        var as = Offering.known(subjects.read(stream), command.offeringId());
        var prices = PriceList.SUBJECT.stream(as.institutionId());
        lock(() -> enrollments(subjects.read(stream)), stream, prices);
        var day = today.in(institution(as.institutionId()).zone());
        var ids = enrollments(subjects.read(stream));
        var decided = Offering.decide(command, subjects.read(stream), day);
        subjects.append(stream, decided);
        if (!decided.isEmpty()) {
            subjects.append(prices, PriceList.delist(as));
            for (var id : ids)
                if (!(here(id) instanceof Enrollment.Finished)) {
                    var cancel = new EnrollmentMove.Cancel(id, command.reason());
                    append(id, Enrollment.decide(cancel, here(id), day));
                    settle(left(id), Terms.cancelledOn(day), command.reason(), day);
                }
        }
        return Answer.ok(cancelled(as, ids));
    }

    @CommandHandler
    Answer handle(EnrollmentMove.Decline command) {
        var id = command.enrollmentId();
        lock(() -> List.of(id));
        var as = here(id).as();
        var day = day(as);
        var decided = Enrollment.decide(command, here(id), day);
        append(id, decided);
        if (!decided.isEmpty()) {
            settle(here(id), Terms.cancelledOn(day), command.reason(), day);
            seats.free(as.offeringId(), id, day);
        }
        return Answer.ok(new Declined(id, here(id).status(), as.studentId(), as.offeringId()));
    }

    /**
     * Lapses every seat offer of the offering that was not confirmed in time; often there is none.
     */
    @CommandHandler
    Answer handle(LapseOffers command) {
        var stream = Offering.SUBJECT.stream(command.offeringId());
        var as = Offering.known(subjects.read(stream), command.offeringId());
        var day = today.in(institution(as.institutionId()).zone());
        lock(() -> overdue(subjects.read(stream), day), stream);
        var lapsed = overdue(subjects.read(stream), day);
        for (var id : lapsed) {
            append(id, Enrollment.lapse(here(id), day));
            settle(here(id), Terms.cancelledOn(day), "not confirmed in time", day);
            seats.leave(command.offeringId(), id);
        }
        var offered = seats.passOn(command.offeringId(), day);
        return Answer.ok(new Lapses(command.offeringId(), lapsed, offered));
    }

    /**
     * Locks every stream that ending these enrollments may append to. The streams can only be read
     * before they are locked, so they are read again afterwards. If there are more by then, the
     * command is tried again.
     */
    private void lock(Supplier<List<String>> enrollmentIds, Stream<?, ?>... others) {
        var streams = streams(enrollmentIds.get());
        streams.addAll(List.of(others));
        subjects.lock(streams.toArray(Stream<?, ?>[]::new));
        if (!streams.containsAll(streams(enrollmentIds.get())))
            throw new ConcurrencyException("There are more streams than were locked");
    }

    private Set<Stream<?, ?>> streams(List<String> enrollmentIds) {
        Set<Stream<?, ?>> streams = new LinkedHashSet<>();
        for (var id : enrollmentIds) {
            var as = here(id).as();
            var account = account(as);
            streams.add(Enrollment.SUBJECT.stream(id));
            streams.add(Offering.SUBJECT.stream(as.offeringId()));
            streams.add(account);
            for (var payment : subjects.read(account).payments())
                streams.add(Payment.SUBJECT.stream(payment.event().paymentId()));
            for (var awardId : tied(as)) streams.addAll(awards.streams(awardId));
        }
        return streams;
    }

    /**
     * Reverses the charges, reduces awards to what they still pay, and refunds what is left over.
     */
    private void settle(Enrollment.Known gone, Terms terms, String reason, LocalDate day) {
        var as = gone.as();
        var account = account(as);
        var before = subjects.read(account);
        subjects.append(account, terms.givenBack(before, as.enrollmentId(), reason));
        for (var awardId : tied(as)) awards.keepWhatIsUsed(awardId, reason, day);
        var after = subjects.read(account);
        int n = 0;
        for (var back : Repayment.between(Allocation.of(before), Allocation.of(after)))
            repay(back, Parting.refundId(gone, ++n), reason, terms.on());
    }

    private void repay(Repayment back, String refundId, String reason, LocalDate on) {
        var paid = back.payment();
        var stream = Payment.SUBJECT.stream(paid.paymentId());
        var refund = new Refund(paid.paymentId(), refundId, back.amount(), reason, on);
        var decided = Payment.decide(refund, subjects.read(stream), on);
        subjects.append(stream, decided);
        for (var event : decided)
            if (event instanceof PaymentRefunded e)
                subjects.append(
                        Account.SUBJECT.stream(Account.id(paid.institutionId(), paid.studentId())),
                        List.of(
                                new RefundPosted(
                                        paid.institutionId(),
                                        paid.studentId(),
                                        paid.paymentId(),
                                        e.refundId(),
                                        e.amount(),
                                        paid.payer(),
                                        e.reason(),
                                        e.refundedOn())));
    }

    /** The awards tied to this enrollment that have not ended. */
    private List<String> tied(Particulars as) {
        var account = subjects.read(account(as));
        var tied = new ArrayList<String>();
        for (var award : account.activeAwards())
            if (as.enrollmentId().equals(award.event().enrollmentId()))
                tied.add(award.event().awardId());
        for (var posting : account.postings())
            if (posting.event() instanceof AwardPromised promised
                    && subjects.read(Award.SUBJECT.stream(promised.awardId()))
                            instanceof Award.Offered offered
                    && as.enrollmentId().equals(offered.as().enrollmentId()))
                tied.add(promised.awardId());
        return tied;
    }

    /** In a fixed order, so that the same cancellation writes the same commit. */
    private static List<String> enrollments(Offering offering) {
        return switch (offering) {
            case Offering.Unknown _ -> List.of();
            case Offering.Cancelled cancelled -> cancelled.enrollments();
            case Offering.Scheduled scheduled -> scheduled.enrollments();
        };
    }

    private static List<String> overdue(Offering offering, LocalDate day) {
        if (!(offering instanceof Offering.Scheduled scheduled)) return List.of();
        return scheduled.held().values().stream()
                .filter(held -> day.isAfter(held.confirmBy()))
                .sorted(
                        Comparator.comparing(SeatHeld::confirmBy)
                                .thenComparing(SeatHeld::enrollmentId))
                .map(SeatHeld::enrollmentId)
                .toList();
    }

    private void append(String enrollmentId, List<EnrollmentEvent> decided) {
        subjects.append(Enrollment.SUBJECT.stream(enrollmentId), decided);
    }

    private Enrollment.Known here(String id) {
        return Enrollment.here(subjects.read(Enrollment.SUBJECT.stream(id)), id);
    }

    private Enrollment.Left left(String id) {
        if (here(id) instanceof Enrollment.Left left) return left;
        throw new IllegalStateException("Enrollment " + id + " did not end");
    }

    private OfferingScheduled offering(String id) {
        return Offering.known(subjects.read(Offering.SUBJECT.stream(id)), id);
    }

    private InstitutionRegistered institution(String id) {
        return Institution.known(subjects.read(Institution.SUBJECT.stream(id)), id);
    }

    private LocalDate day(Particulars as) {
        return today.in(institution(as.institutionId()).zone());
    }

    private static Stream<Ledger, AccountEvent> account(Particulars as) {
        return Account.SUBJECT.stream(Account.id(as.institutionId(), as.studentId()));
    }

    private Parting parting(Enrollment.Left left) {
        var currency = institution(left.as().institutionId()).currency();
        return Parting.of(left, subjects.read(account(left.as())), Money.zero(currency));
    }

    private Cancellation cancelled(OfferingScheduled as, List<String> ids) {
        var partings = new ArrayList<Parting>();
        var givenBack = Money.zero(as.tuition().currency());
        var refund = givenBack;
        for (var id : ids)
            if (here(id) instanceof Enrollment.Left left
                    && left.how() == Enrollment.Departure.CANCELLED) {
                var parting = parting(left);
                partings.add(parting);
                givenBack = givenBack.plus(parting.givenBack());
                refund = refund.plus(parting.refund());
            }
        return new Cancellation(as.offeringId(), "cancelled", partings, givenBack, refund);
    }

    record Declined(String enrollmentId, String status, String studentId, String offeringId) {}

    record Lapses(String offeringId, List<String> lapsed, List<String> offered) {}

    record Cancellation(
            String offeringId,
            String status,
            List<Parting> enrollments,
            Money givenBack,
            Money refund) {}
}
