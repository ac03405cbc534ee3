package colophon.system;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.system.driver.Answer;
import colophon.system.driver.Campus;
import colophon.system.driver.LogFile;
import colophon.system.driver.Program;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Senseless requests to every endpoint of the API's description. Each gets an answer, none causes a
 * failure, and no refused request changes anything. {@code -Dcolophon.fuzz=50000} sends that many,
 * {@code -Dcolophon.seed=} sends others.
 */
class FuzzTest {

    private static final int REQUESTS = Integer.getInteger("colophon.fuzz", 600);
    private static final long SEED = Long.getLong("colophon.seed", 20_261_129);
    private static final Pattern OURS =
            Pattern.compile(
                    "Exception|java\\.|colophon\\.[a-z]|springframework|jackson|tomcat|axon|sqlite"
                            + "|\\bat [a-z]+\\.|<html",
                    Pattern.CASE_INSENSITIVE);

    @TempDir Path data;
    private Program program;

    /** The token of a caller with limits, so that every id in a request is checked. */
    private String limited = "";

    private final SoftAssertions softly = new SoftAssertions();
    private final Set<Long> accepted = new TreeSet<>();
    private final TreeMap<Integer, Integer> statuses = new TreeMap<>();

    @BeforeEach
    void start() {
        program =
                Program.serving(
                        data.resolve("data"),
                        "--colophon.limits.requests-per-second=0",
                        "--colophon.limits.strangers-per-second=0");
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void no_request_however_odd_makes_it_fail_and_none_that_is_refused_leaves_a_trace() {
        var campus = Campus.at(program);
        campus.offering("o", 3);
        campus.student("s");
        campus.fund("f", "1000.00");
        program.made("/payments", Campus.paymentBody("pay", "s", "10.00"));
        // not read from a view, which may be late
        var before = program.made("/enrollments", Campus.enrollmentBody("e", "s", "o")).position();
        limited = limited();
        var description = program.send(program.request("/v3/api-docs").build()).json();
        var requests = new OddRequests(description, new Random(SEED));
        for (int n = 0; n < REQUESTS; n++)
            send(requests.next(), n % 2 == 0, "%d of seed %d".formatted(n, SEED));
        System.out.printf(
                "Fuzz: %d requests to %d endpoints, seed %d: %s; %d of them changed something%n",
                REQUESTS, requests.endpoints(), SEED, statuses, accepted.size());
        softly.assertAll();
        assertThat(requests.endpoints()).isGreaterThan(60);
        assertThat(statuses.get(400)).isGreaterThan(REQUESTS / 10);
        program.stop();
        assertThat(program.output()).doesNotContain("\tat ", "Exception");
        var log = LogFile.of(data.resolve("data"));
        log.assertWhole();
        for (var event : log.events()) {
            assertThat(event.payload().toString()).doesNotContain("@class", "@type");
            if (event.commit() > before)
                assertThat(accepted).as("" + event).contains(event.commit());
        }
    }

    @Test
    void no_bytes_make_it_fail() throws IOException {
        var random = new Random(SEED);
        var line = "POST /api/v1/students HTTP/1.1\r\nHost: localhost\r\n";
        var authorization = program.request("/").build().headers().map().get("Authorization");
        if (authorization != null) line += "Authorization: " + authorization.getFirst() + "\r\n";
        var body = Campus.studentBody("bytes");
        var whole =
                (line
                                + "Connection: close\r\nContent-Type: application/json\r\n"
                                + "Content-Length: "
                                + body.length()
                                + "\r\n\r\n"
                                + body)
                        .getBytes(StandardCharsets.ISO_8859_1);
        for (int n = 0; n < REQUESTS / 10; n++) {
            var bytes = whole.clone();
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--)
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            var answer = raw(bytes);
            var what =
                    "%d of seed %d: %s\n%s"
                            .formatted(
                                    n,
                                    SEED,
                                    new String(bytes, StandardCharsets.ISO_8859_1),
                                    answer);
            if (answer.startsWith("HTTP/1.1 5")) what += program.output();
            assertThat(answer).as(what).doesNotStartWith("HTTP/1.1 5").doesNotContainPattern(OURS);
        }
        assertThat(program.get("/students").status()).isEqualTo(200);
    }

    private void send(OddRequests.Odd odd, boolean byLimited, String which) {
        var request =
                odd.authorized() ? program.request(odd.path()) : program.anonymous(odd.path());
        if (odd.authorized() && byLimited) request.setHeader("Authorization", "Bearer " + limited);
        odd.headers().forEach(request::setHeader);
        var body =
                odd.body() == null
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofByteArray(odd.body());
        var answer = program.send(request.method(odd.method(), body).build());
        statuses.merge(answer.status(), 1, Integer::sum);
        var what = which + ": " + odd + "\n" + answer.status() + " " + answer.text();
        check(answer, odd.path().startsWith("/api/"), what);
        if (answer.status() < 300 && !odd.method().equals("GET"))
            answer.headers().firstValueAsLong("Event-Position").ifPresent(accepted::add);
    }

    private String limited() {
        program.made(
                "/accounts",
                "{\"kind\":\"program\",\"name\":\"limited\",\"secret\":\"twelve letters\","
                        + "\"roles\":[\"administrator\"],\"institutions\":[\"i\"]}");
        var answer = program.send(program.tokenRequest("limited:twelve letters"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.at("/access_token");
    }

    /** The driver checks the description. Forms get a page or a redirect. */
    private void check(Answer answer, boolean isOfApi, String what) {
        softly.assertThat(answer.status()).as(what).isBetween(200, 499);
        if (answer.status() < 400) return;
        if (!isOfApi && answer.header("Content-Type").startsWith("text/html")) return;
        softly.assertThat(answer.header("Content-Type"))
                .as(what)
                .isEqualTo("application/problem+json");
        softly.assertThat(OURS.matcher(answer.text()).find()).as(what).isFalse();
    }

    /** The answer, whatever it is; empty if the connection is closed. */
    private String raw(byte[] bytes) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), program.port())) {
            socket.setSoTimeout(300_000);
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
            var answer = new ArrayList<Byte>();
            try {
                var in = socket.getInputStream();
                for (int next = in.read(); next >= 0; next = in.read()) answer.add((byte) next);
            } catch (IOException e) {
                // A closed connection is an answer, too.
            }
            var text = new StringBuilder();
            for (var one : List.copyOf(answer)) text.append((char) (one & 0xff));
            return text.toString();
        }
    }
}
