package colophon.commands.payment;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.Reason.PAYMENT_NOT_FOUND;
import static colophon.commands.campus.Sums.usd;
import static colophon.commands.payment.PaymentFacts.TODAY;
import static colophon.commands.payment.PaymentFacts.received;
import static colophon.commands.payment.PaymentFacts.refunded;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.money.Money;
import colophon.events.payment.Payer;
import colophon.events.payment.PaymentMethod;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

class ReceivePaymentTest {

    private static final Money TUITION = usd("1395");

    @Test
    void receives_a_payment_on_the_day_that_is_given() {
        given(Payment.STREAM)
                .when(state -> Payment.decide(receive(TODAY), state, TODAY.plusDays(3)))
                .then(received());
    }

    @Test
    void receives_a_payment_today_when_no_day_is_given() {
        given(Payment.STREAM)
                .when(state -> Payment.decide(receive(null), state, TODAY))
                .then(received());
    }

    @Test
    void has_all_of_it_left_to_refund() {
        assertThat(given(Payment.STREAM, received()).state())
                .isEqualTo(new Payment.Received(received(), TUITION, Map.of()));
    }

    @Test
    void recognises_a_repeated_request_on_a_later_day() {
        given(Payment.STREAM, received())
                .when(state -> Payment.decide(receive(null), state, TODAY.plusDays(3)))
                .thenNothing();
    }

    @Test
    void recognises_a_repeated_request_after_a_refund() {
        given(Payment.STREAM, received(), refunded("r-1", "1395"))
                .when(state -> Payment.decide(receive(TODAY), state, TODAY))
                .thenNothing();
    }

    @Test
    void refuses_the_id_of_a_payment_with_any_other_particular() {
        for (var other :
                List.of(
                        receive("s-2", "uva", TUITION, PaymentMethod.CHECK, "no. 17", TODAY),
                        receive("s-1", "ucla", TUITION, PaymentMethod.CHECK, "no. 17", TODAY),
                        receive("s-1", "uva", usd("1"), PaymentMethod.CHECK, "no. 17", TODAY),
                        receive("s-1", "uva", TUITION, PaymentMethod.CASH, "no. 17", TODAY),
                        receive("s-1", "uva", TUITION, PaymentMethod.CHECK, "no. 18", TODAY),
                        receive("s-1", "uva", TUITION, PaymentMethod.CHECK, null, TODAY),
                        receive(TODAY.minusDays(1)),
                        new ReceivePayment(
                                "p-1",
                                "s-1",
                                "uva",
                                TUITION,
                                PaymentMethod.CHECK,
                                Payer.SELF,
                                "no. 17",
                                TODAY)))
            given(Payment.STREAM, received())
                    .when(state -> Payment.decide(other, state, TODAY))
                    .thenRefused(ID_TAKEN, "p-1");
    }

    @Test
    void is_not_known_before() {
        given(Payment.STREAM)
                .when(
                        state -> {
                            Payment.require(state, "p-1");
                            return List.of();
                        })
                .thenRefused(PAYMENT_NOT_FOUND, "p-1");
    }

    private static ReceivePayment receive(@Nullable LocalDate on) {
        return receive("s-1", "uva", TUITION, PaymentMethod.CHECK, "no. 17", on);
    }

    private static ReceivePayment receive(
            String studentId,
            String institutionId,
            Money amount,
            PaymentMethod method,
            @Nullable String reference,
            @Nullable LocalDate on) {
        return new ReceivePayment(
                "p-1", studentId, institutionId, amount, method, Payer.EMPLOYER, reference, on);
    }
}
