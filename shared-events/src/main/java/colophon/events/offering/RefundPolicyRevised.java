package colophon.events.offering;

import colophon.events.InCatalog;
import colophon.events.Stored;
import colophon.events.refund.RefundPolicy;

/** New enrollments fall under this refund policy from now on. Existing ones keep theirs. */
@InCatalog
@Stored(as = "RefundPolicyRevised", version = 1)
public record RefundPolicyRevised(String offeringId, RefundPolicy refundPolicy, String reason)
        implements OfferingEvent {}
