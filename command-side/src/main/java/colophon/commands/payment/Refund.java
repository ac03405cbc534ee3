package colophon.commands.payment;

import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * Money of a payment goes back to who had paid it.
 *
 * @param refundId unique within the payment
 * @param refundedOn null for today
 */
public record Refund(
        String paymentId,
        String refundId,
        Money amount,
        String reason,
        @Nullable LocalDate refundedOn) {}
