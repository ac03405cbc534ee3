package colophon.events.payment;

import colophon.events.BusinessDate;
import colophon.events.Stored;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/** A payment for a student was received. */
@Stored(as = "PaymentReceived", version = 1)
public record PaymentReceived(
        String paymentId,
        String studentId,
        String institutionId,
        Money amount,
        PaymentMethod method,
        Payer payer,
        @Nullable String reference,
        @BusinessDate LocalDate receivedOn)
        implements PaymentEvent {}
