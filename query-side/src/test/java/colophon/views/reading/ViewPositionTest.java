package colophon.views.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

class ViewPositionTest {

    private final AtomicLong head = new AtomicLong(10);
    private final ViewPosition viewPosition = new ViewPosition(head::get);

    @Test
    void is_caught_up_once_it_has_read_what_was_there_when_it_began() {
        assertThat(viewPosition.caughtUp()).isFalse();
        head.set(1000);
        viewPosition.moveTo(9);
        assertThat(viewPosition.caughtUp()).isFalse();
        viewPosition.moveTo(10);
        assertThat(viewPosition.caughtUp()).isTrue();
        head.set(2000);
        assertThat(viewPosition.caughtUp()).isTrue();
    }

    @Test
    void is_caught_up_at_once_with_an_empty_log() {
        head.set(0);
        assertThat(viewPosition.caughtUp()).isTrue();
    }

    @Test
    void wakes_waiting_threads_when_the_position_is_reached() {
        var waiting =
                CompletableFuture.supplyAsync(
                        () -> viewPosition.awaitPosition(5, Duration.ofMinutes(5)));
        viewPosition.moveTo(4);
        assertThat(waiting).isNotDone();
        viewPosition.moveTo(5);
        Awaitility.await().atMost(Duration.ofMinutes(5)).until(waiting::isDone);
        assertThat(waiting.join()).isTrue();
    }

    @Test
    void does_not_wait_for_what_is_read_already_nor_longer_than_allowed() {
        viewPosition.moveTo(5);
        assertThat(viewPosition.awaitPosition(5, Duration.ZERO)).isTrue();
        assertThat(viewPosition.awaitPosition(6, Duration.ofMillis(1))).isFalse();
    }
}
