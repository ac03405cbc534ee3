package colophon.api.request;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.money.Money;

import com.sun.management.ThreadMXBean;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.stream.Stream;

class AmountTest {

    private record Body(@Valid @Nullable Amount amount) {}

    /** Starts the validator, so that no measured row includes its start. */
    @BeforeAll
    static void check_once() {
        assertThat(BodyValidation.mistakes(new Body(null))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0.01, USD",
        "1, USD",
        "1.5, USD",
        "1395.00, USD",
        "999999999, USD",
        "999999999.99, USD",
        "1, JPY",
        "999999999, JPY",
        "0.001, BHD",
        "1.234, BHD",
        "0.0001, CLF",
        "10, EUR",
    })
    void takes_an_exact_positive_amount(String amount, String currency) {
        var given = new Amount(amount, currency);

        assertThat(BodyValidation.mistakes(new Body(given))).isEmpty();
        assertThat(given.toMoney().amount()).isEqualByComparingTo(amount);
        assertThat(given.toMoney().currency()).hasToString(currency);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void refuses_what_is_no_plain_amount_before_it_is_made_a_number(String amount) {
        var begin = allocated();
        var mistakes = BodyValidation.mistakes(new Body(new Amount(amount, "USD")));

        assertThat(allocated() - begin).as("bytes").isLessThan(1_000_000);
        assertThat(mistakes).containsOnlyKeys("amount.amount");
        assertThat(mistakes.get("amount.amount")).startsWith("must ");
    }

    /** Allocated bytes. A number of a million digits would show, since it takes as many bytes. */
    private static long allocated() {
        return ManagementFactory.getPlatformMXBean(ThreadMXBean.class)
                .getCurrentThreadAllocatedBytes();
    }

    static Stream<String> hostile() {
        return Stream.of(
                "0",
                "0.0",
                "0.00",
                "-0",
                "-0.00",
                "-1",
                "-0.01",
                "+1",
                "1000000000",
                "1000000000.00",
                "999999999999999999",
                "9223372036854775807",
                "9223372036854775808",
                "0.001",
                "0.009",
                "1.000",
                "1395.000",
                "1395.0000",
                "0.00001",
                "1395.00000",
                "1e2",
                "1E2",
                "1e+2",
                "1e-2",
                "1e400",
                "1e-400",
                "1e1000000",
                "1E1000000000",
                "9e999999999",
                "NaN",
                "nan",
                "Infinity",
                "-Infinity",
                "inf",
                "1,00",
                "1,000.00",
                "1.000,00",
                "1 000",
                "1_000",
                "1'000",
                "1\u00a0000",
                " 1",
                "1 ",
                "\t1",
                "1\n",
                "1\r\n",
                "\u200b1",
                "\ufeff1",
                "1.",
                ".5",
                ".",
                "-",
                "1.2.3",
                "1..2",
                "00",
                "01",
                "007.00",
                "00.50",
                "0x10",
                "0b1",
                "1d",
                "1f",
                "1L",
                "$1",
                "1 USD",
                "USD",
                "one",
                "null",
                "true",
                "[1]",
                "{}",
                "\"1\"",
                "1\u0000",
                "\u0000",
                "\uff11", // fullwidth digit one
                "\u0661", // Arabic-Indic digit one
                "\u09e7", // Bengali digit one
                "\u2460", // circled digit one
                "\u00bd", // one half
                "\u22121", // minus sign
                "1\ud83d\ude00",
                "\ud800",
                "1; DROP TABLE account",
                "=1+1",
                "${1+1}",
                "#{1+1}",
                "9".repeat(10),
                "9".repeat(10_000),
                "1." + "0".repeat(10_000),
                "0".repeat(100_000));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "\u3000"})
    void refuses_an_amount_that_is_not_there(@Nullable String amount) {
        assertThat(BodyValidation.mistakes(new Body(nullable(amount, "USD"))))
                .containsOnlyKeys("amount.amount");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "usd",
                "US",
                "USDD",
                "US$",
                "ZZZ",
                "AAA",
                "XXX",
                "XAU",
                "840",
                " USD",
                "USD ",
                "USD\n",
                "\uff35\uff33\uff24",
                "U\u0000D"
            })
    void refuses_what_is_no_currency_with_decimals(@Nullable String currency) {
        assertThat(BodyValidation.mistakes(new Body(nullable("1", currency))))
                .containsExactly(
                        Map.entry(
                                "amount.currency", "must be the code of a currency, such as USD"));
    }

    @ParameterizedTest
    @CsvSource({"1.0, JPY", "0.5, JPY", "1.00, JPY", "1.2345, BHD", "0.001, EUR"})
    void refuses_more_decimals_than_the_currency_has(String amount, String currency) {
        assertThat(BodyValidation.mistakes(new Body(new Amount(amount, currency))))
                .hasEntrySatisfying(
                        "amount.amount",
                        message -> assertThat(message).contains("decimals in " + currency));
    }

    @Test
    void is_not_asked_for_where_a_client_may_leave_it_out() {
        assertThat(BodyValidation.mistakes(new Body(null))).isEmpty();
        assertThat(Amount.toMoney(null)).isNull();
        assertThat(Amount.toMoney(new Amount("1.5", "USD")))
                .isEqualTo(new Money(new BigDecimal("1.50"), Currency.getInstance("USD")));
    }

    @SuppressWarnings("NullAway") // what a client sends is not bound by our annotations
    private static Amount nullable(@Nullable String amount, @Nullable String currency) {
        return new Amount(amount, currency);
    }
}
