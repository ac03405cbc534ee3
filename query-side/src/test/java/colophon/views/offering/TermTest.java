package colophon.views.offering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;

class TermTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-spring",
        "2026-05-31, 2026-spring",
        "2026-06-01, 2026-summer",
        "2026-08-31, 2026-summer",
        "2026-09-01, 2026-fall",
        "2026-12-31, 2026-fall"
    })
    void every_day_is_in_one(LocalDate day, String term) {
        assertThat(Term.of(day)).hasToString(term);
        assertThat(Objects.requireNonNull(Term.named(term)).contains(day)).isTrue();
        assertThat(Term.of(day).firstDay()).isBeforeOrEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026", "2026-winter", "26-fall", "2026-FALL", "2026-fall "})
    void no_other_word_is_one(String word) {
        assertThat(Term.named(word)).isNull();
    }

    @Test
    void they_follow_the_calendar() {
        assertThat(
                        Stream.of("2026-fall", "2025-fall", "2026-spring", "2026-summer")
                                .map(Term::named)
                                .filter(Objects::nonNull)
                                .sorted())
                .extracting(Term::toString)
                .containsExactly("2025-fall", "2026-spring", "2026-summer", "2026-fall");
    }
}
