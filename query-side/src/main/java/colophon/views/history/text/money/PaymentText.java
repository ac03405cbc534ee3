package colophon.views.history.text.money;

import colophon.events.payment.PaymentEvent;
import colophon.events.payment.PaymentReceived;
import colophon.events.payment.PaymentRefunded;
import colophon.events.payment.PaymentReversed;

/** The texts of the events of a payment. */
public final class PaymentText {

    private PaymentText() {}

    /** The template of an event, which its components fill. */
    public static String of(PaymentEvent event) {
        return switch (event) {
            case PaymentReceived _ ->
                    "Payment {paymentId} of {amount} by {payer}, {method}[, {reference}], is"
                            + " received";
            case PaymentRefunded _ ->
                    "Refund {refundId}: {amount} of payment {paymentId} is refunded to {payer}";
            case PaymentReversed _ -> "Payment {paymentId} of {amount} counts as never received";
        };
    }
}
