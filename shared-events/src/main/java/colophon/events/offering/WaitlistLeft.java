package colophon.events.offering;

import colophon.events.Stored;

/** A student left the waitlist. */
@Stored(as = "WaitlistLeft", version = 1)
public record WaitlistLeft(String offeringId, String enrollmentId, String studentId)
        implements OfferingEvent {}
