package colophon.commands.payment;

import static colophon.commands.campus.Sums.USD;
import static colophon.commands.payment.PaymentFacts.TODAY;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.commands.Refusal;
import colophon.events.money.Money;
import colophon.events.payment.PaymentEvent;
import colophon.events.payment.PaymentRefunded;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import java.math.BigDecimal;
import java.util.List;

class PaymentPropertiesTest {

    @Property(tries = 400)
    void what_was_refunded_and_what_is_left_are_the_payment_whatever_is_asked_back(
            @ForAll @Size(max = 40) List<@IntRange(min = 1, max = 60_000) Integer> amounts,
            @ForAll @IntRange(min = 1, max = 12) int ids) {
        Payment payment = Payment.evolve(new Payment.Unknown(), PaymentFacts.received());
        for (int i = 0; i < amounts.size(); i++)
            for (var event : decided("r-" + i % ids, amounts.get(i), payment)) {
                payment = Payment.evolve(payment, event);
                balanced((Payment.Received) payment);
            }
    }

    private static List<PaymentEvent> decided(String refundId, int cents, Payment payment) {
        var amount = new Money(BigDecimal.valueOf(cents, 2), USD);
        try {
            return Payment.decide(
                    new RefundPayment("p-1", refundId, amount, "withdrew", null), payment, TODAY);
        } catch (Refusal refusal) {
            return List.of(); // a refusal is fine: it changes nothing
        }
    }

    private static void balanced(Payment.Received payment) {
        var refunded =
                payment.refunds().values().stream()
                        .map(PaymentRefunded::amount)
                        .reduce(Money.zero(USD), Money::plus);
        assertThat(payment.left().plus(refunded)).isEqualTo(payment.as().amount());
        assertThat(payment.left().isNegative()).isFalse();
    }
}
