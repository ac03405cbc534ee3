package colophon.commands.payment;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ALREADY_REVERSED;
import static colophon.commands.Reason.PAYMENT_NOT_FOUND;
import static colophon.commands.Reason.PAYMENT_REFUNDED;
import static colophon.commands.campus.Sums.usd;
import static colophon.commands.payment.PaymentFacts.TODAY;
import static colophon.commands.payment.PaymentFacts.received;

import colophon.events.payment.Payer;
import colophon.events.payment.PaymentRefunded;
import colophon.events.payment.PaymentReversed;

import org.junit.jupiter.api.Test;

class ReversePaymentTest {

    private static final PaymentReversed REVERSED =
            new PaymentReversed("p-1", "s-1", "uva", usd("1395"), "another student's", TODAY);
    private static final PaymentRefunded REFUNDED =
            new PaymentRefunded(
                    "p-1", "r-1", "s-1", "uva", usd("1"), Payer.EMPLOYER, "too much", TODAY);

    @Test
    void reverses_a_payment() {
        given(Payment.STREAM, received())
                .when(state -> Payment.decide(reverse("another student's"), state, TODAY))
                .then(REVERSED);
    }

    @Test
    void recognises_a_repeated_reversal() {
        given(Payment.STREAM, received(), REVERSED)
                .when(state -> Payment.decide(reverse("another student's"), state, TODAY))
                .thenNothing();
    }

    @Test
    void refuses_to_reverse_it_again_for_another_reason() {
        given(Payment.STREAM, received(), REVERSED)
                .when(state -> Payment.decide(reverse("bounced"), state, TODAY))
                .thenRefused(ALREADY_REVERSED, "p-1");
    }

    @Test
    void refuses_a_payment_of_which_something_went_back() {
        given(Payment.STREAM, received(), REFUNDED)
                .when(state -> Payment.decide(reverse("bounced"), state, TODAY))
                .thenRefused(PAYMENT_REFUNDED, "p-1", "1.00 USD");
    }

    @Test
    void refuses_a_refund_of_a_reversed_payment() {
        var refund = new RefundPayment("p-1", "r-1", usd("1"), "too much", null);
        given(Payment.STREAM, received(), REVERSED)
                .when(state -> Payment.decide(refund, state, TODAY))
                .thenRefused(ALREADY_REVERSED, "p-1");
    }

    @Test
    void refuses_a_payment_nobody_received() {
        given(Payment.STREAM)
                .when(state -> Payment.decide(reverse("bounced"), state, TODAY))
                .thenRefused(PAYMENT_NOT_FOUND, "p-1");
    }

    private static ReversePayment reverse(String reason) {
        return new ReversePayment("p-1", reason);
    }
}
