package colophon.views.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

class ReadingTest {

    private final AtomicLong head = new AtomicLong(10);
    private final Reading reading = new Reading(head::get);

    @Test
    void is_caught_up_once_it_has_read_what_was_there_when_it_began() {
        assertThat(reading.caughtUp()).isFalse();
        head.set(1000);
        reading.moveTo(9);
        assertThat(reading.caughtUp()).isFalse();
        reading.moveTo(10);
        assertThat(reading.caughtUp()).isTrue();
        head.set(2000);
        assertThat(reading.caughtUp()).isTrue();
    }

    @Test
    void is_caught_up_at_once_with_an_empty_log() {
        head.set(0);
        assertThat(reading.caughtUp()).isTrue();
    }

    @Test
    void begins_again_after_a_reset() {
        reading.moveTo(10);
        assertThat(reading.caughtUp()).isTrue();
        reading.startOver();
        assertThat(reading.position()).isZero();
        assertThat(reading.caughtUp()).isFalse();
    }

    @Test
    void wakes_waiting_threads_when_the_position_is_reached() {
        var waiting =
                CompletableFuture.supplyAsync(
                        () -> reading.awaitPosition(5, Duration.ofMinutes(5)));
        reading.moveTo(4);
        assertThat(waiting).isNotDone();
        reading.moveTo(5);
        Awaitility.await().atMost(Duration.ofMinutes(5)).until(waiting::isDone);
        assertThat(waiting.join()).isTrue();
    }

    @Test
    void does_not_wait_for_what_is_read_already_nor_longer_than_allowed() {
        reading.moveTo(5);
        assertThat(reading.awaitPosition(5, Duration.ZERO)).isTrue();
        assertThat(reading.awaitPosition(6, Duration.ofMillis(1))).isFalse();
    }
}
