package colophon.commands.payment;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.Reason.PAYMENT_NOT_FOUND;
import static colophon.commands.Reason.REFUND_EXCEEDS_PAYMENT;
import static colophon.commands.campus.Sums.usd;
import static colophon.commands.payment.PaymentFacts.TODAY;
import static colophon.commands.payment.PaymentFacts.received;
import static colophon.commands.payment.PaymentFacts.refunded;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;

class RefundPaymentTest {

    @Test
    void refunds_part_of_a_payment_today() {
        given(Payment.STREAM, received())
                .when(state -> Payment.decide(refund("r-1", "100", null), state, TODAY))
                .then(refunded("r-1", "100"));
    }

    @Test
    void refunds_on_the_day_that_is_given() {
        given(Payment.STREAM, received())
                .when(
                        state ->
                                Payment.decide(
                                        refund("r-1", "100", TODAY), state, TODAY.plusDays(3)))
                .then(refunded("r-1", "100"));
    }

    @Test
    void refunds_exactly_the_whole_payment() {
        given(Payment.STREAM, received())
                .when(state -> Payment.decide(refund("r-1", "1395", null), state, TODAY))
                .then(refunded("r-1", "1395"));
    }

    @Test
    void refuses_one_cent_more_than_the_payment() {
        given(Payment.STREAM, received())
                .when(state -> Payment.decide(refund("r-1", "1395.01", null), state, TODAY))
                .thenRefused(REFUND_EXCEEDS_PAYMENT, "1395.01 USD", "p-1", "1395.00 USD");
    }

    @Test
    void refunds_exactly_what_earlier_refunds_left() {
        given(Payment.STREAM, received(), refunded("r-1", "1000"))
                .when(state -> Payment.decide(refund("r-2", "395", null), state, TODAY))
                .then(refunded("r-2", "395"));
    }

    @Test
    void refuses_one_cent_more_than_earlier_refunds_left() {
        given(Payment.STREAM, received(), refunded("r-1", "1000"))
                .when(state -> Payment.decide(refund("r-2", "395.01", null), state, TODAY))
                .thenRefused(REFUND_EXCEEDS_PAYMENT, "395.01 USD", "395.00 USD");
    }

    @Test
    void recognises_a_repeated_request_although_nothing_is_left() {
        given(Payment.STREAM, received(), refunded("r-1", "1395"))
                .when(
                        state ->
                                Payment.decide(
                                        refund("r-1", "1395", null), state, TODAY.plusDays(1)))
                .thenNothing();
    }

    @Test
    void refuses_the_id_of_a_refund_of_another_amount() {
        given(Payment.STREAM, received(), refunded("r-1", "100"))
                .when(state -> Payment.decide(refund("r-1", "101", null), state, TODAY))
                .thenRefused(ID_TAKEN, "r-1", "p-1");
    }

    @Test
    void refuses_the_id_of_a_refund_on_another_day() {
        given(Payment.STREAM, received(), refunded("r-1", "100"))
                .when(
                        state ->
                                Payment.decide(
                                        refund("r-1", "100", TODAY.plusDays(1)), state, TODAY))
                .thenRefused(ID_TAKEN, "r-1");
    }

    @Test
    void refuses_the_id_of_a_refund_for_another_reason() {
        var other = new RefundPayment("p-1", "r-1", usd("100"), "paid twice", null);
        given(Payment.STREAM, received(), refunded("r-1", "100"))
                .when(state -> Payment.decide(other, state, TODAY))
                .thenRefused(ID_TAKEN, "r-1");
    }

    @Test
    void refuses_a_payment_nobody_received() {
        given(Payment.STREAM)
                .when(state -> Payment.decide(refund("r-1", "100", null), state, TODAY))
                .thenRefused(PAYMENT_NOT_FOUND, "p-1");
    }

    private static RefundPayment refund(String refundId, String amount, @Nullable LocalDate on) {
        return new RefundPayment("p-1", refundId, usd(amount), "withdrew", on);
    }
}
