package colophon.events.enrollment;

import colophon.events.BusinessDate;
import colophon.events.Stored;

import java.time.LocalDate;

/**
 * The application was accepted, or the student is next on the waitlist. A seat is held.
 *
 * @param confirmBy last day, inclusive, on which the student can confirm
 */
@Stored(as = "SeatOffered", version = 1)
public record SeatOffered(
        String enrollmentId,
        String studentId,
        String offeringId,
        LocalDate confirmBy,
        @BusinessDate LocalDate offeredOn)
        implements EnrollmentEvent {}
