package colophon.commands.payment;

import colophon.events.money.Money;
import colophon.events.payment.Payer;
import colophon.events.payment.PaymentMethod;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * Records a payment for a student.
 *
 * @param receivedOn null for today
 */
public record ReceivePayment(
        String paymentId,
        String studentId,
        String institutionId,
        Money amount,
        PaymentMethod method,
        Payer payer,
        @Nullable String reference,
        @Nullable LocalDate receivedOn) {}
