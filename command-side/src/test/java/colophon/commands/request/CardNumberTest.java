package colophon.commands.request;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Random;

class CardNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "4111 1111 1111 1111",
                "4111-1111-1111-1111",
                "4111.1111.1111.1111",
                "4111_1111_1111_1111",
                "4111 - 1111 - 1111 - 1111",
                "4111\u00a01111\u20111111\u22121111",
                "4\u200b111111111111111",
                "４１１１１１１１１１１１１１１１",
                "٤١١١١١١١١١١١١١١١",
                "4222222222222",
                "5500-0000-0000-0004",
                "2221000000000009",
                "378282246310005",
                "3782 822463 10005",
                "3530111333300000",
                "30569309025904",
                "6011 0009 9013 9424",
                "6759649826438453",
                "6212345678900000003",
                "paid with 4111 1111 1111 1111 on Monday",
                "card4111111111111111",
                "2026-06-15 4111 1111 1111 1111",
                "12 4111111111111111",
                "41-11-11-11-11-11-11-11"
            })
    void a_number_of_a_card_is_found_however_it_is_written(String text) {
        assertThat(CardNumber.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Ada Winter",
                "4111111111111112",
                "411111111111",
                "41111111111111111111",
                "+49 30 1234567890",
                "001 212 555 0100",
                "978-3-16-148410-0",
                "9780306406157",
                "0000000000000000",
                "1764382710123",
                "20261129021830",
                "from 2026-06-25 to 2026-07-25 and from 2026-08-25",
                "41111111-1111-1111-8111-111111111111",
                "9b74c9897bac770ffc029102a200c5de",
                "seats 4111, 1111, 1111 and 1111",
                "calrbs-rbm.preservation-1.2026"
            })
    void what_is_something_else_passes(String text) {
        assertThat(CardNumber.isIn(text)).isFalse();
    }

    @Test
    void a_day_and_an_isbn_that_pass_the_luhn_check_are_what_they_are() {
        assertThat(CardNumber.isIn("20260615000000" + check("20260615000000"))).isFalse();
        // the same, but for a month that there is not
        assertThat(CardNumber.isIn("20269915000000" + check("20269915000000"))).isTrue();
        assertThat(CardNumber.isIn("978-0-00-000004-0")).isFalse();
        assertThat(CardNumber.isIn("978000000000" + check("978000000000"))).isTrue();
    }

    @Property
    void every_number_of_a_card_is_found_with_anything_between_its_digits(
            @ForAll("cards") String number, @ForAll("seeds") int seed) {
        var random = new Random(seed);
        var written = new StringBuilder("no. ");
        for (int n = 0; n < number.length(); n++) {
            written.append(number.charAt(n));
            if (random.nextInt(4) == 0) written.append(" -.\u2013".charAt(random.nextInt(4)));
        }
        assertThat(CardNumber.isIn(number)).isTrue();
        assertThat(CardNumber.isIn(written + "!")).isTrue();
    }

    @Property
    void with_another_last_digit_it_is_none(
            @ForAll("cards") String number, @ForAll("seeds") int seed) {
        int last = number.charAt(number.length() - 1) - '0';
        int other = (last + 1 + Math.floorMod(seed, 9)) % 10;
        assertThat(CardNumber.isIn(number.substring(0, number.length() - 1) + other)).isFalse();
    }

    @Provide
    Arbitrary<Integer> seeds() {
        return Arbitraries.integers();
    }

    /** As the schemes of cards begin theirs. */
    @Provide
    Arbitrary<String> cards() {
        var beginnings =
                Arbitraries.of(
                                "4", "51", "55", "2221", "2720", "34", "37", "36", "38", "6011",
                                "65")
                        .edgeCases(config -> config.none());
        return Combinators.combine(
                        beginnings,
                        Arbitraries.strings().numeric().ofLength(18),
                        Arbitraries.integers().between(13, 19))
                .as(
                        (beginning, rest, length) -> {
                            var digits = (beginning + rest).substring(0, length - 1);
                            return digits + check(digits);
                        });
    }

    private static int check(String digits) {
        return (10 - luhnOf(digits + "0")) % 10;
    }

    private static int luhnOf(String digits) {
        int sum = 0;
        boolean doubled = false;
        for (int n = digits.length() - 1; n >= 0; n--, doubled = !doubled) {
            int value = (digits.charAt(n) - '0') * (doubled ? 2 : 1);
            sum += value / 10 + value % 10;
        }
        return sum % 10;
    }
}
