package colophon.commands.offering;

import colophon.events.refund.RefundPolicy;

/**
 * Whoever enrolls from now on falls under other terms.
 *
 * @param refundPolicy its version is not looked at: it gets the next one
 */
public record ReviseRefundPolicy(String offeringId, RefundPolicy refundPolicy, String reason) {}
