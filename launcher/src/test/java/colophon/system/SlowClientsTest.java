package colophon.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import colophon.system.driver.Campus;
import colophon.system.driver.Program;
import colophon.system.driver.SharedProgram;
import colophon.system.driver.SharesProgram;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Clients that send a byte a second keep nobody out. The test does not measure how much longer
 * others wait: it is enough that others get answers before the first slow connection is closed.
 */
@SharesProgram
class SlowClientsTest {

    private static final int CLIENTS = 200;

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static Program program;
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);

    @BeforeAll
    static void start(SharedProgram shared) {
        program = shared.program();
        Campus.at(program).student("s");
    }

    @AfterEach
    void rest() {
        clock.shutdownNow();
    }

    @Test
    void two_hundred_of_them_keep_nobody_out_and_are_cut() {
        var slow = new ArrayList<Slow>();
        for (int n = 0; n < CLIENTS; n++) slow.add(new Slow(program.port(), beginning(n)));
        var _ = clock.scheduleAtFixedRate(() -> slow.forEach(Slow::next), 0, 1, TimeUnit.SECONDS);
        await().atMost(PATIENCE).until(() -> slow.stream().allMatch(one -> one.sent >= 1));
        int others = 0;
        while (slow.stream().noneMatch(one -> one.ended)) {
            program.made("/students", Campus.studentBody("meanwhile-" + others));
            assertThat(program.get("/students/s/status").status()).isEqualTo(200);
            others++;
        }
        assertThat(others).as("answers before the first slow connection was closed").isPositive();
        await().atMost(PATIENCE).until(() -> slow.stream().allMatch(one -> one.ended));
        assertThat(slow).noneMatch(one -> one.answer.toString().startsWith("HTTP/1.1 2"));
        System.out.printf("Slow clients: %d; others answered meanwhile: %d%n", CLIENTS, others);
    }

    @Test
    void a_body_that_comes_byte_by_byte_is_taken() throws IOException {
        var body = "{\"id\":\"slow\",\"givenName\":\"Ada\",\"familyName\":\"Winter\"}";
        var one = new Slow(program.port(), head("POST", "/students", body.length()));
        while (one.sent < body.length() && !one.ended) one.write(body.charAt(one.sent));
        await().atMost(PATIENCE).until(() -> one.answer.toString().startsWith("HTTP/1.1 201"));
    }

    /**
     * The beginning of a request with a slow head, a slow body that is read or not, a slow form, or
     * slow chunks.
     */
    private static String beginning(int n) {
        return switch (n % 7) {
            case 0 -> "GET /api/v1/students HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";
            case 1 -> head("POST", "/students", 500_000) + "{";
            case 2 -> head("POST", "/nothing", 500_000);
            case 3 -> form("/sign-in", "Content-Length: 15000") + "name=";
            case 4 -> form("/oauth2/token", "Transfer-Encoding: chunked") + "3a98\r\nname=";
            case 5 -> form("/oauth2/token", "Transfer-Encoding: chunked") + "1;x=";
            default -> form("/set-up", "Content-Length: 2000000");
        };
    }

    /** A form without a sign-in. Its content comes later, or only the chunk framing comes. */
    private static String form(String path, String length) {
        return "POST %s HTTP/1.1\r\nHost: localhost\r\n".formatted(path)
                + "Content-Type: application/x-www-form-urlencoded\r\n"
                + length
                + "\r\n\r\n";
    }

    private static String head(String method, String path, int length) {
        var authorization =
                program.request("/").build().headers().firstValue("Authorization").orElse("none");
        return "%s /api/v1%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: %s\r\n"
                        .formatted(method, path, authorization)
                + "Content-Type: application/json\r\nContent-Length: "
                + length
                + "\r\n\r\n";
    }

    /** A connection on which little is sent, and what the server sends back. */
    private static final class Slow {

        private final Socket socket;
        private final StringBuffer answer = new StringBuffer();
        private volatile int sent;
        private volatile boolean ended;

        Slow(int port, String beginning) {
            try {
                socket = new Socket(InetAddress.getLoopbackAddress(), port);
                socket.setTcpNoDelay(true);
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
                // A closed connection is an end, too.
            }
            ended = true;
        }
    }
}
