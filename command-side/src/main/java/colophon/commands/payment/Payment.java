package colophon.commands.payment;

import static colophon.commands.Reason.ALREADY_REVERSED;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.Reason.PAYMENT_NOT_FOUND;
import static colophon.commands.Reason.PAYMENT_REFUNDED;
import static colophon.commands.Reason.REFUND_EXCEEDS_PAYMENT;

import colophon.commands.Refusal;
import colophon.commands.desk.Subject;
import colophon.events.money.Money;
import colophon.events.payment.PaymentEvent;
import colophon.events.payment.PaymentReceived;
import colophon.events.payment.PaymentRefunded;
import colophon.events.payment.PaymentReversed;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The rules of a payment. */
public sealed interface Payment {

    /** How payments are loaded. */
    Subject<Payment, PaymentEvent> SUBJECT =
            new Subject<>("payment", new Unknown(), Payment::evolve);

    /** The payment does not exist. */
    record Unknown() implements Payment {}

    /** The payment was received; {@code left} is not refunded. */
    record Received(PaymentReceived as, Money left, Map<String, PaymentRefunded> refunds)
            implements Payment {}

    /** The payment had been booked wrongly and counts as never received. */
    record Reversed(PaymentReceived as, String reason) implements Payment {}

    /**
     * Records a payment. Returns an empty list if the same one was recorded, even if reversed
     * since.
     */
    static List<PaymentEvent> decide(ReceivePayment r, Payment payment, LocalDate today) {
        var before = first(payment);
        if (before != null && same(r, before)) return List.of();
        if (before != null)
            throw new Refusal(
                    ID_TAKEN, "Payment " + r.paymentId() + " exists with other particulars.");
        return List.of(
                new PaymentReceived(
                        r.paymentId(),
                        r.studentId(),
                        r.institutionId(),
                        r.amount(),
                        r.method(),
                        r.payer(),
                        r.reference(),
                        Objects.requireNonNullElse(r.receivedOn(), today)));
    }

    /** Refunds. Returns an empty list if the same refund was made already. */
    static List<PaymentEvent> decide(Refund r, Payment payment, LocalDate today) {
        var received = received(payment, r.paymentId());
        var before = received.refunds().get(r.refundId());
        if (before != null && same(r, before)) return List.of();
        if (before != null)
            throw new Refusal(
                    ID_TAKEN,
                    "Refund "
                            + r.refundId()
                            + " of payment "
                            + r.paymentId()
                            + " exists with other particulars.");
        if (r.amount().compareTo(received.left()) > 0)
            throw new Refusal(
                    REFUND_EXCEEDS_PAYMENT,
                    r.amount()
                            + " was to be refunded, but payment "
                            + r.paymentId()
                            + " has "
                            + received.left()
                            + " left to refund.");
        return List.of(
                new PaymentRefunded(
                        r.paymentId(),
                        r.refundId(),
                        r.amount(),
                        r.reason(),
                        Objects.requireNonNullElse(r.refundedOn(), today)));
    }

    /**
     * Reverses a payment without refunds. Returns an empty list if it was reversed already for the
     * same reason.
     */
    static List<PaymentEvent> decide(ReversePayment r, Payment payment, LocalDate today) {
        if (payment instanceof Reversed before && before.reason().equals(r.reason()))
            return List.of();
        var received = received(payment, r.paymentId());
        if (!received.refunds().isEmpty())
            throw new Refusal(
                    PAYMENT_REFUNDED,
                    "Of payment "
                            + r.paymentId()
                            + " "
                            + received.as().amount().minus(received.left())
                            + " was refunded, so it cannot count as never received.");
        return List.of(new PaymentReversed(r.paymentId(), r.reason(), today));
    }

    /** The state after one more event. */
    static Payment evolve(Payment payment, PaymentEvent event) {
        return switch (event) {
            case PaymentReceived e -> new Received(e, e.amount(), Map.of());
            case PaymentRefunded e -> refund(received(payment, e.paymentId()), e);
            case PaymentReversed e -> new Reversed(known(payment, e.paymentId()), e.reason());
        };
    }

    /** The event that recorded it. Refused if it does not exist. */
    static PaymentReceived known(Payment payment, String id) {
        var first = first(payment);
        if (first == null) throw new Refusal(PAYMENT_NOT_FOUND, "There is no payment " + id + ".");
        return first;
    }

    private static Received received(Payment payment, String id) {
        known(payment, id);
        if (payment instanceof Received received) return received;
        throw new Refusal(ALREADY_REVERSED, "Payment " + id + " was reversed.");
    }

    private static @Nullable PaymentReceived first(Payment payment) {
        return switch (payment) {
            case Unknown _ -> null;
            case Received received -> received.as();
            case Reversed reversed -> reversed.as();
        };
    }

    private static Received refund(Received payment, PaymentRefunded e) {
        var refunds = new HashMap<>(payment.refunds());
        refunds.put(e.refundId(), e);
        return new Received(payment.as(), payment.left().minus(e.amount()), Map.copyOf(refunds));
    }

    private static boolean same(ReceivePayment r, PaymentReceived before) {
        return r.studentId().equals(before.studentId())
                && r.institutionId().equals(before.institutionId())
                && r.amount().equals(before.amount())
                && r.method() == before.method()
                && r.payer() == before.payer()
                && Objects.equals(r.reference(), before.reference())
                && (r.receivedOn() == null || r.receivedOn().equals(before.receivedOn()));
    }

    private static boolean same(Refund r, PaymentRefunded before) {
        return r.amount().equals(before.amount())
                && r.reason().equals(before.reason())
                && (r.refundedOn() == null || r.refundedOn().equals(before.refundedOn()));
    }
}
