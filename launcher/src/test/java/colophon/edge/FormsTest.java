package colophon.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import colophon.launcher.http.BodyReads;
import colophon.security.content.RouteContents;

import com.sun.management.ThreadMXBean;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A form takes no more memory than the bytes that have arrived, and no more time than is allowed.
 */
@Tag("io")
class FormsTest {

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    private static final int CONNECTIONS = 40;

    private final Served served = Served.program();

    /** Every path that reads a form, and some that do not. */
    static Stream<String> paths() {
        return Stream.of(
                "/sign-in",
                "/sign-out",
                "/oauth2/token",
                "/set-up",
                "/password",
                "/account/password",
                "/account/passkeys/removal",
                "/sign-in/passkey",
                "/sign-in/passkey/options",
                "/nothing",
                "/api/v1/students");
    }

    static Stream<String> forms() {
        return paths().filter(path -> RouteContents.readsForms("POST", path));
    }

    @Test
    void those_that_read_one_are_among_these() {
        assertThat(forms()).hasSize(7);
    }

    @ParameterizedTest
    @MethodSource("paths")
    void a_length_that_somebody_says_makes_no_room(String path) throws IOException {
        for (var type :
                List.of(
                        "application/x-www-form-urlencoded",
                        "Application/X-WWW-Form-URLencoded; Charset=\"UTF-8\"",
                        "multipart/form-data; boundary=x")) {
            var before = allocated();
            var open = new ArrayList<Socket>();
            for (int n = 0; n < CONNECTIONS; n++)
                open.add(
                        served.open(
                                Served.head(
                                                "POST",
                                                path,
                                                Served.address(),
                                                List.of(
                                                        "Content-Type: " + type,
                                                        "Content-Length: 2000000"))
                                        + "name=x"));
            for (var socket : open) {
                assertThat(Served.status(socket)).as(path).isBetween(400, 499);
                socket.close();
            }
            assertThat(allocated() - before)
                    .as(path + " of " + type)
                    .isLessThan(CONNECTIONS * 500_000L);
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_that_does_not_come_takes_the_room_of_what_has_come(String path) throws IOException {
        var reads = served.bean(BodyReads.class);
        await().atMost(Duration.ofSeconds(60)).until(() -> reads.size() == 0);
        var before = allocated();
        var open = new ArrayList<Socket>();
        for (int n = 0; n < CONNECTIONS; n++) {
            var length = n % 2 == 0 ? "Content-Length: 16384" : "Transfer-Encoding: chunked";
            var body = n % 2 == 0 ? "name=x" : "4000\r\nname=x";
            open.add(
                    served.open(
                            Served.head("POST", path, Served.address(), List.of(FORM, length))
                                    + body));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> reads.size() == CONNECTIONS);
        assertThat(allocated() - before).as(path).isLessThan(CONNECTIONS * 500_000L);
        for (var socket : open) socket.close();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void more_than_a_form_may_have_is_refused_however_it_comes(String path) {
        var body = "x=" + "y".repeat(16 * 1024);
        var said = ask(path, body, FORM);
        assertThat(said.reason()).isEqualTo("413 body-too-large");
        var chunk = Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
        var chunked =
                served.raw(
                        Served.head(
                                        "POST",
                                        path,
                                        Served.address(),
                                        List.of(FORM, "Transfer-Encoding: chunked"))
                                + chunk);
        assertThat(chunked.reason()).isEqualTo("413 body-too-large");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_that_is_none_is_refused(String path) throws IOException {
        for (var body : List.of("a=%zz", "a=%", "%4=x", "a=b&".repeat(101)))
            assertThat(ask(path, body, FORM).reason()).as(body).isEqualTo("400 invalid-request");
        var head = List.of(FORM, "Transfer-Encoding: chunked");
        try (var broken =
                served.open(Served.head("POST", path, Served.address(), head) + "zz\r\n")) {
            assertThat(Served.status(broken)).isEqualTo(400);
        }
    }

    @Test
    void a_form_is_read_however_its_type_is_written_and_its_bytes_come() {
        var form = "grant_type=client%5Fcredentials&client_id=first&client_secret=" + Served.SECRET;
        for (var type :
                List.of(
                        "application/x-www-form-urlencoded",
                        "APPLICATION/x-www-form-urlencoded",
                        "application/x-www-form-urlencoded;charset=utf-8",
                        "application/x-www-form-urlencoded ; x=y"))
            assertThat(ask("/oauth2/token", form, "Content-Type: " + type).status())
                    .as(type)
                    .isEqualTo(200);
        var chunks = new StringBuilder();
        for (var next : form.split("")) chunks.append("1\r\n").append(next).append("\r\n");
        var answer =
                served.raw(
                        Served.head(
                                        "POST",
                                        "/oauth2/token",
                                        Served.address(),
                                        List.of(FORM, "Transfer-Encoding: chunked"))
                                + chunks
                                + "0\r\n\r\n");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private Served.Answer ask(String path, String body, String... lines) {
        return served.ask("POST", path, Served.address(), body, lines);
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getTotalThreadAllocatedBytes();
    }
}
