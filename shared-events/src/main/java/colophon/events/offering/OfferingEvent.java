package colophon.events.offering;

/** Everything that can happen to one offering. */
public sealed interface OfferingEvent
        permits OfferingScheduled,
                SeatTaken,
                RefundPolicyRevised,
                SeatHeld,
                SeatReleased,
                WaitlistJoined,
                WaitlistLeft,
                OfferingCancelled {

    /** The offering this is about. */
    String offeringId();
}
