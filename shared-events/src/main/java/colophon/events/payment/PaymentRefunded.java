package colophon.events.payment;

import colophon.events.Stored;
import colophon.events.money.Money;

import java.time.LocalDate;

/** Part or all of a payment went back to its payer. The posting is in the same commit. */
@Stored(as = "PaymentRefunded", version = 1)
public record PaymentRefunded(
        String paymentId, String refundId, Money amount, String reason, LocalDate refundedOn)
        implements PaymentEvent {}
