package colophon.events.offering;

import colophon.events.Stored;

import java.time.LocalDate;

/**
 * A seat was offered and is held for this student.
 *
 * @param confirmBy last day, inclusive, on which the student can confirm
 */
@Stored(as = "SeatHeld", version = 1)
public record SeatHeld(
        String offeringId, String enrollmentId, String studentId, LocalDate confirmBy)
        implements OfferingEvent {}
