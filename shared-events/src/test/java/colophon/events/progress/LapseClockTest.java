package colophon.events.progress;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.progress.LapseClock.LeavePeriod;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;

class LapseClockTest {

    private static final Period YEAR = Period.ofYears(1);

    @Test
    void runs_from_the_day_it_began() {
        assertThat(lastDay(List.of())).isEqualTo("2025-01-15");
    }

    @Test
    void begins_anew_with_every_sign_of_life_up_to_the_last_day() {
        assertThat(lastDay(List.of(), "2024-06-01", "2025-01-15")).isEqualTo("2026-01-15");
        assertThat(lastDay(List.of(), "2025-06-01", "2024-07-01")).isEqualTo("2026-06-01");
    }

    @Test
    void is_not_brought_back_by_what_happens_after_the_last_day() {
        assertThat(lastDay(List.of(), "2025-01-16")).isEqualTo("2025-01-15");
    }

    @Test
    void does_not_begin_before_it_was_declared() {
        assertThat(lastDay(List.of(), "2023-06-01")).isEqualTo("2025-01-15");
    }

    @Test
    void stands_still_on_every_day_of_leave() {
        assertThat(lastDay(List.of(leave("2024-03-01", "2024-03-10")))).isEqualTo("2025-01-25");
        assertThat(lastDay(List.of(leave("2025-01-15", "2025-01-15")))).isEqualTo("2025-01-16");
    }

    @Test
    void is_not_stopped_by_leave_that_begins_too_late_or_is_over() {
        assertThat(lastDay(List.of(leave("2025-01-16", "2025-03-10")))).isEqualTo("2025-01-15");
        assertThat(lastDay(List.of(leave("2023-03-01", "2024-01-15")))).isEqualTo("2025-01-15");
    }

    @Test
    void counts_a_day_of_two_leaves_once() {
        var leaves = List.of(leave("2024-03-05", "2024-03-10"), leave("2024-03-01", "2024-03-08"));
        assertThat(lastDay(leaves)).isEqualTo("2025-01-25");
    }

    @Test
    void lets_a_leave_be_reached_by_another() {
        var leaves = List.of(leave("2025-01-10", "2025-01-19"), leave("2025-01-20", "2025-01-29"));
        assertThat(lastDay(leaves)).isEqualTo("2025-02-04");
    }

    private static LocalDate lastDay(List<LeavePeriod> leaves, String... signs) {
        return LapseClock.lastDay(
                YEAR,
                LocalDate.parse("2024-01-15"),
                Stream.of(signs).map(LocalDate::parse).toList(),
                leaves);
    }

    private static LeavePeriod leave(String from, String until) {
        return new LeavePeriod(LocalDate.parse(from), LocalDate.parse(until));
    }
}
