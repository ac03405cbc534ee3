package colophon.commands.enrollment;

import colophon.commands.loading.States;
import colophon.commands.offering.Offering;
import colophon.commands.offering.SeatRequest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves enrollments in and out of the seats of an offering. The caller must have locked the
 * offering, so that nothing else moves its waitlist or its offers.
 */
public final class SeatAllocation {

    private final States states;

    /** It reads and appends the streams of one decision. */
    public SeatAllocation(States states) {
        this.states = states;
    }

    /**
     * Takes or holds a seat, joins the waitlist, or leaves. Throws Refusal if the offering refuses.
     */
    public void move(SeatRequest move) {
        var stream = Offering.STREAM.stream(move.offeringId());
        states.append(stream, Offering.decide(move, states.read(stream)));
    }

    /**
     * Releases the seat or place of an enrollment, and offers the seat to the next student on the
     * waitlist if the offering has not ended.
     */
    public void release(String offeringId, String enrollmentId, LocalDate today) {
        leave(offeringId, enrollmentId);
        passOn(offeringId, today);
    }

    /** Releases the seat or place of an enrollment, without offering it to anyone. */
    public void leave(String offeringId, String enrollmentId) {
        move(new SeatRequest.Leave(offeringId, enrollmentId));
    }

    /**
     * Offers every free seat to the next student on the waitlist. Returns the ids of the
     * enrollments that got an offer.
     */
    public List<String> passOn(String offeringId, LocalDate today) {
        var stream = Offering.STREAM.stream(offeringId);
        var offered = new ArrayList<String>();
        while (states.read(stream) instanceof Offering.Scheduled offering) {
            var next = offering.next();
            if (next == null || today.isAfter(offering.as().endsOn())) break;
            var confirmBy = today.plus(offering.as().confirmWithin());
            var enrollment = Enrollment.STREAM.stream(next.enrollmentId());
            states.append(
                    enrollment,
                    EnrollmentAdmission.decide(
                            new EnrollmentRequest.OfferSeat(next.enrollmentId(), confirmBy),
                            offering.as(),
                            states.read(enrollment),
                            today));
            move(
                    new SeatRequest.Hold(
                            offeringId, next.enrollmentId(), next.studentId(), confirmBy));
            offered.add(next.enrollmentId());
        }
        return offered;
    }
}
