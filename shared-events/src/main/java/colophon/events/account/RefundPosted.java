package colophon.events.account;

import colophon.events.Stored;
import colophon.events.money.Money;
import colophon.events.payment.Payer;

import java.time.LocalDate;

/** Part or all of a payment went back to its payer. */
@Stored(as = "RefundPosted", version = 1)
public record RefundPosted(
        String institutionId,
        String studentId,
        String paymentId,
        String refundId,
        Money amount,
        Payer payer,
        String reason,
        LocalDate refundedOn)
        implements AccountEvent {}
