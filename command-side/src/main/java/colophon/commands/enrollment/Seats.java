package colophon.commands.enrollment;

import colophon.commands.desk.Subjects;
import colophon.commands.offering.Offering;
import colophon.commands.offering.SeatMove;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves enrollments in and out of the seats of an offering, in the unit of work of the caller. The
 * caller must have locked the offering, so that nothing else moves its waitlist or its offers.
 */
public final class Seats {

    private final Subjects subjects;

    /** {@code subjects} reads and appends the streams. */
    public Seats(Subjects subjects) {
        this.subjects = subjects;
    }

    /**
     * Takes or holds a seat, joins the waitlist, or leaves. Throws Refusal if the offering refuses.
     */
    public void move(SeatMove move) {
        var stream = Offering.SUBJECT.stream(move.offeringId());
        subjects.append(stream, Offering.decide(move, subjects.read(stream)));
    }

    /**
     * Releases the seat or place of an enrollment, and offers the seat to the next student on the
     * waitlist if the offering has not ended.
     */
    public void free(String offeringId, String enrollmentId, LocalDate today) {
        leave(offeringId, enrollmentId);
        passOn(offeringId, today);
    }

    /** Releases the seat or place of an enrollment, without offering it to anyone. */
    public void leave(String offeringId, String enrollmentId) {
        move(new SeatMove.Leave(offeringId, enrollmentId));
    }

    /**
     * Offers every free seat to the next student on the waitlist. Returns the ids of the
     * enrollments that got an offer.
     */
    public List<String> passOn(String offeringId, LocalDate today) {
        var stream = Offering.SUBJECT.stream(offeringId);
        var offered = new ArrayList<String>();
        while (subjects.read(stream) instanceof Offering.Scheduled offering) {
            var next = offering.next();
            if (next == null || today.isAfter(offering.as().endsOn())) break;
            var confirmBy = today.plus(offering.as().confirmWithin());
            var enrollment = Enrollment.SUBJECT.stream(next.enrollmentId());
            subjects.append(
                    enrollment,
                    Enrollment.decide(
                            new EnrollmentMove.OfferSeat(next.enrollmentId(), confirmBy),
                            offering.as(),
                            subjects.read(enrollment),
                            today));
            move(new SeatMove.Hold(offeringId, next.enrollmentId(), next.studentId(), confirmBy));
            offered.add(next.enrollmentId());
        }
        return offered;
    }
}
