package colophon.security.people;

import static colophon.security.SecurityInstallation.json;
import static colophon.security.SecurityInstallation.sessionOf;
import static colophon.security.SecurityInstallation.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import colophon.api.access.Role;
import colophon.security.SecurityInstallation;
import colophon.security.accounts.SecretHashes;
import colophon.security.accounts.UserAccount;
import colophon.security.accounts.UserAccount.Kind;
import colophon.security.attempts.SignInAttempts;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** No password opens an account that has none. */
@Tag("io")
class SignInWithoutAPasswordTest {

    private static final String NEXT = "velvet orbit cactus";
    private static final @Nullable String[] PASSWORDS = {
        null, "", " ", "            ", "nobody", "null", "-", "{bcrypt}", "{sha256}", NEXT
    };

    private SecurityInstallation here;

    @BeforeEach
    void start() {
        here = SecurityInstallation.embedded();
        here.person("keeper", Role.ADMINISTRATOR);
    }

    @AfterEach
    void stop() {
        here.close();
    }

    @Test
    void noStateOfAnAccountIsOpenedByNothing() {
        here.account(Kind.PERSON, "bare", null, Role.ADMINISTRATOR);
        here.person("disabled", Role.ADMINISTRATOR);
        here.accounts.change("disabled", it -> it.asDisabled(true));
        here.account(Kind.PERSON, "bare-disabled", null, Role.ADMINISTRATOR);
        here.accounts.change("bare-disabled", it -> it.asDisabled(true));
        here.person("erased", Role.STUDENT);
        here.accounts.forget("student-of-erased");
        here.person("erased-enabled", Role.STUDENT);
        here.accounts.forget("student-of-erased-enabled");
        here.accounts.change("erased-enabled", it -> it.asDisabled(false));
        here.account(Kind.PROGRAM, "program", SecretHashes.encodeGenerated(SecretHashes.random()));
        assertThat(
                        here.tell(
                                        "/api/v1/accounts",
                                        "{\"id\":\"waiting\",\"kind\":\"person\",\"name\":\"waiting\",\"roles\":[\"administrator\"]}")
                                .getStatus())
                .isEqualTo(201);
        var names =
                new String[] {
                    "bare",
                    "disabled",
                    "bare-disabled",
                    "erased",
                    "erased-enabled",
                    "program",
                    "waiting",
                    "unknown",
                    "",
                    "root"
                };
        for (var name : names)
            for (var password : PASSWORDS) {
                assertThat(isIn(name, password)).as(name + " with " + password).isFalse();
                if (password == null) continue;
                assertThat(here.comesIn(new MockHttpSession(), name, password))
                        .as("%s with %s", name, password)
                        .isFalse();
            }
        assertThat(isIn("keeper", SecurityInstallation.PASSWORD)).isTrue();
        assertThat(isIn("keeper", null)).isFalse();
        assertThat(isIn("disabled", SecurityInstallation.PASSWORD)).isFalse();
        assertThat(isIn("erased", SecurityInstallation.PASSWORD)).isFalse();
    }

    @Test
    void anAccountWithoutASecretCannotChangeItNorBreakTheServer() {
        here.account(Kind.PERSON, "bare", null, Role.ADMINISTRATOR);
        for (var password : PASSWORDS) {
            var session = sessionOf(account("bare").person(), here.clock.instant(), 1);
            var fields =
                    password == null
                            ? Map.of("next", NEXT)
                            : Map.of("password", password, "next", NEXT);
            var answer = here.submit("/account/password", session, "192.0.2.1", fields);
            assertThat(answer.getStatus()).as("%s", String.valueOf(password)).isIn(400, 429);
            assertThat(account("bare").secret()).isNull();
        }
    }

    @Test
    void aPersonIsMadeWithALinkThatSetsThePasswordOnce() {
        var made = made("ada");
        assertThat(made.getStatus()).isEqualTo(201);
        assertThat(json(made, "secret")).isEmpty();
        var link = json(made, "passwordLink");
        assertThat(link).startsWith("http://localhost:8080/password#ada.");
        assertThat(json(made, "passwordLinkUntil")).isEqualTo("2026-03-04T12:00:00Z");
        var code = link.substring(link.indexOf('#') + 1);
        var kept = Objects.requireNonNull(account("ada").link());
        assertThat(account("ada").toString() + kept + kept.hash()).doesNotContain(code);
        var shown =
                here.send(
                        get("/api/v1/accounts/ada")
                                .header(
                                        "Authorization",
                                        "Bearer " + here.token("root", "root-secret")));
        assertThat(text(shown)).doesNotContain(code);

        assertThat(here.comesIn(new MockHttpSession(), "ada", code)).isFalse();
        assertThat(set(code + "x", NEXT)).isEqualTo(404);
        assertThat(set("keeper." + code.substring(4), NEXT)).isEqualTo(404);
        assertThat(set("", NEXT)).isEqualTo(404);
        assertThat(set(code, "password1234")).isEqualTo(400);
        assertThat(set(code, "            ")).isEqualTo(400);
        assertThat(account("ada").secret()).isNull();
        assertThat(set(code, NEXT)).isEqualTo(303);
        assertThat(here.comesIn(new MockHttpSession(), "ada", NEXT)).isTrue();
        assertThat(set(code, NEXT + " again")).isEqualTo(404);
        assertThat(here.comesIn(new MockHttpSession(), "ada", NEXT)).isTrue();
    }

    @Test
    void aLinkEnds() {
        var code = code(made("ada"));
        here.later(Duration.ofDays(3).minusSeconds(1));
        assertThat(set(code, "password1234")).isEqualTo(400);
        here.later(Duration.ofSeconds(1));
        assertThat(set(code, NEXT)).isEqualTo(404);

        // A new link is made, and then the clock turns out to have been ahead.
        here.later(Duration.ofDays(365 * 75));
        var ahead = code(reset("ada"));
        here.later(Duration.ofDays(-365 * 75));
        assertThat(set(ahead, NEXT)).isEqualTo(404);
    }

    @Test
    void aLinkIsOfNoUseAfterAnotherOneOrWithAnAccountThatIsDisabledOrErased() {
        var first = code(made("ada"));
        var second = code(reset("ada"));
        assertThat(set(first, NEXT)).isEqualTo(404);
        here.accounts.change("ada", it -> it.asDisabled(true));
        assertThat(set(second, NEXT)).isEqualTo(404);
        here.accounts.change("ada", UserAccount::erased);
        here.accounts.change("ada", it -> it.asDisabled(false));
        assertThat(set(second, NEXT)).isEqualTo(404);
        assertThat(account("ada").secret()).isNull();
    }

    @Test
    void aSecretThatAnAdministratorSetsEndsTheLink() {
        var code = code(made("ada"));
        var set =
                here.tell(
                        "/api/v1/accounts/ada/secret",
                        "{\"secret\":\"" + SecurityInstallation.PASSWORD + "\"}");
        assertThat(set.getStatus()).isEqualTo(200);
        assertThat(set(code, NEXT)).isEqualTo(404);
        assertThat(here.comesIn(new MockHttpSession(), "ada", SecurityInstallation.PASSWORD))
                .isTrue();
    }

    @Test
    void ofTwoAtTheSameMomentOneComesTooLate() throws Exception {
        var code = code(made("ada"));
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<Integer> attempt = () -> set(code, NEXT);
            var statuses =
                    threads.invokeAll(Collections.nCopies(8, attempt)).stream()
                            .map(
                                    it -> {
                                        try {
                                            return it.get();
                                        } catch (Exception e) {
                                            throw new AssertionError(e);
                                        }
                                    })
                            .toList();
            assertThat(statuses).containsOnlyOnce(303);
            assertThat(Collections.frequency(statuses, 404)).isEqualTo(7);
        }
    }

    @Test
    void aNewLinkTakesThePasswordThePasskeysAndTheSessions() {
        here.person("ada", Role.REGISTRAR);
        var session = here.session("ada");
        var code = code(reset("ada"));
        assertThat(here.accounts.withoutPasskeys()).containsExactly("ada");
        assertThat(here.send(get("/account").session(session)).getStatus()).isEqualTo(401);
        assertThat(here.comesIn(new MockHttpSession(), "ada", SecurityInstallation.PASSWORD))
                .isFalse();
        assertThat(set(code, NEXT)).isEqualTo(303);
        assertThat(here.comesIn(new MockHttpSession(), "ada", NEXT)).isTrue();
    }

    @Test
    void theLastOneWhoCanComeInIsNotLeftWithoutASecret() {
        here.accounts.change("keeper", it -> it.asDisabled(true));
        made("waiting-administrator", "administrator");
        var root = here.accounts.findByName(Kind.PROGRAM, "root").orElseThrow().id();
        var answer = here.tell("/api/v1/accounts/" + root + "/disabling", "");
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(here.token("root", "root-secret")).isNotEmpty();
    }

    private MockHttpServletResponse made(String name) {
        return made(name, "registrar");
    }

    private MockHttpServletResponse made(String name, String role) {
        return here.tell(
                "/api/v1/accounts",
                "{\"id\":\"%1$s\",\"kind\":\"person\",\"name\":\"%1$s\",\"roles\":[\"%2$s\"]}"
                        .formatted(name, role));
    }

    private MockHttpServletResponse reset(String id) {
        return here.tell("/api/v1/accounts/" + id + "/secret", "{}");
    }

    private static String code(MockHttpServletResponse made) {
        var link = json(made, "passwordLink");
        assertThat(link).contains("#");
        return link.substring(link.indexOf('#') + 1);
    }

    private int set(String code, String next) {
        return here.submit(
                        "/password",
                        new MockHttpSession(),
                        "192.0.2.5",
                        Map.of("code", code, "next", next))
                .getStatus();
    }

    private UserAccount account(String id) {
        return here.accounts.find(id).orElseThrow();
    }

    private boolean isIn(String name, @Nullable String password) {
        var signIn =
                new PasswordSignIn(
                        here.accounts, here.secrets, new SignInAttempts(() -> 0), here.clock);
        try {
            signIn.authenticate(new UsernamePasswordAuthenticationToken(name, password));
            return true;
        } catch (AuthenticationException _) {
            return false;
        }
    }
}
