package colophon.storage.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.storage.log.CommitLog.CommittedEvents;
import colophon.storage.log.LogUnavailableException;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;

class ReadAheadTest {

    private final CopyOnWriteArrayList<Long> asked = new CopyOnWriteArrayList<>();
    private final ReadAhead ahead = new ReadAhead(this::commits);
    private volatile long head = 25;
    private volatile int most = 10;
    private volatile long broken = -1;

    @Test
    void every_commit_is_read_once_and_in_order() {
        assertThat(numbers(0)).containsExactlyElementsOf(range(0, 10));
        assertThat(numbers(10)).containsExactlyElementsOf(range(10, 20));
        assertThat(numbers(20)).containsExactlyElementsOf(range(20, 25));
        assertThat(numbers(25)).isEmpty();
        assertThat(asked).filteredOn(after -> after < 25).containsExactlyInAnyOrder(0L, 10L, 20L);
    }

    @Test
    void the_next_two_batches_are_read_before_they_are_asked_for() {
        numbers(0);
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .until(() -> asked.contains(10L) && asked.contains(20L));
    }

    @Test
    void near_the_head_nothing_is_read_in_advance_and_what_is_new_is_seen() {
        head = 5;
        assertThat(numbers(0)).hasSize(5);
        head = 6;
        assertThat(numbers(5)).containsExactly(6L);
        assertThat(asked).containsExactly(0L, 5L);
    }

    @Test
    void what_was_not_there_in_advance_is_asked_for_again() {
        head = 10;
        numbers(0);
        Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> asked.contains(10L));
        head = 12;
        assertThat(numbers(10)).isSubsetOf(11L, 12L).contains(11L);
    }

    @Test
    void who_asks_for_something_else_gets_that() {
        numbers(0);
        Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> asked.contains(10L));
        assertThat(numbers(3)).containsExactlyElementsOf(range(3, 13));
        assertThat(ahead.read(13, 2)).extracting(CommittedEvents::number).containsExactly(14L, 15L);
        assertThat(numbers(10)).containsExactlyElementsOf(range(10, 20));
    }

    @Test
    void a_batch_that_came_short_does_not_let_the_reader_pass_over_anything() {
        most = 7;
        assertThat(numbers(0)).containsExactlyElementsOf(range(0, 7));
        assertThat(numbers(7)).containsExactlyElementsOf(range(7, 14));
        most = 10;
        assertThat(numbers(0)).hasSize(10);
        Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> asked.contains(20L));
        most = 7;
        assertThat(numbers(10)).containsExactlyElementsOf(range(10, 20));
        assertThat(numbers(20)).startsWith(21L);
    }

    @Test
    void what_fails_in_advance_is_asked_for_again_and_then_fails_for_who_asks() {
        broken = 10;
        numbers(0);
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .until(() -> asked.contains(10L) && asked.contains(20L));
        assertThatThrownBy(() -> numbers(10)).isInstanceOf(LogUnavailableException.class);
        broken = -1;
        assertThat(numbers(10)).containsExactlyElementsOf(range(10, 20));
        assertThat(numbers(20)).containsExactlyElementsOf(range(20, 25));
    }

    private List<CommittedEvents> commits(long after, int asking) {
        asked.add(after);
        if (broken == after)
            throw new LogUnavailableException("broken", new IllegalStateException());
        return range(after, Math.min(head, after + Math.min(asking, most))).stream()
                .map(number -> new CommittedEvents(number, List.of()))
                .toList();
    }

    private List<Long> numbers(long after) {
        return ahead.read(after, 10).stream().map(CommittedEvents::number).toList();
    }

    private static List<Long> range(long after, long to) {
        return LongStream.rangeClosed(after + 1, to).boxed().toList();
    }
}
