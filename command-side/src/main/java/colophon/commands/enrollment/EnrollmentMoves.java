package colophon.commands.enrollment;

import colophon.commands.account.Account;
import colophon.commands.enrollment.Enrollment.Details;
import colophon.commands.loading.States;
import colophon.commands.loading.StreamType.StreamId;
import colophon.commands.offering.Offering;
import colophon.commands.offering.SeatRequest;
import colophon.commands.student.Student;
import colophon.events.account.AccountEvent;
import colophon.events.enrollment.EnrollmentDeferred;
import colophon.events.enrollment.EnrollmentEvent;
import colophon.events.enrollment.EnrollmentReinstated;
import colophon.events.enrollment.EnrollmentTransferred;
import colophon.events.enrollment.SeatOffered;
import colophon.events.enrollment.StudentApplied;
import colophon.events.enrollment.StudentEnrolled;
import colophon.events.enrollment.StudentWaitlisted;
import colophon.events.ledger.Ledger;
import colophon.events.offering.OfferingScheduled;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves enrollments toward a seat, to another offering, away for a while and back. The enrollment,
 * the seat and the charges are one decision, so that none exists without the others.
 */
final class EnrollmentMoves {

    private final States states;
    private final SeatAllocation seats;

    EnrollmentMoves(States states) {
        this.states = states;
        this.seats = new SeatAllocation(states);
    }

    /**
     * The streams that enrolling may append to. Refused if the student or the offering does not
     * exist.
     */
    List<StreamId<?, ?>> streams(Enroll command) {
        Student.require(states, command.studentId());
        var offering = Offering.require(states, command.offeringId());
        return List.of(
                Enrollment.STREAM.stream(command.enrollmentId()),
                Offering.STREAM.stream(command.offeringId()),
                Account.stream(offering.institutionId(), command.studentId()));
    }

    /**
     * The streams that a move of this enrollment may append to, with other offerings that it moves
     * to. Refused if it does not exist.
     */
    List<StreamId<?, ?>> streams(String enrollmentId, String... offeringIds) {
        var details = Enrollment.require(states, enrollmentId).details();
        var streams = new ArrayList<StreamId<?, ?>>();
        streams.add(Enrollment.STREAM.stream(enrollmentId));
        streams.add(Offering.STREAM.stream(details.offeringId()));
        streams.add(account(details));
        for (var id : offeringIds) streams.add(Offering.STREAM.stream(id));
        return streams;
    }

    /** Enrolls a student. Returns false if the same request did so before. */
    boolean enroll(Enroll command, LocalDate today) {
        Student.require(states, command.studentId());
        var stream = Enrollment.STREAM.stream(command.enrollmentId());
        var offering = states.read(Offering.STREAM.stream(command.offeringId()));
        var as = Offering.require(offering, command.offeringId());
        var decided = EnrollmentAdmission.decide(command, offering, states.read(stream), today);
        append(command.enrollmentId(), as, decided);
        return !decided.isEmpty();
    }

    /** The program accepts an applicant. */
    void accept(EnrollmentRequest.Accept command, LocalDate today) {
        var known = Enrollment.require(states, command.enrollmentId());
        var offering = offeringOf(known);
        var decided = EnrollmentAdmission.decide(command, offering, known, today);
        append(command.enrollmentId(), offering.as(), decided);
    }

    /** A waitlisted student is offered a seat. */
    void offerSeat(EnrollmentRequest.OfferSeat command, LocalDate today) {
        var known = Enrollment.require(states, command.enrollmentId());
        var offering = offeringOf(known).as();
        var decided = EnrollmentAdmission.decide(command, offering, known, today);
        append(command.enrollmentId(), offering, decided);
    }

    /** The student confirms the offered seat. */
    void confirm(EnrollmentRequest.Confirm command, LocalDate today) {
        var known = Enrollment.require(states, command.enrollmentId());
        var offering = offeringOf(known);
        var decided = EnrollmentAdmission.decide(command, offering, known, today);
        append(command.enrollmentId(), offering.as(), decided);
    }

    /** Seat, charges and enrollment move. Earlier payments pay the new charges. */
    void transfer(EnrollmentRequest.Transfer command, LocalDate today) {
        var known = Enrollment.require(states, command.enrollmentId());
        var target = Offering.running(states, command.offeringId());
        var decided = EnrollmentChanges.decide(command, target, known, today);
        states.append(Enrollment.STREAM.stream(command.enrollmentId()), decided);
        for (var event : decided)
            if (event instanceof EnrollmentTransferred e) {
                take(e.offeringId(), known.details());
                rebill(e.enrollmentId(), target.as(), e.reason(), e.transferredOn());
                seats.release(e.fromOfferingId(), e.enrollmentId(), today);
            }
    }

    /** The seat is released and nothing is charged. Payments stay on the account. */
    void defer(EnrollmentRequest.Defer command, LocalDate today) {
        var known = Enrollment.require(states, command.enrollmentId());
        var details = known.details();
        var decided = EnrollmentChanges.decide(command, known, today);
        states.append(Enrollment.STREAM.stream(command.enrollmentId()), decided);
        for (var event : decided)
            if (event instanceof EnrollmentDeferred e) {
                unbill(details, e.reason(), e.deferredOn());
                seats.release(details.offeringId(), e.enrollmentId(), today);
            }
    }

    /** Takes a seat and charges the course in full; charges kept at the leaving are reversed. */
    void reinstate(EnrollmentRequest.Reinstate command, LocalDate today) {
        var known = Enrollment.require(states, command.enrollmentId());
        var offering = offeringOf(known);
        var decided = EnrollmentChanges.decide(command, offering, known, today);
        states.append(Enrollment.STREAM.stream(command.enrollmentId()), decided);
        for (var event : decided)
            if (event instanceof EnrollmentReinstated e) {
                take(e.offeringId(), known.details());
                rebill(e.enrollmentId(), offering.as(), e.reason(), e.reinstatedOn());
            }
    }

    private void append(
            String enrollmentId, OfferingScheduled offering, List<EnrollmentEvent> decided) {
        states.append(Enrollment.STREAM.stream(enrollmentId), decided);
        for (var event : decided) follow(event, offering);
    }

    /** Applies a move toward a seat to the offering and the account. */
    private void follow(EnrollmentEvent event, OfferingScheduled offering) {
        switch (event) {
            case StudentEnrolled e -> {
                var details = Enrollment.require(states, e.enrollmentId()).details();
                take(e.offeringId(), details);
                bill(details, offering, 1, e.effectiveOn());
            }
            case StudentWaitlisted e ->
                    seats.move(
                            new SeatRequest.Join(e.offeringId(), e.enrollmentId(), e.studentId()));
            case SeatOffered e ->
                    seats.move(
                            new SeatRequest.Hold(
                                    e.offeringId(),
                                    e.enrollmentId(),
                                    e.studentId(),
                                    e.confirmBy()));
            case StudentApplied _ -> {} // it takes a seat only once it is accepted
            default -> throw new IllegalArgumentException("Leads to no seat: " + event);
        }
    }

    private void take(String offeringId, Details details) {
        seats.move(new SeatRequest.Take(offeringId, details.enrollmentId(), details.studentId()));
    }

    private void rebill(
            String enrollmentId, OfferingScheduled offering, String reason, LocalDate on) {
        var now = Enrollment.require(states, enrollmentId);
        unbill(now.details(), reason, on);
        bill(now.details(), offering, now.base().bills(), on);
    }

    private void unbill(Details details, String reason, LocalDate on) {
        var account = account(details);
        states.append(account, EnrollmentBilling.unbill(states.read(account), details, reason, on));
    }

    private void bill(Details details, OfferingScheduled offering, int bill, LocalDate on) {
        states.append(account(details), EnrollmentBilling.bill(details, offering, bill, on));
    }

    private Offering.Scheduled offeringOf(Enrollment.Known known) {
        return Offering.running(states, known.details().offeringId());
    }

    private static StreamId<Ledger, AccountEvent> account(Details details) {
        return Account.stream(details.institutionId(), details.studentId());
    }
}
