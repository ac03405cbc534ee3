package colophon.commands.offering;

import colophon.events.refund.RefundPolicy;

/**
 * Changes the refund policy for new enrollments.
 *
 * @param refundPolicy its version is ignored; it gets the next one
 */
public record ReviseRefundPolicy(String offeringId, RefundPolicy refundPolicy, String reason) {}
