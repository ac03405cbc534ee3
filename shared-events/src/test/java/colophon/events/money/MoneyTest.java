package colophon.events.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.function.BiFunction;

class MoneyTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final Money ZERO = Money.zero(USD);

    @Provide
    Arbitrary<Money> dollars() {
        return Arbitraries.longs()
                .between(-100_000_000_000L, 100_000_000_000L)
                .map(cents -> new Money(BigDecimal.valueOf(cents, 2), USD));
    }

    @Property
    void sums_do_not_depend_on_order_or_grouping(
            @ForAll("dollars") Money a, @ForAll("dollars") Money b, @ForAll("dollars") Money c) {
        assertThat(a.plus(b)).isEqualTo(b.plus(a));
        assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
    }

    @Property
    void a_difference_undoes_a_sum(@ForAll("dollars") Money a, @ForAll("dollars") Money b) {
        assertThat(a.plus(b).minus(b)).isEqualTo(a);
        assertThat(a.minus(b)).isEqualTo(a.plus(b.negated()));
        assertThat(a.minus(a)).isEqualTo(ZERO);
        assertThat(a.plus(ZERO)).isEqualTo(a);
        assertThat(a.negated().negated()).isEqualTo(a);
    }

    @Property
    void is_exact_to_the_cent(@ForAll("dollars") Money a, @ForAll("dollars") Money b) {
        var cents = a.amount().unscaledValue().add(b.amount().unscaledValue());
        assertThat(a.plus(b)).isEqualTo(new Money(new BigDecimal(cents, 2), USD));
    }

    @Property
    void order_agrees_with_differences(@ForAll("dollars") Money a, @ForAll("dollars") Money b) {
        assertThat(a.compareTo(b)).isEqualTo(a.minus(b).amount().signum());
        assertThat(a.min(b).compareTo(a.max(b))).isLessThanOrEqualTo(0);
        assertThat(a.min(b).plus(a.max(b))).isEqualTo(a.plus(b));
        assertThat(a.min(b)).isIn(a, b);
    }

    @Property
    void is_positive_or_negative_or_zero(@ForAll("dollars") Money a) {
        assertThat(List.of(a.isPositive(), a.isNegative(), a.isZero())).containsOnlyOnce(true);
        assertThat(a.isPositive()).isEqualTo(a.compareTo(ZERO) > 0);
        assertThat(a.orZero()).isEqualTo(a.max(ZERO));
    }

    @Property
    void reads_back_what_it_shows(@ForAll("dollars") Money a) {
        var parts = a.toString().split(" ", -1);
        assertThat(new Money(new BigDecimal(parts[0]), Currency.getInstance(parts[1])))
                .isEqualTo(a);
    }

    @ParameterizedTest
    @CsvSource({
        "1, USD, 1.00 USD",
        "1.5, USD, 1.50 USD",
        "1.500, USD, 1.50 USD",
        "1E+3, USD, 1000.00 USD",
        "1000, JPY, 1000 JPY",
        "1E+3, JPY, 1000 JPY",
        "1.5, BHD, 1.500 BHD",
        "-0.01, USD, -0.01 USD",
        "0, USD, 0.00 USD",
    })
    void widens_to_the_decimals_of_its_currency(BigDecimal amount, Currency currency, String text) {
        assertThat(new Money(amount, currency)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({"0.001, USD", "1395.005, USD", "0.5, JPY", "1.2345, BHD", "1E-400, USD"})
    void refuses_more_decimals_than_its_currency_has(BigDecimal amount, Currency currency) {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new Money(amount, currency));
    }

    @Test
    void equal_amounts_are_equal_however_they_were_written() {
        var money = new Money(new BigDecimal("5"), USD);
        assertThat(money).isEqualTo(new Money(new BigDecimal("5.00"), USD));
        assertThat(money).hasSameHashCodeAs(new Money(new BigDecimal("5.00"), USD));
        assertThat(money).isNotEqualTo(new Money(new BigDecimal("5"), Currency.getInstance("EUR")));
    }

    @Test
    void never_mixes_two_currencies() {
        var euro = new Money(BigDecimal.ONE, Currency.getInstance("EUR"));
        List<BiFunction<Money, Money, Object>> all =
                List.of(Money::plus, Money::minus, Money::min, Money::max, Money::compareTo);
        for (var mix : all)
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> mix.apply(ZERO, euro))
                    .withMessageContainingAll("0.00 USD", "1.00 EUR");
    }
}
