package colophon.events.offering;

import colophon.events.Stored;

/** A student joined the end of the waitlist. */
@Stored(as = "WaitlistJoined", version = 1)
public record WaitlistJoined(String offeringId, String enrollmentId, String studentId)
        implements OfferingEvent {}
