package colophon.api.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.UUID;

class FreeTextTest {

    private record Named(@Identifier @Nullable String id) {}

    private record Said(@FreeText @Nullable String text) {}

    private record SaidBriefly(@FreeText(max = 5) @Nullable String text) {}

    private record Dated(@PlausibleDay @Nullable LocalDate on) {}

    @ParameterizedTest
    @ValueSource(strings = {"a", "A", "0", "uva", "m-20", "2026.summer_1", "a..b", "a-", "0._-"})
    void takes_an_id_of_letters_digits_and_marks(String id) {
        assertThat(BodyValidation.mistakes(new Named(id))).isEmpty();
    }

    @Test
    void takes_an_id_of_64_characters_and_no_id_at_all() {
        assertThat(BodyValidation.mistakes(new Named("a".repeat(64)))).isEmpty();
        assertThat(BodyValidation.mistakes(new Named(null))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-a",
                ".a",
                "_a",
                "..",
                ".",
                "a b",
                " a",
                "a ",
                "a\n",
                "a\t",
                "a/b",
                "a:b",
                "a\\b",
                "../a",
                "a%2fb",
                "a?b",
                "a#b",
                "a@b",
                "a,b",
                "a;b",
                "a'b",
                "a\"b",
                "<a>",
                "$ne",
                "{a}",
                "caf\u00e9",
                "\uff41",
                "\u0430",
                "a\u200b",
                "a\u0000",
                "\u0000",
                "\u202ea",
                "\ud83d\ude00",
                "\ud800"
            })
    void refuses_any_other_id_in_one_sentence(String id) {
        assertThat(BodyValidation.mistakes(new Named(id)))
                .hasEntrySatisfying(
                        "id", message -> assertThat(message).startsWith("must be 1 to 64"));
    }

    @Test
    void refuses_an_id_of_65_characters() {
        assertThat(BodyValidation.mistakes(new Named("a".repeat(65)))).containsOnlyKeys("id");
        assertThat(BodyValidation.mistakes(new Named("a".repeat(100_000)))).containsOnlyKeys("id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "Rare Book School",
                " padded ",
                "O'Brien-Smith, Jr.",
                "Nu\u00f1ez",
                "\u0141ukasz",
                "\u5f20\u4f1f",
                "\u0645\u062d\u0645\u062f", // right to left
                "\u05e9\u05dc\u05d5\u05dd",
                "a\u0301", // combining accent
                "\ud83d\ude00",
                "\ud83d\udc69\u200d\ud83c\udf93", // a student: two emoji joined
                "\ud83c\uddfa\ud83c\uddf8",
                "\u202eabc", // overrides the direction: shown carefully, not refused
                "<script>alert(1)</script>",
                "=1+1",
                "${1+1} {max} #{1}",
                "Robert'); DROP TABLE students;--",
            })
    void takes_the_text_of_people_as_it_is(String text) {
        assertThat(BodyValidation.mistakes(new Said(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "   ",
                "\t",
                "\n",
                "\u2003",
                "\u3000",
                "a\u0000b",
                "\u0000",
                "a\nb",
                "a\r\nb",
                "a\tb",
                "\u0007",
                "\u001b[31m",
                "a\u007f",
                "a\u0085b",
                "a\u009bb",
                "\ud800",
                "a\ud83d",
                "\ude00a",
                "\ude00\ud83d", // the halves of an emoji in the wrong order
                "a\uffff",
                "a\ufdd0",
                "\udbff\udfff", // the last code point, which is no character
            })
    void refuses_text_with_nothing_in_it_or_with_broken_characters(String text) {
        assertThat(BodyValidation.mistakes(new Said(text)))
                .hasEntrySatisfying(
                        "text", message -> assertThat(message).startsWith("must be 1 to 200"));
    }

    @Test
    void counts_the_length_of_text_in_utf_16_units() {
        assertThat(BodyValidation.mistakes(new SaidBriefly("12345"))).isEmpty();
        assertThat(BodyValidation.mistakes(new SaidBriefly("\ud83d\ude00\ud83d\ude00"))).isEmpty();
        assertThat(BodyValidation.mistakes(new SaidBriefly("123456")))
                .hasEntrySatisfying(
                        "text", message -> assertThat(message).startsWith("must be 1 to 5 "));
        assertThat(BodyValidation.mistakes(new SaidBriefly("\ud83d\ude00".repeat(3))))
                .containsOnlyKeys("text");
        assertThat(BodyValidation.mistakes(new Said("x".repeat(200)))).isEmpty();
        assertThat(BodyValidation.mistakes(new Said("x".repeat(201)))).containsOnlyKeys("text");
        assertThat(BodyValidation.mistakes(new Said(null))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01", "1999-12-31", "2024-02-29", "2199-12-31"})
    void takes_a_day_somebody_may_mean(LocalDate day) {
        assertThat(BodyValidation.mistakes(new Dated(day))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1899-12-31",
                "2200-01-01",
                "0001-01-01",
                "-0001-01-01",
                "+12026-06-01",
                "+999999999-12-31",
                "-999999999-01-01"
            })
    void refuses_a_day_nobody_means(LocalDate day) {
        assertThat(BodyValidation.mistakes(new Dated(day)))
                .containsEntry("on", "must be a day of the years 1900 to 2199");
    }

    @Test
    void no_day_passes() {
        assertThat(BodyValidation.mistakes(new Dated(null))).isEmpty();
    }

    @Test
    void an_id_the_client_left_out_is_made_and_keeps_the_rules_for_ids() {
        assertThat(Identifiers.given("mine")).isEqualTo("mine");
        var made = Identifiers.given(null);
        assertThat(UUID.fromString(made)).hasToString(made);
        assertThat(Identifiers.given(null)).isNotEqualTo(made);
        assertThat(BodyValidation.mistakes(new Named(made))).isEmpty();
    }
}
