package colophon.edge;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.security.content.RouteContents;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Each path that a filter compares has exactly one spelling. */
@Tag("io")
class PathsTest {

    private final Served served = Served.program();

    /** Tomcat answers these before any filter. */
    @Test
    void a_card_number_below_a_hidden_directory_is_not_repeated() {
        for (var number :
                List.of("4111111111111111", "4111%201111%201111%201111", "%34111111111111111"))
            for (var path : List.of("/WEB-INF/", "/META-INF/")) {
                var answer = served.ask("GET", path + number, Served.address(), null);
                assertThat(answer.status()).as(answer.toString()).isBetween(400, 404);
                assertThat(answer.head() + answer.body()).doesNotContain(number);
            }
    }

    static Stream<String> paths() {
        return Stream.concat(
                        RouteContents.filters().keySet().stream(),
                        Stream.of(
                                "POST /sign-in/passkey/options",
                                "POST /set-up",
                                "POST /account/password",
                                "GET /account",
                                "POST /api/v1/imports",
                                "GET /api/v1/students",
                                "GET /actuator/prometheus",
                                "GET /actuator/health",
                                "GET /v3/api-docs",
                                "GET /oauth2/authorization/provider",
                                "GET /login/oauth2/code/provider"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("paths")
    void no_letter_of_it_may_be_encoded(String route) {
        var path = route.split(" ")[1];
        for (int at = 1; at < path.length(); at++) {
            var code = "%" + Integer.toHexString(path.charAt(at));
            for (var encoded : List.of(code, code.toUpperCase(Locale.ROOT)))
                assertRefused(route, path.substring(0, at) + encoded + path.substring(at + 1));
        }
    }

    @ParameterizedTest
    @MethodSource("paths")
    void nothing_in_it_is_passed_over(String route) {
        var path = route.split(" ")[1];
        for (var other :
                List.of(
                        path + ";",
                        path + ";x=y",
                        path.replaceFirst("/", "/;x/"),
                        "/" + path,
                        path + "//",
                        "/." + path,
                        path + "/.",
                        "/x/.." + path,
                        path + "/..",
                        path + "/x/../",
                        path + "%2f",
                        path + "%2F",
                        path + "%5c",
                        path + "\\",
                        path + "%3b",
                        path + "%25",
                        path + "%00",
                        path + "%0a",
                        path + "%7f",
                        path + "%",
                        path + "%4",
                        path + "%zz",
                        path.replaceFirst("/(.*)/", "/$1//"),
                        "%2f" + path.substring(1)))
            if (!other.equals(path)) assertRefused(route, other);
    }

    /** These are other paths, which do not exist. */
    @ParameterizedTest
    @MethodSource("paths")
    void in_capitals_or_with_a_slash_behind_it_is_another_path(String route) {
        var path = route.split(" ")[1];
        for (var other :
                List.of(path.toUpperCase(Locale.ROOT), path + "/", path + "%20", path + "."))
            // these answer everybody
            if (!other.matches("/actuator/health/|/[.]well-known/oauth-protected-resource/"))
                assertThat(ask(route, other).status())
                        .as(route + " as " + other)
                        .isBetween(400, 499);
    }

    @Test
    void what_can_be_written_in_no_other_way_is_read() {
        for (var id : List.of("a%3Ab", "a:b", "%C3%A9", "a%20b", "a%3ab", "a!b"))
            assertThat(ask("GET /", "/api/v1/students/" + id).reason())
                    .as(id)
                    .isEqualTo("404 student-not-found");
    }

    private void assertRefused(String route, String path) {
        var answer = ask(route, path);
        assertThat(answer.reason()).as(route + " as " + path).isEqualTo("400 invalid-request");
        assertThat(answer.head()).as(path).contains("X-Content-Type-Options: nosniff");
    }

    private Served.Answer ask(String route, String path) {
        return served.ask(
                route.split(" ")[0], path, Served.address(), null, served.administrator());
    }
}
