package colophon.commands.payment;

import colophon.api.request.Amount;
import colophon.api.request.FreeText;
import colophon.api.request.Identifier;
import colophon.api.request.Identifiers;
import colophon.api.request.PlausibleDay;
import colophon.events.payment.Payer;
import colophon.events.payment.PaymentMethod;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Objects;

/** The body of a request to record a payment. */
public record PaymentBody(
        @NotNull @Identifier String studentId,
        @NotNull @Identifier String institutionId,
        @NotNull @Valid Amount amount,
        @NotNull PaymentMethod method,
        @Nullable @Identifier String id,
        @Nullable Payer payer,
        @Nullable @FreeText(max = 100) String reference,
        @Nullable @PlausibleDay LocalDate receivedOn) {

    /** The command; the payer is self, and the id a new one, unless they are given. */
    public ReceivePayment toCommand() {
        return new ReceivePayment(
                Identifiers.given(id),
                studentId,
                institutionId,
                amount.toMoney(),
                method,
                Objects.requireNonNullElse(payer, Payer.SELF),
                reference,
                receivedOn);
    }
}
