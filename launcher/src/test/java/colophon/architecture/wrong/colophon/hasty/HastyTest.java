package colophon.architecture.wrong.colophon.hasty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Timeout;

import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Has one method for every kind of haste. None of them is ever run. */
@Timeout(20)
public class HastyTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration LATE = Duration.ofMinutes(5);

    void says_so() {
        assertTimeout(Duration.ofMinutes(2), () -> {});
    }

    void measures() {
        var begun = System.nanoTime();
        assertThat(System.nanoTime() - begun).isLessThan(Duration.ofSeconds(1).toNanos());
    }

    void sleeps() throws InterruptedException {
        Thread.sleep(1);
    }

    void waits_for_a_constant() {
        Awaitility.await().atMost(SOON).until(() -> true);
    }

    void waits_for_a_number() {
        Awaitility.await().atMost(59, TimeUnit.SECONDS).until(() -> true);
    }

    void waits_for_what_it_is_not_told() {
        Awaitility.await().until(() -> true);
    }

    void waits_for_a_latch(CountDownLatch latch) throws InterruptedException {
        latch.await(9, TimeUnit.SECONDS);
    }

    void waits_for_a_thread(Thread thread) throws InterruptedException {
        thread.join(Duration.ofSeconds(15));
    }

    void waits_for_a_socket(Socket socket) throws java.io.IOException {
        socket.setSoTimeout(5_000);
    }

    @Timeout(value = 100, unit = TimeUnit.MILLISECONDS)
    void is_given_moments() {}

    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void takes_its_time(CountDownLatch latch) throws InterruptedException {
        Awaitility.await().atMost(LATE).until(() -> true);
        Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .atMost(2, TimeUnit.MINUTES)
                .until(() -> true);
        latch.await(60, TimeUnit.SECONDS);
    }
}
