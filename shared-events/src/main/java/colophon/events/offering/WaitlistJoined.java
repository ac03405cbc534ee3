package colophon.events.offering;

import colophon.events.Stored;

/** A student stands at the end of the line. */
@Stored(as = "WaitlistJoined", version = 1)
public record WaitlistJoined(String offeringId, String enrollmentId, String studentId)
        implements OfferingEvent {}
