package colophon.events.offering;

import colophon.events.Stored;

/** A seat went to a student; the enrollment it belongs to is in the same commit. */
@Stored(as = "SeatTaken", version = 1)
public record SeatTaken(String offeringId, String enrollmentId, String studentId)
        implements OfferingEvent {}
