package colophon.events.offering;

import colophon.events.Stored;

/** A student does not wait any more. */
@Stored(as = "WaitlistLeft", version = 1)
public record WaitlistLeft(String offeringId, String enrollmentId, String studentId)
        implements OfferingEvent {}
