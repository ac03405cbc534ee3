package colophon.events.payment;

import colophon.events.BusinessDate;
import colophon.events.Stored;
import colophon.events.money.Money;

import java.time.LocalDate;

/** Part or all of a payment went back to its payer. */
@Stored(as = "PaymentRefunded", version = 1)
public record PaymentRefunded(
        String paymentId,
        String refundId,
        String studentId,
        String institutionId,
        Money amount,
        Payer payer,
        String reason,
        @BusinessDate LocalDate refundedOn)
        implements PaymentEvent {}
