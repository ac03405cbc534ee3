package colophon.launcher.clock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;

class ClockWatchTest {

    private final MovedClock clock = new MovedClock();
    private final ArrayList<String> lines = new ArrayList<>();
    private final ClockWatch watch = new ClockWatch(clock, clock::nanos, lines::add);
    private final ClockHealth health = new ClockHealth(watch);

    @Test
    void a_clock_that_goes_with_the_time_is_believed() {
        for (int day = 0; day < 400; day++) {
            clock.passes(Duration.ofDays(1));
            clock.isSetBy(Duration.ofMillis(700)); // as the network does, back and forth
            assertThat(watch.trouble()).isEmpty();
            clock.isSetBy(Duration.ofMillis(-700));
        }
        assertThat(status()).isEqualTo("UP");
        assertThat(lines).isEmpty();
    }

    @Test
    void a_jump_ahead_is_said_once_until_the_clock_is_back() {
        clock.passes(Duration.ofHours(1));
        clock.isSetBy(Duration.ofDays(3));
        assertThat(status()).isEqualTo("DEGRADED");
        assertThat(watch.isAhead()).isTrue();
        for (int i = 0; i < 100; i++) {
            clock.passes(Duration.ofSeconds(5));
            assertThat(watch.trouble()).isPresent();
        }
        assertThat(lines)
                .containsExactly(
                        "The clock jumped ahead by 3 d 0 h: it says 2026-06-04T10:00:00Z"
                                + " instead of 2026-06-01T10:00:00Z");
        clock.isSetBy(Duration.ofDays(-3));
        assertThat(status()).isEqualTo("UP");
        assertThat(watch.isAhead()).isFalse();
        assertThat(lines).hasSize(2).last().asString().contains("jumped back by 3 d 0 h");
    }

    @Test
    void a_jump_back_is_said_and_nothing_is_ahead() {
        clock.isSetBy(Duration.ofHours(-2));
        assertThat(watch.isAhead()).isFalse();
        assertThat(status()).isEqualTo("DEGRADED");
        assertThat(lines).singleElement().asString().contains("jumped back by 2 h 0 min");
    }

    @Test
    void small_steps_add_up() {
        for (int i = 0; i < 3; i++) {
            clock.isSetBy(Duration.ofMinutes(2));
            clock.passes(Duration.ofMinutes(1));
        }
        assertThat(watch.trouble()).isPresent();
    }

    @Test
    void five_minutes_are_no_jump() {
        clock.isSetBy(Duration.ofMinutes(5));
        assertThat(watch.trouble()).isEmpty();
        clock.isSetBy(Duration.ofMillis(1));
        assertThat(watch.trouble()).isPresent();
    }

    @Test
    void a_clock_that_stays_where_it_was_set_is_believed_after_a_day() {
        clock.isSetBy(Duration.ofHours(5));
        assertThat(watch.isAhead()).isTrue();
        clock.passes(Duration.ofHours(23));
        assertThat(watch.isAhead()).isTrue();
        clock.passes(Duration.ofHours(2));
        assertThat(watch.isAhead()).isFalse();
        assertThat(status()).isEqualTo("UP");
        assertThat(lines).hasSize(1);
    }

    private String status() {
        return health.health().getStatus().getCode();
    }
}
