package colophon.events.payment;

import colophon.events.account.AccountEvent;

/** Everything that can happen to one payment. It lies in the stream of the account, too. */
public sealed interface PaymentEvent extends AccountEvent
        permits PaymentReceived, PaymentRefunded, PaymentReversed {

    /** The payment this is about. */
    String paymentId();
}
