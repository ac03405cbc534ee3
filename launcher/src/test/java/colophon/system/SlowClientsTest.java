package colophon.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import colophon.system.driver.Campus;
import colophon.system.driver.Program;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Those who send a byte a second keep nobody waiting, and are not waited for. */
class SlowClientsTest {

    private static final int CLIENTS = 200;

    private static final Duration WINDOW = Duration.ofSeconds(4);

    @TempDir Path data;
    private Program program;
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);

    @BeforeEach
    void start() {
        program = Program.serving(data.resolve("data"));
        Campus.at(program).student("s");
    }

    @AfterEach
    void stop() {
        clock.shutdownNow();
        program.close();
    }

    @Test
    void two_hundred_of_them_do_not_slow_others_beyond_twice_and_are_cut() {
        latencies("warm");
        var before = latencies("before");
        var slow = new ArrayList<Slow>();
        for (int n = 0; n < CLIENTS; n++) slow.add(new Slow(program.port(), beginning(n)));
        var _ = clock.scheduleAtFixedRate(() -> slow.forEach(Slow::next), 0, 1, TimeUnit.SECONDS);
        await().until(() -> slow.stream().allMatch(one -> one.sent >= 2));
        var during = latencies("during");
        var open = slow.stream().filter(one -> !one.ended).count();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> slow.stream().allMatch(one -> one.ended));
        var after = latencies("after");
        System.out.printf(
                "Slow clients: %d, %d still there at the end; µs median/p99: before %s, during %s,"
                        + " after %s%n",
                CLIENTS, open, said(before), said(during), said(after));
        assertThat(open).isEqualTo(CLIENTS);
        assertThat(at(during, 0.5)).isLessThan(2 * slower(before, after, 0.5) + 5_000_000);
        assertThat(at(during, 0.99)).isLessThan(2 * slower(before, after, 0.99) + 50_000_000);
        assertThat(slow).allMatch(one -> one.sent <= 45);
    }

    @Test
    void a_body_that_is_slow_but_not_too_slow_is_taken() throws IOException {
        var body = "{\"id\":\"slow\",\"givenName\":\"Ada\",\"familyName\":\"Winter\"}";
        var one = new Slow(program.port(), head("POST", "/students", body.length()));
        var _ =
                clock.scheduleAtFixedRate(
                        () -> one.write(body.charAt(one.sent)), 0, 100, TimeUnit.MILLISECONDS);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> one.answer.toString().startsWith("HTTP/1.1 201"));
    }

    /** One that dawdles over its head, one over a body that is read, one over one that is not. */
    private String beginning(int n) {
        return switch (n % 3) {
            case 0 -> "GET /api/v1/students HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";
            case 1 -> head("POST", "/students", 500_000) + "{";
            default -> head("POST", "/nothing", 500_000);
        };
    }

    private String head(String method, String path, int length) {
        var authorization =
                program.request("/").build().headers().firstValue("Authorization").orElse("none");
        return "%s /api/v1%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: %s\r\n"
                        .formatted(method, path, authorization)
                + "Content-Type: application/json\r\nContent-Length: "
                + length
                + "\r\n\r\n";
    }

    private List<Long> latencies(String name) {
        var took = new ArrayList<Long>();
        var since = System.nanoTime();
        for (int n = 0; System.nanoTime() - since < WINDOW.toNanos(); n++) {
            var id = name + "-" + n;
            took.add(program.made("/students", Campus.studentBody(id)).took().toNanos());
            took.add(program.get("/students/s/status").took().toNanos());
        }
        return took.stream().sorted().toList();
    }

    private static long slower(List<Long> one, List<Long> other, double part) {
        return Math.max(at(one, part), at(other, part));
    }

    private static long at(List<Long> sorted, double part) {
        return sorted.get((int) (sorted.size() * part));
    }

    private static String said(List<Long> sorted) {
        return at(sorted, 0.5) / 1000 + "/" + at(sorted, 0.99) / 1000;
    }

    /** A connection on which little is sent, and what comes back on it. */
    private static final class Slow {

        private final Socket socket;
        private final StringBuffer answer = new StringBuffer();
        private volatile int sent;
        private volatile boolean ended;

        Slow(int port, String beginning) {
            try {
                socket = new Socket(InetAddress.getLoopbackAddress(), port);
                socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Thread.ofVirtual().start(this::read);
        }

        void next() {
            write('a');
        }

        void write(char next) {
            if (ended) return;
            try {
                socket.getOutputStream().write(next);
                sent++;
            } catch (IOException e) {
                ended = true;
            }
        }

        private void read() {
            try (socket) {
                var in = socket.getInputStream();
                for (int next = in.read(); next >= 0; next = in.read()) answer.append((char) next);
            } catch (IOException e) {
                // cut, which is an end as well
            }
            ended = true;
        }
    }
}
