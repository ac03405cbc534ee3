package colophon.commands.withdrawal;

import colophon.commands.award.AwardChanges;
import colophon.commands.enrollment.Enrollment;
import colophon.commands.enrollment.EnrollmentAdmission;
import colophon.commands.enrollment.EnrollmentChanges;
import colophon.commands.enrollment.EnrollmentRequest;
import colophon.commands.enrollment.SeatAllocation;
import colophon.commands.institution.Institution;
import colophon.commands.loading.States;
import colophon.commands.loading.StreamType.StreamId;
import colophon.commands.offering.CancelOffering;
import colophon.commands.offering.Offering;
import colophon.commands.offering.PriceList;
import colophon.events.enrollment.EnrollmentEvent;
import colophon.events.money.Money;
import colophon.events.offering.SeatHeld;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Ends enrollments. The seat, the charges, refunds to payers, returns to funds and the next seat
 * offer are one decision. The streams it may append to are {@link #streams}.
 */
final class Withdrawal {

    private final States states;
    private final SeatAllocation seats;
    private final EnrollmentSettlement settlement;

    Withdrawal(States states) {
        this.states = states;
        this.seats = new SeatAllocation(states);
        this.settlement = new EnrollmentSettlement(states, new AwardChanges(states));
    }

    /** What lapsed, and who was offered the seats instead; ids of enrollments. */
    record LapsedOffers(List<String> lapsed, List<String> offered) {}

    /** The streams that ending these enrollments may append to. Refused if one does not exist. */
    List<StreamId<?, ?>> streams(List<String> enrollmentIds) {
        var streams = new ArrayList<StreamId<?, ?>>();
        for (var id : enrollmentIds) {
            var details = Enrollment.require(states, id).details();
            streams.add(Enrollment.STREAM.stream(id));
            streams.add(Offering.STREAM.stream(details.offeringId()));
            streams.addAll(settlement.streams(details));
        }
        return streams;
    }

    /** The same for an offering that is cancelled. */
    List<StreamId<?, ?>> streamsOf(String offeringId) {
        var stream = Offering.STREAM.stream(offeringId);
        var offering = states.read(stream);
        var at = Offering.require(offering, offeringId).institutionId();
        var streams = streams(offering.enrollments());
        streams.add(stream);
        streams.add(PriceList.STREAM.stream(at));
        return streams;
    }

    /** The same for an offering whose seat offers lapse. */
    List<StreamId<?, ?>> streamsOfOverdue(String offeringId, LocalDate today) {
        var streams = streams(overdue(offeringId, today));
        streams.add(Offering.STREAM.stream(offeringId));
        return streams;
    }

    /** The student leaves. The refund policy, and the override on top of it, decide the refund. */
    Settlement withdraw(EnrollmentRequest.Withdraw command, LocalDate today) {
        var id = command.enrollmentId();
        var before = Enrollment.require(states, id);
        var details = before.details();
        var offering = Offering.require(states, details.offeringId());
        var override = command.override();
        if (override != null && override.amount() != null)
            Institution.accept(
                    Institution.require(states, details.institutionId()), override.amount());
        var decided = EnrollmentChanges.decide(command, offering, before, today);
        append(id, decided);
        var left = requireDeparted(id);
        if (!decided.isEmpty()) {
            var since =
                    before instanceof Enrollment.Enrolled enrolled ? enrolled.since() : left.on();
            var refund =
                    new RefundCalculation(
                            left.terms(), offering.startsOn(), since, left.on(), false, override);
            settlement.settle(left, refund, left.reason(), today);
            seats.release(details.offeringId(), id, today);
        }
        return settled(left);
    }

    /** The program cancels one enrollment: everything is refunded. */
    Settlement cancel(EnrollmentRequest.Cancel command, LocalDate today) {
        var id = command.enrollmentId();
        if (cancelled(command, today))
            seats.release(Enrollment.require(states, id).details().offeringId(), id, today);
        return settled(requireDeparted(id));
    }

    /**
     * The program cancels an offering. Enrollments without an outcome are cancelled with it; those
     * with one stay, with their charges.
     *
     * @return the settlements of the cancelled enrollments, by id
     */
    List<Settlement> cancel(CancelOffering command, LocalDate today) {
        var stream = Offering.STREAM.stream(command.offeringId());
        var before = states.read(stream);
        var decided = Offering.decide(command, before, today);
        var at = Offering.require(before, command.offeringId()).institutionId();
        states.append(List.of(stream, PriceList.STREAM.stream(at)), decided);
        if (!decided.isEmpty()) {
            for (var id : before.enrollments())
                if (!(Enrollment.require(states, id) instanceof Enrollment.Finished))
                    cancelled(new EnrollmentRequest.Cancel(id, command.reason()), today);
        }
        var settlements = new ArrayList<Settlement>();
        for (var id : before.enrollments())
            if (Enrollment.require(states, id) instanceof Enrollment.Departed left
                    && left.how() == Enrollment.Departure.CANCELLED) settlements.add(settled(left));
        return settlements;
    }

    /** One side declines. An award that was made for the enrollment ends. */
    void decline(EnrollmentRequest.Decline command, LocalDate today) {
        var id = command.enrollmentId();
        var decided = EnrollmentAdmission.decide(command, Enrollment.require(states, id), today);
        append(id, decided);
        if (decided.isEmpty()) return;
        var declined = Enrollment.require(states, id);
        var refund = RefundCalculation.cancelledOn(today);
        settlement.settle(declined, refund, command.reason(), today);
        seats.release(declined.details().offeringId(), id, today);
    }

    /**
     * Lapses every seat offer that was not confirmed in time, and offers the seats to the next
     * students on the waitlist.
     */
    LapsedOffers lapse(String offeringId, LocalDate today) {
        var lapsed = overdue(offeringId, today);
        for (var id : lapsed) {
            append(id, EnrollmentAdmission.lapse(Enrollment.require(states, id), today));
            settlement.settle(
                    Enrollment.require(states, id),
                    RefundCalculation.cancelledOn(today),
                    "not confirmed in time",
                    today);
            seats.leave(offeringId, id);
        }
        return new LapsedOffers(lapsed, seats.passOn(offeringId, today));
    }

    /** False if it was cancelled the same way already. */
    private boolean cancelled(EnrollmentRequest.Cancel command, LocalDate today) {
        var id = command.enrollmentId();
        var decided = EnrollmentChanges.decide(command, Enrollment.require(states, id), today);
        append(id, decided);
        if (decided.isEmpty()) return false;
        var refund = RefundCalculation.cancelledOn(today);
        settlement.settle(requireDeparted(id), refund, command.reason(), today);
        return true;
    }

    /** The enrollments whose seat offer is over, earliest last day first. */
    private List<String> overdue(String offeringId, LocalDate today) {
        if (!(states.read(Offering.STREAM.stream(offeringId))
                instanceof Offering.Scheduled scheduled)) return List.of();
        return scheduled.held().values().stream()
                .filter(held -> today.isAfter(held.confirmBy()))
                .sorted(
                        Comparator.comparing(SeatHeld::confirmBy)
                                .thenComparing(SeatHeld::enrollmentId))
                .map(SeatHeld::enrollmentId)
                .toList();
    }

    private void append(String enrollmentId, List<EnrollmentEvent> decided) {
        states.append(Enrollment.STREAM.stream(enrollmentId), decided);
    }

    private Enrollment.Departed requireDeparted(String id) {
        if (Enrollment.require(states, id) instanceof Enrollment.Departed left) return left;
        throw new IllegalStateException("Enrollment " + id + " did not end");
    }

    private Settlement settled(Enrollment.Departed left) {
        var details = left.details();
        var currency = Institution.require(states, details.institutionId()).currency();
        var account = states.read(EnrollmentSettlement.account(details));
        return Settlement.of(left, account, Money.zero(currency));
    }
}
