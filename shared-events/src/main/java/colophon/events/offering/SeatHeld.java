package colophon.events.offering;

import colophon.events.Stored;

import java.time.LocalDate;

/**
 * A seat was offered: it is kept for this student.
 *
 * @param confirmBy last day, inclusive
 */
@Stored(as = "SeatHeld", version = 1)
public record SeatHeld(
        String offeringId, String enrollmentId, String studentId, LocalDate confirmBy)
        implements OfferingEvent {}
