package colophon.commands.payment;

import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * Refunds part or all of a payment to its payer.
 *
 * @param refundId unique within the payment
 * @param refundedOn null for today
 */
public record RefundPayment(
        String paymentId,
        String refundId,
        Money amount,
        String reason,
        @Nullable LocalDate refundedOn) {}
