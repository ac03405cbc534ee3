package colophon.events.offering;

import colophon.events.Stored;

/** A seat that was taken or held was released. */
@Stored(as = "SeatReleased", version = 1)
public record SeatReleased(String offeringId, String enrollmentId, String studentId)
        implements OfferingEvent {}
