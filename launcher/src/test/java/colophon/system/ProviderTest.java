package colophon.system;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.system.driver.Answer;
import colophon.system.driver.Browser;
import colophon.system.driver.Issuer;
import colophon.system.driver.Program;

import com.nimbusds.jwt.JWTClaimsSet;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** An OpenID Connect provider, made for this test, signs everybody in. */
class ProviderTest {

    @TempDir static Path parent;

    private static Program program;

    @BeforeAll
    static void start() {
        program =
                Program.serving(
                        parent.resolve("data"),
                        Issuer.SHARED.option(),
                        "--colophon.oidc.roles-claim=realm_access.roles",
                        "--colophon.oidc.role-map.archivist=registrar",
                        "--colophon.oidc.client-id=pages");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void roles_are_found_where_the_settings_say_and_called_as_they_say() {
        assertThat(students(realm("a", "archivist", "offline_access"))).isEqualTo(200);
        assertThat(students(realm("a", "auditor"))).isEqualTo(200);
    }

    @Test
    void what_is_not_an_access_token_for_us_opens_nothing() {
        var now = Instant.now();
        assertThat(students(realm("a", "auditor").issuer("https://other.example.org")))
                .isEqualTo(401);
        assertThat(students(realm("a", "auditor").audience("pages"))).isEqualTo(401);
        assertThat(students(realm("a", "auditor").claim("nonce", "n"))).isEqualTo(401);
        assertThat(students(realm("a", "auditor").claim("at_hash", "h"))).isEqualTo(401);
        assertThat(students(realm("a", "auditor").claim("typ", "ID"))).isEqualTo(401);
        assertThat(students(realm("a", "auditor").claim("typ", "Refresh"))).isEqualTo(401);
        assertThat(students(realm("a", "auditor").expirationTime(Date.from(now.minusSeconds(60)))))
                .isEqualTo(401);
        assertThat(students(realm("a", "auditor").expirationTime(null))).isEqualTo(401);
        assertThat(students(realm("a", "auditor").notBeforeTime(Date.from(now.plusSeconds(300)))))
                .isEqualTo(401);
        assertThat(students(realm("a", "auditor").subject(null))).isEqualTo(401);
    }

    @Test
    void accounts_of_our_own_and_their_tokens_are_not_there() {
        assertThat(program.send(program.anonymous("/oauth2/token").build()).status())
                .isEqualTo(401);
        assertThat(program.send(program.anonymous("/set-up?token=x").build()).status())
                .isEqualTo(404);
    }

    @Test
    void a_person_signs_in_at_the_provider_and_comes_back_with_a_session() {
        Issuer.SHARED.signsIn("opaque-person");
        var browser = new Browser(program.address());
        var asked = browser.open(browser.open("/sign-in").header("Location"));
        var at = asked.header("Location");
        assertThat(at)
                .startsWith(Issuer.SHARED.address() + "/authorize")
                .contains("code_challenge_method=S256", "nonce=", "state=", "client_id=pages");
        var back = URI.create(new Browser(Issuer.SHARED.address()).open(at).header("Location"));
        var path = back.getRawPath() + "?" + back.getRawQuery();
        assertThat(new Browser(program.address()).open(path).header("Location"))
                .as("an answer for another browser")
                .contains("failed");
        var entered = browser.open(path);
        assertThat(entered.header("Location")).isEqualTo("/");
        assertThat(browser.cookie("SESSION")).isNotEmpty();
        var answer = browser.send(browser.request("/api/v1/students"));
        assertThat(answer.status()).as("without any role").isIn(200, 403);
        assertThat(browser.submit("/sign-out", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void a_provider_that_does_not_answer_keeps_nobody_from_starting_and_is_said() {
        try (var alone =
                Program.serving(
                        parent.resolve("alone"),
                        "--colophon.oidc.issuer=http://127.0.0.1:9",
                        "--colophon.oidc.client-id=pages")) {
            var token = Issuer.SHARED.administrator();
            Answer answer =
                    alone.send(
                            alone.anonymous("/api/v1/students")
                                    .header("Authorization", "Bearer " + token)
                                    .build());
            assertThat(answer.outcome()).isEqualTo("503 sign-in-unavailable");
            assertThat(answer.header("Retry-After")).isNotEmpty();
            assertThat(alone.send(alone.anonymous("/sign-in").build()).outcome())
                    .isEqualTo("503 sign-in-unavailable");
        }
    }

    private static int students(JWTClaimsSet.Builder claims) {
        return program.send(
                        program.anonymous("/api/v1/students")
                                .header(
                                        "Authorization",
                                        "Bearer " + Issuer.SHARED.signed(claims.build()))
                                .build())
                .status();
    }

    private static JWTClaimsSet.Builder realm(String subject, String... roles) {
        return Issuer.SHARED.claims(subject).claim("realm_access", Map.of("roles", List.of(roles)));
    }
}
