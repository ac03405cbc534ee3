package colophon.events.offering;

import colophon.events.Stored;
import colophon.events.refund.RefundPolicy;

/** Whoever enrolls from now on falls under this refund policy; all others keep theirs. */
@Stored(as = "RefundPolicyRevised", version = 1)
public record RefundPolicyRevised(String offeringId, RefundPolicy refundPolicy, String reason)
        implements OfferingEvent {}
