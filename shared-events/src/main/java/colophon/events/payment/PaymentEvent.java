package colophon.events.payment;

/** Everything that can happen to one payment. */
public sealed interface PaymentEvent permits PaymentReceived, PaymentRefunded, PaymentReversed {

    /** The payment this is about. */
    String paymentId();
}
