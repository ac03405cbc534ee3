package colophon.launcher.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

class RecurringTaskTest {

    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void runs_again_after_each_pause_until_it_is_stopped() {
        var task = task(Duration.ZERO, Duration.ofMillis(1));
        assertThat(task.isRunning()).isFalse();
        task.start();
        assertThat(task.isRunning()).isTrue();
        await().atMost(Duration.ofMinutes(1)).until(() -> runs.get() > 3);
        task.stop();
        assertThat(task.isRunning()).isFalse();
    }

    @Test
    void nothing_runs_before_the_start() {
        task(Duration.ZERO, Duration.ZERO);
        assertThat(runs).hasValue(0);
    }

    @Test
    void what_is_due_after_the_end_does_not_run() throws InterruptedException {
        var inside = new CountDownLatch(1);
        var on = new CountDownLatch(1);
        var task =
                new RecurringTask("test", Duration.ZERO) {
                    @Override
                    protected Duration run() {
                        runs.incrementAndGet();
                        inside.countDown();
                        await().atMost(Duration.ofMinutes(1)).until(() -> on.getCount() == 0);
                        return Duration.ZERO;
                    }
                };
        task.start();
        inside.await();
        task.stop();
        on.countDown();
        await().atMost(Duration.ofMinutes(1)).until(() -> !isThere("test"));
        assertThat(runs).hasValue(1);
    }

    /** A pause of days would keep the thread for days. */
    @Test
    void a_long_pause_ends_with_the_task() {
        var task = task(Duration.ZERO, Duration.ofDays(1));
        task.start();
        await().atMost(Duration.ofMinutes(1)).until(() -> runs.get() == 1);
        task.stop();
        await().atMost(Duration.ofMinutes(1)).until(() -> !isThere("counted"));
        assertThat(runs).hasValue(1);
    }

    private RecurringTask task(Duration first, Duration pause) {
        return new RecurringTask("counted", first) {
            @Override
            protected Duration run() {
                runs.incrementAndGet();
                return pause;
            }
        };
    }

    private static boolean isThere(String thread) {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(one -> one.getName().equals(thread));
    }
}
