package colophon.commands.payment;

import static colophon.commands.Reason.ALREADY_REVERSED;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.Reason.PAYMENT_NOT_FOUND;
import static colophon.commands.Reason.PAYMENT_REFUNDED;
import static colophon.commands.Reason.REFUND_EXCEEDS_PAYMENT;

import colophon.commands.Refusal;
import colophon.commands.loading.StreamType;
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
    StreamType<Payment, PaymentEvent> STREAM =
            new StreamType<>("payment", new Unknown(), Payment::evolve, PAYMENT_NOT_FOUND);

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
    static List<PaymentEvent> decide(ReceivePayment command, Payment payment, LocalDate today) {
        var before = first(payment);
        if (before != null && same(command, before)) return List.of();
        if (before != null)
            throw new Refusal(
                    ID_TAKEN, "Payment " + command.paymentId() + " exists with other particulars.");
        return List.of(
                new PaymentReceived(
                        command.paymentId(),
                        command.studentId(),
                        command.institutionId(),
                        command.amount(),
                        command.method(),
                        command.payer(),
                        command.reference(),
                        Objects.requireNonNullElse(command.receivedOn(), today)));
    }

    /** Refunds. Returns an empty list if the same refund was made already. */
    static List<PaymentEvent> decide(RefundPayment command, Payment payment, LocalDate today) {
        var received = received(payment, command.paymentId());
        var before = received.refunds().get(command.refundId());
        if (before != null && same(command, before)) return List.of();
        if (before != null)
            throw new Refusal(
                    ID_TAKEN,
                    "Refund "
                            + command.refundId()
                            + " of payment "
                            + command.paymentId()
                            + " exists with other particulars.");
        if (command.amount().compareTo(received.left()) > 0)
            throw new Refusal(
                    REFUND_EXCEEDS_PAYMENT,
                    command.amount()
                            + " was to be refunded, but payment "
                            + command.paymentId()
                            + " has "
                            + received.left()
                            + " left to refund.");
        return List.of(
                new PaymentRefunded(
                        command.paymentId(),
                        command.refundId(),
                        received.as().studentId(),
                        received.as().institutionId(),
                        command.amount(),
                        received.as().payer(),
                        command.reason(),
                        Objects.requireNonNullElse(command.refundedOn(), today)));
    }

    /**
     * Reverses a payment without refunds. Returns an empty list if it was reversed already for the
     * same reason.
     */
    static List<PaymentEvent> decide(ReversePayment command, Payment payment, LocalDate today) {
        if (payment instanceof Reversed before && before.reason().equals(command.reason()))
            return List.of();
        var received = received(payment, command.paymentId());
        if (!received.refunds().isEmpty())
            throw new Refusal(
                    PAYMENT_REFUNDED,
                    "Of payment "
                            + command.paymentId()
                            + " "
                            + received.as().amount().minus(received.left())
                            + " was refunded, so it cannot count as never received.");
        var as = received.as();
        return List.of(
                new PaymentReversed(
                        as.paymentId(),
                        as.studentId(),
                        as.institutionId(),
                        as.amount(),
                        command.reason(),
                        today));
    }

    /** The state after one more event. */
    static Payment evolve(Payment payment, PaymentEvent event) {
        return switch (event) {
            case PaymentReceived e -> new Received(e, e.amount(), Map.of());
            case PaymentRefunded e -> refund(received(payment, e.paymentId()), e);
            case PaymentReversed e -> new Reversed(require(payment, e.paymentId()), e.reason());
        };
    }

    /** The event that recorded it. Refused if it does not exist. */
    static PaymentReceived require(Payment payment, String id) {
        var first = first(payment);
        if (first == null) throw STREAM.notFound(id);
        return first;
    }

    private static Received received(Payment payment, String id) {
        require(payment, id);
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

    private static boolean same(ReceivePayment command, PaymentReceived before) {
        return command.studentId().equals(before.studentId())
                && command.institutionId().equals(before.institutionId())
                && command.amount().equals(before.amount())
                && command.method() == before.method()
                && command.payer() == before.payer()
                && Objects.equals(command.reference(), before.reference())
                && (command.receivedOn() == null
                        || command.receivedOn().equals(before.receivedOn()));
    }

    private static boolean same(RefundPayment command, PaymentRefunded before) {
        return command.amount().equals(before.amount())
                && command.reason().equals(before.reason())
                && (command.refundedOn() == null
                        || command.refundedOn().equals(before.refundedOn()));
    }
}
