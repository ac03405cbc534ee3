package colophon.events.account;

import colophon.events.Stored;
import colophon.events.money.Money;
import colophon.events.payment.Payer;
import colophon.events.payment.PaymentMethod;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/** Money was received for this account. */
@Stored(as = "PaymentPosted", version = 1)
public record PaymentPosted(
        String institutionId,
        String studentId,
        String paymentId,
        Money amount,
        Payer payer,
        PaymentMethod method,
        @Nullable String reference,
        LocalDate receivedOn)
        implements AccountEvent {}
