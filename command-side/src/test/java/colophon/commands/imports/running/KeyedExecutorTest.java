package colophon.commands.imports.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

@Timeout(300)
class KeyedExecutorTest {

    @Test
    void does_what_has_one_key_in_the_order_it_came_in() {
        Map<String, List<Integer>> done = new ConcurrentHashMap<>();
        try (var lanes = new KeyedExecutor()) {
            for (int i = 0; i < 5_000; i++) {
                var key = "k-" + i % 7;
                var number = i;
                lanes.put(key, () -> done.computeIfAbsent(key, _ -> new ArrayList<>()).add(number));
            }
        }
        assertThat(done).hasSize(7);
        done.values().forEach(numbers -> assertThat(numbers).isSorted());
        assertThat(done.values().stream().mapToInt(List::size).sum()).isEqualTo(5_000);
    }

    @Test
    void does_what_has_other_keys_side_by_side() {
        var both = new CountDownLatch(2);
        try (var lanes = new KeyedExecutor()) {
            for (var key : List.of("a", "b"))
                lanes.put(
                        key,
                        () -> {
                            both.countDown();
                            awaitQuietly(both);
                        });
        }
        assertThat(both.getCount()).isZero();
    }

    @Test
    void ends_with_the_first_failure_and_begins_nothing_after_it() {
        var done = ConcurrentHashMap.<Integer>newKeySet();
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> {
                            try (var lanes = new KeyedExecutor()) {
                                IntStream.range(0, 100_000)
                                        .forEach(
                                                i ->
                                                        lanes.put(
                                                                "one lane",
                                                                () -> {
                                                                    if (i == 10) throw wrong();
                                                                    done.add(i);
                                                                }));
                            }
                        })
                .withMessage("row 10");
        assertThat(done).hasSize(10);
    }

    private static IllegalStateException wrong() {
        return new IllegalStateException("row 10");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
