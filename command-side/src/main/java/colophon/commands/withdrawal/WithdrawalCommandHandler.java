package colophon.commands.withdrawal;

import colophon.commands.account.Account;
import colophon.commands.award.Award;
import colophon.commands.award.AwardChanges;
import colophon.commands.enrollment.Enrollment;
import colophon.commands.enrollment.Enrollment.Details;
import colophon.commands.enrollment.EnrollmentRequest;
import colophon.commands.enrollment.SeatAllocation;
import colophon.commands.gateway.CommandAnswer;
import colophon.commands.institution.Institution;
import colophon.commands.loading.HandlesCommands;
import colophon.commands.loading.StateStore;
import colophon.commands.loading.StreamType.StreamId;
import colophon.commands.loading.Today;
import colophon.commands.offering.CancelOffering;
import colophon.commands.offering.Offering;
import colophon.commands.offering.PriceList;
import colophon.commands.payment.Payment;
import colophon.commands.payment.RefundPayment;
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
class WithdrawalCommandHandler implements HandlesCommands {

    private final StateStore states;
    private final SeatAllocation allocation;
    private final AwardChanges awards;
    private final Today today;

    WithdrawalCommandHandler(StateStore states, Today today) {
        this.states = states;
        this.allocation = new SeatAllocation(states);
        this.awards = new AwardChanges(states);
        this.today = today;
    }

    @CommandHandler
    CommandAnswer handle(EnrollmentRequest.Withdraw command) {
        var id = command.enrollmentId();
        lock(() -> List.of(id));
        var before = require(id);
        var offering = offering(before.details().offeringId());
        var institution = institution(before.details().institutionId());
        var override = command.override();
        if (override != null && override.amount() != null)
            Institution.accept(institution, override.amount());
        var day = today.in(institution.zone());
        var decided = Enrollment.decide(command, offering, before, day);
        states.append(Enrollment.STREAM.stream(id), decided);
        var left = requireDeparted(id);
        if (!decided.isEmpty()) {
            var since =
                    before instanceof Enrollment.Enrolled enrolled ? enrolled.since() : left.on();
            var refund =
                    new RefundCalculation(
                            left.terms(), offering.startsOn(), since, left.on(), false, override);
            settle(left, refund, left.reason(), day);
            allocation.release(before.details().offeringId(), id, day);
        }
        return CommandAnswer.ok(parting(left));
    }

    @CommandHandler
    CommandAnswer handle(EnrollmentRequest.Cancel command) {
        var id = command.enrollmentId();
        lock(() -> List.of(id));
        var details = require(id).details();
        var day = day(details);
        var decided = Enrollment.decide(command, require(id), day);
        states.append(Enrollment.STREAM.stream(id), decided);
        if (!decided.isEmpty()) {
            settle(requireDeparted(id), RefundCalculation.cancelledOn(day), command.reason(), day);
            allocation.release(details.offeringId(), id, day);
        }
        return CommandAnswer.ok(parting(requireDeparted(id)));
    }

    /**
     * Enrollments without an outcome are cancelled with the offering. Those with one stay, with
     * their charges.
     */
    @CommandHandler
    CommandAnswer handle(CancelOffering command) {
        var stream = Offering.STREAM.stream(command.offeringId());
        var as = Offering.require(states.read(stream), command.offeringId());
        var prices = PriceList.STREAM.stream(as.institutionId());
        lock(() -> enrollments(states.read(stream)), stream, prices);
        var day = today.in(institution(as.institutionId()).zone());
        var ids = enrollments(states.read(stream));
        var decided = Offering.decide(command, states.read(stream), day);
        states.append(stream, decided);
        if (!decided.isEmpty()) {
            states.append(prices, PriceList.delist(as));
            for (var id : ids)
                if (!(require(id) instanceof Enrollment.Finished)) {
                    var cancel = new EnrollmentRequest.Cancel(id, command.reason());
                    append(id, Enrollment.decide(cancel, require(id), day));
                    settle(
                            requireDeparted(id),
                            RefundCalculation.cancelledOn(day),
                            command.reason(),
                            day);
                }
        }
        return CommandAnswer.ok(cancelled(as, ids));
    }

    @CommandHandler
    CommandAnswer handle(EnrollmentRequest.Decline command) {
        var id = command.enrollmentId();
        lock(() -> List.of(id));
        var details = require(id).details();
        var day = day(details);
        var decided = Enrollment.decide(command, require(id), day);
        append(id, decided);
        if (!decided.isEmpty()) {
            settle(require(id), RefundCalculation.cancelledOn(day), command.reason(), day);
            allocation.release(details.offeringId(), id, day);
        }
        return CommandAnswer.ok(
                new DeclineResult(
                        id, require(id).status(), details.studentId(), details.offeringId()));
    }

    /**
     * Lapses every seat offer of the offering that was not confirmed in time; often there is none.
     */
    @CommandHandler
    CommandAnswer handle(LapseSeatOffers command) {
        var stream = Offering.STREAM.stream(command.offeringId());
        var as = Offering.require(states.read(stream), command.offeringId());
        var day = today.in(institution(as.institutionId()).zone());
        lock(() -> overdue(states.read(stream), day), stream);
        var lapsed = overdue(states.read(stream), day);
        for (var id : lapsed) {
            append(id, Enrollment.lapse(require(id), day));
            settle(require(id), RefundCalculation.cancelledOn(day), "not confirmed in time", day);
            allocation.leave(command.offeringId(), id);
        }
        var offered = allocation.passOn(command.offeringId(), day);
        return CommandAnswer.ok(new LapseResult(command.offeringId(), lapsed, offered));
    }

    /**
     * Locks every stream that ending these enrollments may append to. The streams can only be read
     * before they are locked, so they are read again afterwards. If there are more by then, the
     * command is tried again.
     */
    private void lock(Supplier<List<String>> enrollmentIds, StreamId<?, ?>... others) {
        var streams = streams(enrollmentIds.get());
        streams.addAll(List.of(others));
        states.lock(streams.toArray(StreamId<?, ?>[]::new));
        if (!streams.containsAll(streams(enrollmentIds.get())))
            throw new ConcurrencyException("There are more streams than were locked");
    }

    private Set<StreamId<?, ?>> streams(List<String> enrollmentIds) {
        Set<StreamId<?, ?>> streams = new LinkedHashSet<>();
        for (var id : enrollmentIds) {
            var details = require(id).details();
            var account = account(details);
            streams.add(Enrollment.STREAM.stream(id));
            streams.add(Offering.STREAM.stream(details.offeringId()));
            streams.add(account);
            for (var payment : states.read(account).payments())
                streams.add(Payment.STREAM.stream(payment.event().paymentId()));
            for (var awardId : tiedAwards(details)) streams.addAll(awards.streams(awardId));
        }
        return streams;
    }

    /**
     * Reverses the charges, reduces awards to what they still pay, and refunds what is left over.
     */
    private void settle(
            Enrollment.Known gone, RefundCalculation refund, String reason, LocalDate day) {
        var details = gone.details();
        var account = account(details);
        var before = states.read(account);
        states.append(account, refund.reversals(before, details.enrollmentId(), reason));
        for (var awardId : tiedAwards(details)) awards.keepWhatIsUsed(awardId, reason, day);
        var after = states.read(account);
        int n = 0;
        for (var back : PayerRefund.between(Allocation.of(before), Allocation.of(after)))
            repay(back, Settlement.refundId(gone, ++n), reason, refund.on());
    }

    private void repay(PayerRefund back, String refundId, String reason, LocalDate on) {
        var paid = back.payment();
        var stream = Payment.STREAM.stream(paid.paymentId());
        var refund = new RefundPayment(paid.paymentId(), refundId, back.amount(), reason, on);
        var decided = Payment.decide(refund, states.read(stream), on);
        states.append(stream, decided);
        for (var event : decided)
            if (event instanceof PaymentRefunded e)
                states.append(
                        Account.STREAM.stream(Account.id(paid.institutionId(), paid.studentId())),
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
    private List<String> tiedAwards(Details details) {
        var account = states.read(account(details));
        var tied = new ArrayList<String>();
        for (var award : account.activeAwards())
            if (details.enrollmentId().equals(award.event().enrollmentId()))
                tied.add(award.event().awardId());
        for (var posting : account.postings())
            if (posting.event() instanceof AwardPromised promised
                    && states.read(Award.STREAM.stream(promised.awardId()))
                            instanceof Award.Offered offered
                    && details.enrollmentId().equals(offered.as().enrollmentId()))
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
        states.append(Enrollment.STREAM.stream(enrollmentId), decided);
    }

    private Enrollment.Known require(String id) {
        return Enrollment.require(states.read(Enrollment.STREAM.stream(id)), id);
    }

    private Enrollment.Departed requireDeparted(String id) {
        if (require(id) instanceof Enrollment.Departed left) return left;
        throw new IllegalStateException("Enrollment " + id + " did not end");
    }

    private OfferingScheduled offering(String id) {
        return Offering.require(states.read(Offering.STREAM.stream(id)), id);
    }

    private InstitutionRegistered institution(String id) {
        return Institution.require(states.read(Institution.STREAM.stream(id)), id);
    }

    private LocalDate day(Details details) {
        return today.in(institution(details.institutionId()).zone());
    }

    private static StreamId<Ledger, AccountEvent> account(Details details) {
        return Account.STREAM.stream(Account.id(details.institutionId(), details.studentId()));
    }

    private Settlement parting(Enrollment.Departed left) {
        var currency = institution(left.details().institutionId()).currency();
        return Settlement.of(left, states.read(account(left.details())), Money.zero(currency));
    }

    private OfferingCancellationResult cancelled(OfferingScheduled as, List<String> ids) {
        var partings = new ArrayList<Settlement>();
        var givenBack = Money.zero(as.tuition().currency());
        var refund = givenBack;
        for (var id : ids)
            if (require(id) instanceof Enrollment.Departed left
                    && left.how() == Enrollment.Departure.CANCELLED) {
                var parting = parting(left);
                partings.add(parting);
                givenBack = givenBack.plus(parting.givenBack());
                refund = refund.plus(parting.refund());
            }
        return new OfferingCancellationResult(
                as.offeringId(), "cancelled", partings, givenBack, refund);
    }

    record DeclineResult(String enrollmentId, String status, String studentId, String offeringId) {}

    record LapseResult(String offeringId, List<String> lapsed, List<String> offered) {}

    record OfferingCancellationResult(
            String offeringId,
            String status,
            List<Settlement> enrollments,
            Money givenBack,
            Money refund) {}
}
