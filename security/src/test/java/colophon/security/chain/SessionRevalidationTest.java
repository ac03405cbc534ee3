package colophon.security.chain;

import static colophon.security.SecurityInstallation.json;
import static colophon.security.SecurityInstallation.sessionOf;
import static colophon.security.SecurityInstallation.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import colophon.api.access.Actor;
import colophon.api.access.Role;
import colophon.security.SecurityInstallation;
import colophon.security.accounts.UserAccount;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

/** An ended session grants no access, with any other header in the request. */
@Tag("io")
class SessionRevalidationTest {

    private static final List<List<String>> HEADERS =
            List.of(
                    List.of(),
                    List.of(""),
                    List.of(" "),
                    List.of("x"),
                    List.of("Basic x"),
                    List.of("Basic cm9vdDpyb290LXNlY3JldA=="),
                    List.of("Bearer"),
                    List.of("Bearer "),
                    List.of("Bearer x"),
                    List.of("Bearer a b"),
                    List.of("bearer x"),
                    List.of("Digest x"),
                    List.of("Negotiate x"),
                    List.of("", "x"));

    /** The ways to end a session. */
    enum End {
        DISABLED((here, id) -> here.accounts.change(id, it -> it.asDisabled(true))),
        ENABLED_AGAIN(
                (here, id) -> {
                    here.accounts.change(id, it -> it.asDisabled(true));
                    here.accounts.change(id, it -> it.asDisabled(false));
                }),
        OTHER_RIGHTS(
                (here, id) ->
                        here.accounts.change(
                                id, it -> it.withRights(Set.of(Role.AUDITOR), Set.of(), null))),
        OTHER_INSTITUTIONS(
                (here, id) ->
                        here.accounts.change(
                                id, it -> it.withRights(it.roles(), Set.of("alpha"), null))),
        OTHER_SECRET(
                (here, id) ->
                        here.accounts.change(
                                id,
                                it ->
                                        it.withSecret(
                                                here.secrets.encode(
                                                        SecurityInstallation.PASSWORD)))),
        ERASED((here, id) -> here.accounts.change(id, UserAccount::erased)),
        TWELVE_HOURS((here, id) -> here.later(Duration.ofHours(12)));

        private final BiConsumer<SecurityInstallation, String> does;

        End(BiConsumer<SecurityInstallation, String> does) {
            this.does = does;
        }
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void opensNothing(End end) {
        try (var here = SecurityInstallation.embedded()) {
            for (var header : HEADERS) {
                var id = "boss-" + HEADERS.indexOf(header);
                here.person(id, Role.ADMINISTRATOR);
                var session = here.session(id);
                assertThat(read(here, session, List.of()).getStatus()).isEqualTo(200);

                end.does.accept(here, id);

                assertThat(read(here, session, header).getStatus())
                        .as("%s with %s", end, header)
                        .isEqualTo(401);
                assertThat(session.isInvalid()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void changesNothing(End end) {
        try (var here = SecurityInstallation.embedded()) {
            for (var header : HEADERS) {
                var id = "boss-" + HEADERS.indexOf(header);
                here.person(id, Role.ADMINISTRATOR);
                var session = here.session(id);
                var csrf =
                        Objects.requireNonNull(
                                here.send(get("/account").session(session))
                                        .getCookie("XSRF-TOKEN"));

                end.does.accept(here, id);

                var request =
                        with(post("/api/v1/accounts"), session, header)
                                .cookie(csrf)
                                .header("X-XSRF-TOKEN", csrf.getValue())
                                .contentType("application/json")
                                .content(
                                        "{\"id\":\"new\",\"kind\":\"program\",\"name\":\"new\",\"roles\":[\"administrator\"]}");
                assertThat(here.send(request).getStatus())
                        .as("%s with %s", end, header)
                        .isEqualTo(401);
                assertThat(here.accounts.find("new")).isEmpty();
            }
        }
    }

    @Test
    void aSessionAndAHeaderAreOneTooMany() {
        try (var here = SecurityInstallation.embedded()) {
            here.person("boss", Role.ADMINISTRATOR);
            var token = here.token("root", "root-secret");
            for (var header : HEADERS) {
                if (header.isEmpty()) continue;
                refused(read(here, here.session("boss"), header));
            }
            var session = here.session("boss");
            refused(read(here, session, List.of("Bearer " + token)));
            assertThat(read(here, session, List.of()).getStatus()).isEqualTo(200);
            assertThat(read(here, new MockHttpSession(), List.of("Bearer " + token)).getStatus())
                    .isEqualTo(200);
        }
    }

    @Test
    void aHeaderThatIsNotReadIsNotPassedOverEither() {
        try (var here = SecurityInstallation.embedded()) {
            for (var path : List.of("/api/v1/accounts", "/account", "/sign-in", "/oauth2/jwks"))
                for (var header : HEADERS) {
                    if (header.isEmpty()
                            || header.equals(List.of("Bearer x"))
                            || header.equals(List.of("bearer x"))) continue;
                    var request = get(path).header("Accept", "text/html");
                    for (var one : header) request.header("Authorization", one);
                    assertThat(here.send(request).getStatus())
                            .as("%s with %s", path, header)
                            .isEqualTo(401);
                }
        }
    }

    @Test
    void anEndOfItsOwnIsSetByASetting() {
        try (var here = SecurityInstallation.embedded()) {
            here.person("boss", Role.ADMINISTRATOR);
            var session = here.session("boss");
            here.later(Duration.ofHours(12).minusSeconds(1));
            assertThat(read(here, session, List.of()).getStatus()).isEqualTo(200);
            here.later(Duration.ofSeconds(1));
            assertThat(read(here, session, List.of()).getStatus()).isEqualTo(401);
        }
    }

    @Test
    void aSessionFromTheFutureDoesNotLastUntilThen() {
        try (var here = SecurityInstallation.embedded()) {
            here.person("boss", Role.ADMINISTRATOR);
            var session = here.session("boss");
            here.later(Duration.ofHours(-2));
            assertThat(read(here, session, List.of()).getStatus()).isEqualTo(200);
            here.later(Duration.ofDays(-365 * 75));
            assertThat(read(here, session, List.of()).getStatus()).isEqualTo(401);
        }
    }

    @Test
    void theHourOfAProviderIsOverWhateverTheHeader() {
        try (var here = SecurityInstallation.withProvider()) {
            for (var header : HEADERS) {
                var boss = new Actor("boss", Set.of(Role.ADMINISTRATOR), Set.of(), null);
                var session = sessionOf(boss, here.clock.instant(), 0);
                here.later(Duration.ofHours(1).minusSeconds(1));
                assertThat(account(here, session, List.of())).as("%s", header).isEqualTo(404);
                if (!header.isEmpty())
                    assertThat(account(here, session, header)).as("%s", header).isEqualTo(400);
                here.later(Duration.ofSeconds(1));
                // A header that looks like a token is checked at the provider, which does not
                // answer.
                assertThat(account(here, session, header)).as("%s", header).isIn(401, 503);
                assertThat(session.isInvalid()).isTrue();
            }
        }
    }

    @Test
    void onlyWhoIsOursIsTakenOutOfASession() {
        try (var here = SecurityInstallation.withProvider()) {
            var session = new MockHttpSession();
            var context = new SecurityContextImpl();
            context.setAuthentication(
                    new TestingAuthenticationToken("boss", "", "ROLE_administrator"));
            session.setAttribute("SPRING_SECURITY_CONTEXT", context);
            assertThat(account(here, session, List.of())).isEqualTo(401);
        }
    }

    private static void refused(MockHttpServletResponse answer) {
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(json(answer, "reason")).as(text(answer)).isEqualTo("two-sign-ins");
    }

    /** The status of a path that does not exist, which only a signed-in request can learn. */
    private static int account(
            SecurityInstallation here, MockHttpSession session, List<String> header) {
        return here.send(with(get("/api/v1/nothing"), session, header)).getStatus();
    }

    private static MockHttpServletResponse read(
            SecurityInstallation here, MockHttpSession session, List<String> header) {
        return here.send(with(get("/api/v1/accounts"), session, header));
    }

    private static MockHttpServletRequestBuilder with(
            MockHttpServletRequestBuilder request, MockHttpSession session, List<String> header) {
        request.session(session);
        for (var one : header) request.header("Authorization", one);
        return request;
    }
}
