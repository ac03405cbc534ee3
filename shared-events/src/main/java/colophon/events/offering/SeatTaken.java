package colophon.events.offering;

import colophon.events.Stored;

/** A student took a seat. The enrollment is in the same commit. */
@Stored(as = "SeatTaken", version = 1)
public record SeatTaken(String offeringId, String enrollmentId, String studentId)
        implements OfferingEvent {}
