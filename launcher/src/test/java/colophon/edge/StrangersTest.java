package colophon.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.mock.web.MockHttpServletRequest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A caller who is not signed in is counted by address, with any cookie or token. */
@Tag("io")
class StrangersTest {

    private static final int MANY = 3 * Served.BURST;

    private final Served served = Served.program();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Nothing: x",
                "Cookie: SESSION=x",
                "Cookie: SESSION=%d",
                "Authorization: x",
                "Authorization: ",
                "Authorization: Bearer",
                "Authorization: Bearer x%d",
                "Authorization: Bearer a.b.c",
                "Authorization: Basic eDp5",
                "Authorization: Negotiate x%d",
                "Authorization: x\r\nCookie: SESSION=x",
                "Authorization: x\r\nAuthorization: y"
            })
    void what_anybody_can_send_makes_nobody_known(String lines) {
        var address = Served.address();
        for (var path : List.of("/", "/api/v1/students", "/sign-in", "/actuator/prometheus"))
            assertThat(refused(n -> ask(path, address, lines.formatted(n)).status()))
                    .as(path)
                    .isGreaterThan(MANY - 2 * Served.BURST);
    }

    @Test
    void asking_for_a_token_is_counted_for_every_caller() {
        var address = Served.address();
        assertThat(
                        refused(
                                _ ->
                                        token(address, Served.basic(Served.CLIENT, Served.SECRET))
                                                .status()))
                .isPositive();
    }

    @Test
    void a_refusal_does_not_repeat_a_card_number_of_the_path() {
        var address = Served.address();
        var path = "/api/v1/students/4111111111111111";
        var refused =
                IntStream.range(0, MANY)
                        .mapToObj(_ -> ask(path, address))
                        .filter(answer -> answer.status() == 429)
                        .toList();
        assertThat(refused).isNotEmpty();
        assertThat(refused)
                .allSatisfy(
                        answer ->
                                assertThat(answer.head() + answer.body())
                                        .contains("\"instance\":\"/\"")
                                        .doesNotContain("4111111111111111"));
    }

    @Test
    void a_network_of_version_six_is_one_stranger() {
        assertThat(refused(n -> ask("/", "2001:db8:1:2::" + Integer.toHexString(n)).status()))
                .isPositive();
        assertThat(ask("/", "2001:db8:1:3::1").status()).isEqualTo(200);
    }

    @Test
    void who_is_signed_in_is_not_held_up_by_strangers_at_the_same_address() {
        var address = Served.address();
        var token = served.token(Served.CLIENT, Served.SECRET);
        assertThat(ask("/api/v1/students", address, token).status()).isEqualTo(200);
        assertThat(refused(_ -> ask("/", address).status())).isPositive();
        for (int n = 0; n < MANY; n++)
            assertThat(ask("/api/v1/students", address, token).status()).isEqualTo(200);
    }

    /** A cookie or token that is no longer valid allows one more request. */
    @Test
    void what_opened_the_door_the_last_time_is_forgotten_when_it_does_not() {
        var address = Served.address();
        var client = "gone-" + address.replace('.', '-');
        var made =
                served.command(
                        "/api/v1/accounts",
                        "{\"kind\":\"program\",\"name\":\"%s\",\"roles\":[\"auditor\"]}"
                                .formatted(client));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        String secret = JsonPath.read(made.body(), "$.secret");
        var token = served.token(client, secret);
        for (int n = 0; n < MANY; n++)
            assertThat(ask("/api/v1/students", address, token).status()).isEqualTo(200);
        String id = JsonPath.read(made.body(), "$.id");
        assertThat(served.command("/api/v1/accounts/" + id + "/disabling", "{}").status())
                .isLessThan(300);
        assertThat(refused(_ -> ask("/api/v1/students", address, token).status()))
                .isGreaterThan(MANY - 2 * Served.BURST);
    }

    /** Otherwise a store of old tokens would be as many requests without a limit. */
    @Test
    void the_last_request_of_what_is_no_longer_valid_is_counted_too() {
        var made =
                served.command(
                        "/api/v1/accounts",
                        "{\"kind\":\"program\",\"name\":\"hoarder\",\"roles\":[\"auditor\"]}");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        String secret = JsonPath.read(made.body(), "$.secret");
        var tokens =
                IntStream.range(0, Served.BURST + 20)
                        .mapToObj(_ -> served.token("hoarder", secret))
                        .distinct()
                        .toList();
        assertThat(tokens).hasSize(Served.BURST + 20);
        for (var token : tokens)
            assertThat(ask("/api/v1/students", Served.address(), token).status()).isEqualTo(200);
        String id = JsonPath.read(made.body(), "$.id");
        assertThat(served.command("/api/v1/accounts/" + id + "/disabling", "{}").status())
                .isLessThan(300);

        var address = Served.address();
        for (var token : tokens)
            assertThat(ask("/api/v1/students", address, token).status()).isEqualTo(401);
        assertThat(ask("/", address).status()).isEqualTo(429);
    }

    @Test
    void whether_it_is_alive_is_told_to_everybody_who_sends_nothing_with_it() {
        var address = Served.address();
        assertThat(refused(_ -> ask("/actuator/health", address).status())).isZero();
        assertThat(refused(_ -> ask("/actuator/health", address, "Authorization: x").status()))
                .isPositive();
    }

    @Test
    void the_name_of_a_client_counts_however_it_is_encoded() {
        var name = "guessed";
        var answers = new ArrayList<Integer>();
        for (int n = 0; n < 12; n++) {
            var at = n % name.length();
            var encoded = "%" + Integer.toHexString(name.charAt(at));
            if (n % 2 == 0) encoded = encoded.toUpperCase(Locale.ROOT);
            var spelled = name.substring(0, at) + encoded + name.substring(at + 1);
            answers.add(token("198.51.100.7", Served.basic(spelled, "wrong")).status());
        }
        assertThat(answers).startsWith(401).endsWith(429);
    }

    /** Writing the description of the API takes a hundred times as long as an answer. */
    @Test
    void the_description_is_written_once_and_is_the_same_for_all() throws Exception {
        var description = served.bean(OpenApiWebMvcResource.class);
        var json = description.openapiJson(asked("one.example"), "/v3/api-docs", Locale.GERMAN);
        var yaml = description.openapiYaml(asked("one.example"), "/v3/api-docs", Locale.GERMAN);
        for (var locale : List.of(Locale.FRENCH, Locale.JAPANESE, Locale.ROOT)) {
            assertThat(description.openapiJson(asked("two.example"), "", locale)).isSameAs(json);
            assertThat(description.openapiYaml(asked("two.example"), "", locale)).isSameAs(yaml);
        }
        for (var path : List.of("/v3/api-docs", "/v3/api-docs.yaml")) {
            var first = describe(path, "evil.example", "de");
            assertThat(first.status()).isEqualTo(200);
            assertThat(first.body()).doesNotContain("evil.example", "one.example", "localhost");
            assertThat(describe(path, "other.example:99", "fr").body()).isEqualTo(first.body());
        }
    }

    private static MockHttpServletRequest asked(String host) {
        var request = new MockHttpServletRequest("GET", "/v3/api-docs");
        request.setServerName(host);
        return request;
    }

    private Served.Answer describe(String path, String host, String language) {
        var head =
                Served.head("GET", path, Served.address(), List.of("Accept-Language: " + language));
        return served.raw(head.replace("Host: localhost", "Host: " + host));
    }

    private static long refused(IntFunction<Integer> ask) {
        return IntStream.range(0, MANY).mapToObj(ask).filter(status -> status == 429).count();
    }

    private Served.Answer ask(String path, String address, String... lines) {
        return served.ask("GET", path, address, null, lines);
    }

    private Served.Answer token(String address, String authorization) {
        return served.ask(
                "POST",
                "/oauth2/token",
                address,
                "grant_type=client_credentials",
                authorization,
                "Content-Type: application/x-www-form-urlencoded");
    }
}
