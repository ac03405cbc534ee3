package colophon.commands.enrollment;

import colophon.commands.desk.Subjects;
import colophon.commands.offering.Offering;
import colophon.commands.offering.SeatMove;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves enrollments in and out of the seats of an offering, in the unit of work of the caller, who
 * has locked the offering: whoever waits there, or is offered a seat, is moved by nobody else then.
 */
public final class Seats {

    private final Subjects subjects;

    /** Reads and appends through these. */
    public Seats(Subjects subjects) {
        this.subjects = subjects;
    }

    /** Takes, holds, joins or leaves. Throws the Refusal. */
    public void move(SeatMove move) {
        var stream = Offering.SUBJECT.stream(move.offeringId());
        subjects.append(stream, Offering.decide(move, subjects.read(stream)));
    }

    /**
     * Frees what the enrollment has of an offering and offers it to whoever is next in line, while
     * the offering has not ended.
     */
    public void free(String offeringId, String enrollmentId, LocalDate today) {
        leave(offeringId, enrollmentId);
        passOn(offeringId, today);
    }

    /** Frees what the enrollment has of an offering, for now for nobody. */
    public void leave(String offeringId, String enrollmentId) {
        move(new SeatMove.Leave(offeringId, enrollmentId));
    }

    /**
     * Offers every free seat to whoever is next in line; answers the enrollments that were offered
     * one.
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
