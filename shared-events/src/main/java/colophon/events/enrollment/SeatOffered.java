package colophon.events.enrollment;

import colophon.events.Stored;

import java.time.LocalDate;

/**
 * The application was accepted, or the wait is over: a seat is held for the student.
 *
 * @param confirmBy last day, inclusive, on which the student can confirm
 */
@Stored(as = "SeatOffered", version = 1)
public record SeatOffered(
        String enrollmentId,
        String studentId,
        String offeringId,
        LocalDate confirmBy,
        LocalDate offeredOn)
        implements EnrollmentEvent {}
