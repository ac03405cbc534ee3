package colophon.system;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.system.driver.Answer;
import colophon.system.driver.Campus;
import colophon.system.driver.Program;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Checks that every request passes, and headers that every answer has, for any caller. */
class EdgeTest {

    private static final List<String> HEADERS =
            List.of(
                    "Content-Security-Policy",
                    "X-Content-Type-Options",
                    "X-Frame-Options",
                    "Referrer-Policy",
                    "Permissions-Policy",
                    "Cross-Origin-Opener-Policy",
                    "Cross-Origin-Resource-Policy");

    @TempDir static Path data;
    private static Program program;

    @BeforeAll
    static void start() {
        program =
                Program.serving(
                        data.resolve("data"),
                        "--colophon.limits.requests-per-second=20",
                        "--colophon.limits.burst=600",
                        "--colophon.limits.strangers-per-second=20",
                        "--colophon.limits.strangers-burst=600");
        Campus.at(program).student("s");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/colophon.css",
                "/nothing",
                "/error",
                "/swagger-ui/index.html",
                "/v3/api-docs",
                "/actuator/health",
                "/problems/offering-full",
                "/api/v1/students/s/status",
                "/api/v1/students/nobody/status",
                "/api/v1/nothing",
                "/api/v1/students?limit=x",
                "/api/v1/students?name=%zz"
            })
    void every_answer_has_the_headers_and_none_allows_inline_script(String path)
            throws IOException {
        // written by hand, because the client would correct the last path
        assertGuarded(raw("GET " + path + " HTTP/1.1\r\n" + authorization() + END), path);
    }

    @Test
    void what_the_server_itself_refuses_has_them_and_is_a_problem() throws IOException {
        var requests =
                Map.of(
                        "GET /api/v1/students HTTP/1.1\r\nX: " + "x".repeat(64_000) + "\r\n" + END,
                        431,
                        "GET /" + "x".repeat(64_000) + " HTTP/1.1\r\n" + END,
                        431,
                        "GET /api/v1/students/..%2f..%2fx HTTP/1.1\r\n" + END,
                        400,
                        "GET /api/v1/students/a%00b HTTP/1.1\r\n" + END,
                        400,
                        "GET /api/v1/students/%ed%a0%80/status HTTP/1.1\r\n" + END,
                        400,
                        "GET /api/v1/students HTTP/1.1\r\nNo Such: header\r\n" + END,
                        400,
                        "TRACE / HTTP/1.1\r\n" + END,
                        405);
        for (var request : requests.entrySet()) {
            var answer = raw(request.getKey());
            var what = request.getKey().substring(0, Math.min(60, request.getKey().length()));
            assertThat(answer).as(what).startsWith("HTTP/1.1 " + request.getValue());
            assertThat(answer).as(what).contains("application/problem+json", "\"reason\":");
            assertThat(answer).as(what).doesNotContain("Tomcat", "<html", "Exception");
            assertGuarded(answer, what);
        }
    }

    @Test
    void nothing_personal_is_stored_on_the_way_and_a_client_may_still_ask_whether_it_changed() {
        for (var path : List.of("/students/s/status", "/students", "/students/s/statement")) {
            var answer = program.get(path);
            assertThat(answer.header("Cache-Control")).as(path).isEqualTo("no-store");
            var again = program.get(path, Map.of("If-None-Match", answer.header("ETag")));
            assertThat(again.status()).as(path).isEqualTo(304);
            assertThat(again.header("Cache-Control")).as(path).isEqualTo("no-store");
        }
    }

    @Test
    void json_is_nested_so_deep_and_no_deeper() {
        for (int depth : List.of(65, 1_000, 10_000, 150_000)) {
            var deep = "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
            var answer = requirement(deep);
            assertThat(answer.outcome()).as("" + depth).isEqualTo("400 malformed-json");
            assertThat(program.post("/students", "[".repeat(depth)).status()).isEqualTo(400);
        }
        assertThat(requirement("{\"a\":".repeat(40) + "1" + "}".repeat(40)).outcome())
                .isEqualTo("400 invalid-body");
        for (var large : List.of("1".repeat(900_000), "\"" + "x".repeat(900_000) + "\""))
            assertThat(requirement(large).outcome()).isEqualTo("400 malformed-json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\ud800",
                "\\udc00\\ud800",
                "a\\u0000b",
                "a\\r\\nSet-Cookie: x=y",
                "\\u0007",
                "\\uffff"
            })
    void text_that_is_none_is_refused(String text) {
        var answer = program.post("/students", student("text", text));
        assertThat(answer.outcome()).as(answer.text()).isEqualTo("400 invalid-body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202eevil",
                "علي",
                "Zoë 📚",
                "𝔘𝔫𝔦",
                "../../etc/passwd",
                "{\\\"$ne\\\": null}",
                "$where: sleep(1000)",
                "'; DROP TABLE events; --",
                "<script>alert(1)</script>",
                "=1+1"
            })
    void text_that_is_some_comes_back_as_it_was(String text) {
        var id = "text-" + Integer.toHexString(text.hashCode());
        var made = program.made("/students", student(id, text));
        var read = program.get("/students/" + id + "/status?after=" + made.position());
        assertThat(read.text()).contains(text);
        assertThat(read.header("Content-Type")).startsWith("application/json");
    }

    @Test
    void one_caller_gets_so_many_answers_a_second_and_then_is_told_to_wait() {
        var answers =
                IntStream.range(0, 1_000).mapToObj(_ -> program.get("/students/s/status")).toList();
        var refused = answers.stream().filter(answer -> answer.status() == 429).toList();
        assertThat(refused).isNotEmpty();
        var one = refused.getFirst();
        assertThat(one.outcome()).isEqualTo("429 too-many-requests");
        assertThat(Integer.parseInt(one.header("Retry-After"))).isBetween(1, 60);
        assertThat(answers).extracting(Answer::status).containsOnly(200, 429);
        assertThat(program.send(program.request("/actuator/health").build()).status())
                .isEqualTo(200);
    }

    private static void assertGuarded(String answer, String what) {
        for (var header : HEADERS) assertThat(answer).as(what).contains("\r\n" + header + ": ");
        var policy = answer.replaceFirst("(?s).*\r\nContent-Security-Policy: ([^\r]*)\r\n.*", "$1");
        assertThat(policy).as(what).startsWith("default-src 'none';");
        assertThat(policy).as(what).contains("frame-ancestors 'none'").doesNotContain("unsafe");
        assertThat(answer).as(what).contains("X-Content-Type-Options: nosniff");
    }

    private static Answer requirement(String json) {
        var request = program.request("/api/v1/certificates/c/requirement");
        request.header("Content-Type", "application/json");
        return program.send(
                request.PUT(BodyPublishers.ofString("{\"requirement\":" + json + "}")).build());
    }

    private static String student(String id, String name) {
        return "{\"id\":\"%s\",\"givenName\":\"%s\",\"familyName\":\"Winter\"}".formatted(id, name);
    }

    private static String authorization() {
        var headers = program.request("/").build().headers();
        return headers.firstValue("Authorization")
                .map(value -> "Authorization: " + value + "\r\n")
                .orElse("");
    }

    private static final String END = "Host: localhost\r\nConnection: close\r\n\r\n";

    private static String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), program.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
