package colophon.security.embedded;

import static colophon.security.SecurityInstallation.json;
import static colophon.security.SecurityInstallation.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.api.access.Role;
import colophon.security.SecurityInstallation;
import colophon.security.accounts.SecretHashes;
import colophon.security.accounts.UserAccount.Kind;
import colophon.security.attempts.SignInAttempts;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;

import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

@Tag("io")
class RegisteredClientsTest {

    private SecurityInstallation here;

    @BeforeEach
    void start() {
        here = SecurityInstallation.embedded();
    }

    @AfterEach
    void stop() {
        here.close();
    }

    @Test
    void namesAreNotToldByWhatItCostsToAnswer() {
        var random = SecretHashes.random();
        here.account(Kind.PROGRAM, "generated", SecretHashes.encodeGenerated(random), Role.AUDITOR);
        here.account(Kind.PROGRAM, "chosen", here.secrets.encode("chosen by somebody"));
        here.account(Kind.PROGRAM, "disabled", here.secrets.encode("chosen by somebody"));
        here.accounts.change("disabled", it -> it.asDisabled(true));
        here.account(Kind.PROGRAM, "bare", null);
        here.person("person", Role.AUDITOR);

        var counted = new HashMap<String, Integer>();
        var said = new HashSet<String>();
        for (var name : List.of("generated", "chosen", "disabled", "bare", "person", "unknown")) {
            var compared = new Counting(here.secrets);
            var provider =
                    new ClientSecretAuthenticationProvider(
                            new RegisteredClients(here.accounts, here.secrets),
                            new StatelessAuthorizations());
            provider.setPasswordEncoder(compared);
            try {
                provider.authenticate(
                        new OAuth2ClientAuthenticationToken(
                                name,
                                ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
                                "wrong",
                                null));
            } catch (OAuth2AuthenticationException e) {
                said.add(e.getError().toString());
            }
            counted.put(name, compared.count);
            var answer = here.askForToken(name, "wrong", "192.0.2.1");
            said.add(answer.getStatus() + text(answer) + answer.getHeaderNames());
        }
        assertThat(counted.values()).containsOnly(1);
        assertThat(said).hasSize(2);
    }

    @Test
    void aProgramWithAGeneratedSecretIsNotLockedOut() {
        var made =
                here.tell(
                        "/api/v1/accounts",
                        "{\"id\":\"robot\",\"kind\":\"program\",\"name\":\"robot\",\"roles\":[\"auditor\"]}");
        var secret = json(made, "secret");
        for (var n = 0; n < 60; n++) here.askForToken("robot", "wrong", "192.0.2." + n % 30);

        // Neither its name nor the address that it shares with the guesser makes it wait.
        for (var address : List.of("192.0.2.1", "192.0.2.2", "198.51.100.1")) {
            assertThat(here.askForToken("robot", secret, address).getStatus()).isEqualTo(200);
        }
        var held = here.askForToken("robot", "wrong", "192.0.2.250");
        assertThat(held.getStatus()).isEqualTo(429);
        assertThat(json(held, "reason")).isEqualTo("too-many-attempts");
        assertThat(held.getHeader("Retry-After")).isNotNull();
        // The error is the same as for any client.
        for (var n = 0; n < 25; n++) here.askForToken("nobody", "wrong", "203.0.113." + n);
        assertThat(here.askForToken("nobody", "wrong", "192.0.2.250").getStatus()).isEqualTo(429);
    }

    @Test
    void whatTheServerReadsIsCounted() {
        here.account(Kind.PROGRAM, "clerk", here.secrets.encode("chosen by somebody"));
        var written = List.of("clerk", "%63lerk", "c%6Cerk", "%63%6c%65%72%6b", "clerk");
        for (var name : written) here.askForToken(name, "wrong", "192.0.2.1");
        assertThat(here.askForToken("clerk", "wrong", "192.0.2.1").getStatus()).isEqualTo(429);
        assertThat(here.askForToken("cl%65rk", "wrong", "192.0.2.1").getStatus()).isEqualTo(429);
        var form =
                post("/oauth2/token")
                        .with(SecurityInstallation.from("192.0.2.1"))
                        .param("grant_type", "client_credentials")
                        .param("client_id", "clerk")
                        .param("client_secret", "wrong");
        assertThat(here.send(form).getStatus()).isEqualTo(429);
    }

    @Test
    void aNameThatIsTooLongIsRefusedAtOnce() {
        for (var n = 0; n < 10; n++)
            assertThat(
                            here.askForToken("x".repeat(101 + n * 1_000), "wrong", "192.0.2.1")
                                    .getStatus())
                    .isIn(401, 429);
        assertThat(here.askForToken("root", "root-secret", "192.0.2.1").getStatus()).isEqualTo(200);
    }

    @Test
    void someoneWhoHasComeInIsNotHeldByOthers() {
        here.account(Kind.PROGRAM, "clerk", here.secrets.encode("chosen by somebody"));
        assertThat(here.askForToken("clerk", "chosen by somebody", "198.51.100.1").getStatus())
                .isEqualTo(200);
        for (var n = 0; n < 40; n++) here.askForToken("clerk", "wrong", "192.0.2." + n);
        assertThat(here.askForToken("clerk", "chosen by somebody", "192.0.2.99").getStatus())
                .isEqualTo(429);
        assertThat(here.askForToken("clerk", "chosen by somebody", "198.51.100.1").getStatus())
                .isEqualTo(200);
    }

    @Test
    void anotherHeaderThanBasicIsRefused() {
        var basic = Base64.getEncoder().encodeToString("root:root-secret".getBytes(UTF_8));
        for (var header : new String[] {"", "x", "Bearer x", "Basic", "Basic !", "Digest " + basic})
            for (var path : List.of("/oauth2/token")) {
                var request =
                        post(path)
                                .header("Authorization", header)
                                .param("grant_type", "client_credentials")
                                .param("client_id", "root")
                                .param("client_secret", "root-secret");
                var answer = here.send(request);
                assertThat(answer.getStatus()).as(header).isEqualTo(401);
                assertThat(text(answer)).isEqualTo("{\"error\":\"invalid_client\"}");
                assertThat(answer.getHeader("WWW-Authenticate")).startsWith("Basic");
            }
    }

    @Test
    void theMetadataPromisesWhatIsThereWhateverTheHost() {
        for (var host : new String[] {"localhost", "evil.example.org", "evil.example.org:666"}) {
            var name = host.split(":")[0];
            var said =
                    here.send(
                            get("http://" + host + "/.well-known/oauth-authorization-server")
                                    .header("Host", host)
                                    .header("X-Forwarded-Host", name));
            assertThat(said.getStatus()).isEqualTo(200);
            assertThat(text(said))
                    .isEqualTo(
                            "{\"issuer\":\"http://localhost:8080\",\"token_endpoint\":\"http://localhost:8080/oauth2/token\",\"jwks_uri\":\"http://localhost:8080/oauth2/jwks\",\"response_types_supported\":[],\"grant_types_supported\":[\"client_credentials\"],\"token_endpoint_auth_methods_supported\":[\"client_secret_basic\",\"client_secret_post\"]}");
            var ours = here.send(get("http://" + host + "/.well-known/oauth-protected-resource"));
            assertThat(ours.getStatus()).isEqualTo(200);
            assertThat(text(ours)).contains("http://localhost:8080").doesNotContain("evil");
            for (var other :
                    List.of(
                            "/.well-known/openid-configuration",
                            "/oauth2/authorize",
                            "/oauth2/introspect",
                            "/oauth2/revoke",
                            "/oauth2/device_authorization",
                            "/userinfo",
                            "/connect/register"))
                assertThat(here.send(get("http://" + host + other)).getStatus()).isEqualTo(401);
            var challenge = here.send(get("http://" + host + "/api/v1/accounts"));
            assertThat(challenge.getStatus()).isEqualTo(401);
            assertThat(challenge.getHeader("WWW-Authenticate"))
                    .contains("http://localhost:8080")
                    .doesNotContain("evil");
        }
    }

    @Test
    void attemptsAreCountedForTheNameThatIsTried() {
        assertThat(SignInAttempts.LONGEST_NAME).isEqualTo(100);
        for (var n = 0; n < 5; n++) here.askForToken("root", "wrong", "192.0.2.1");
        assertThat(here.askForToken("root", "root-secret", "192.0.2.1").getStatus()).isEqualTo(429);
        assertThat(here.askForToken("root", "root-secret", "192.0.2.2").getStatus()).isEqualTo(200);
    }

    private static final class Counting implements PasswordEncoder {

        private final PasswordEncoder all;
        private int count;

        Counting(PasswordEncoder all) {
            this.all = all;
        }

        @Override
        public @Nullable String encode(@Nullable CharSequence raw) {
            return all.encode(raw);
        }

        @Override
        public boolean matches(@Nullable CharSequence raw, @Nullable String hash) {
            count++;
            return all.matches(raw, hash);
        }
    }
}
