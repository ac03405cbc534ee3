package colophon.views.payment;

import colophon.events.Recorded;
import colophon.events.money.Money;
import colophon.events.payment.Payer;
import colophon.events.payment.PaymentEvent;
import colophon.events.payment.PaymentMethod;
import colophon.events.payment.PaymentReceived;
import colophon.events.payment.PaymentRefunded;
import colophon.events.payment.PaymentReversed;
import colophon.views.reading.View;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers: how much was received with this payment, and how much of it was refunded?
 *
 * @param reversal null unless the payment was booked by mistake; then it counts as never received
 */
public record Payment(
        String id,
        String studentId,
        String institutionId,
        Money amount,
        PaymentMethod method,
        Payer payer,
        @Nullable String reference,
        LocalDate receivedOn,
        List<PaymentRefund> refunds,
        Money refunded,
        @Nullable PaymentReversal reversal) {

    /** All payments, by id; the index {@code student} finds those of a student, by day, then id. */
    public static final View<Payment> VIEW =
            View.<Payment>of(
                            "payments",
                            Payment.class,
                            event -> event instanceof PaymentEvent e ? e.paymentId() : null,
                            Payment::evolve)
                    .indexed(
                            "student",
                            Payment::studentId,
                            payment -> payment.receivedOn().toString());

    /** A part that was paid back. */
    public record PaymentRefund(String id, Money amount, String reason, LocalDate refundedOn) {}

    /** Why and when the payment was reversed. */
    public record PaymentReversal(String reason, LocalDate reversedOn) {}

    static Payment evolve(@Nullable Payment before, Recorded<?> fact) {
        return switch ((PaymentEvent) fact.event()) {
            case PaymentReceived e ->
                    new Payment(
                            e.paymentId(),
                            e.studentId(),
                            e.institutionId(),
                            e.amount(),
                            e.method(),
                            e.payer(),
                            e.reference(),
                            e.receivedOn(),
                            List.of(),
                            Money.zero(e.amount().currency()),
                            null);
            case PaymentRefunded e -> View.existing(before, "payment", e.paymentId()).less(e);
            case PaymentReversed e ->
                    View.existing(before, "payment", e.paymentId())
                            .reversed(new PaymentReversal(e.reason(), e.reversedOn()));
        };
    }

    private Payment less(PaymentRefunded e) {
        var more = new ArrayList<>(refunds);
        more.add(new PaymentRefund(e.refundId(), e.amount(), e.reason(), e.refundedOn()));
        return new Payment(
                id,
                studentId,
                institutionId,
                amount,
                method,
                payer,
                reference,
                receivedOn,
                List.copyOf(more),
                refunded.plus(e.amount()),
                reversal);
    }

    private Payment reversed(PaymentReversal why) {
        return new Payment(
                id,
                studentId,
                institutionId,
                amount,
                method,
                payer,
                reference,
                receivedOn,
                refunds,
                refunded,
                why);
    }
}
