package colophon.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.system.driver.Answer;
import colophon.system.driver.Browser;
import colophon.system.driver.Keycloak;
import colophon.system.driver.NeedsKeycloak;
import colophon.system.driver.Program;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** A Keycloak with the shipped realm signs everybody in. */
@NeedsKeycloak
class KeycloakTest {

    private static final Map<String, String> NOTHING_MORE = Map.of();

    @TempDir static Path parent;

    private static Keycloak keycloak;
    private static Program program;
    private static String shortLived;

    @BeforeAll
    static void start() {
        keycloak = Keycloak.start();
        program = Program.serving(parent.resolve("data"), options());
        keycloak.program("registry", NOTHING_MORE, "registrar");
        // The token is requested here because it takes some time to expire.
        keycloak.program("short", NOTHING_MORE, "registrar");
        keycloak.tokensLive("short", 1);
        shortLived = keycloak.token("short");
        assertThat(students(shortLived)).isEqualTo(200);
        var administrator = keycloak.token("first-administrator");
        for (var name : new String[] {"ada", "ben"})
            made(
                    administrator,
                    "/students",
                    "{'id':'%s','givenName':'A','familyName':'B'}".formatted(name));
        for (var name : new String[] {"alpha", "beta"})
            made(
                    administrator,
                    "/institutions",
                    "{'id':'%s','name':'%1$s','currency':'USD'}".formatted(name));
    }

    @AfterAll
    static void stop() {
        if (program != null) program.close();
        if (keycloak != null) keycloak.close();
    }

    @Test
    void a_program_may_what_its_roles_in_the_realm_allow_and_nothing_else() {
        var registrar = keycloak.token("registry");
        assertThat(get(registrar, "/students").outcome()).isEqualTo("200");
        assertThat(post(registrar, "/students", "{'givenName':'A','familyName':'B'}").outcome())
                .isEqualTo("201");
        assertThat(post(registrar, "/institutions", institution()).outcome())
                .isEqualTo("403 forbidden");
        assertThat(get(registrar, "/dead-letters").outcome()).isEqualTo("403 forbidden");

        keycloak.program("nothing", NOTHING_MORE);
        var nobody = keycloak.token("nothing");
        assertThat(get(nobody, "/students").outcome()).isEqualTo("403 forbidden");
        assertThat(get(nobody, "/students/ada").status()).isIn(403, 404);
    }

    @Test
    void a_role_of_the_realm_is_the_one_of_ours_that_the_settings_say() {
        keycloak.role("archivist");
        keycloak.role("stranger");
        keycloak.program("archive", NOTHING_MORE, "archivist", "stranger");
        var archivist = keycloak.token("archive");
        assertThat(get(archivist, "/students").outcome()).isEqualTo("200");
        assertThat(post(archivist, "/students", "{'givenName':'A','familyName':'B'}").outcome())
                .isEqualTo("403 forbidden");
    }

    @Test
    void staff_of_one_institution_finds_nothing_of_another() {
        keycloak.program("alpha-registry", Map.of("institutions", "alpha"), "registrar");
        var registrar = keycloak.token("alpha-registry");
        assertThat(post(registrar, "/programs", "{'institutionId':'alpha','name':'P'}").status())
                .isEqualTo(201);
        assertThat(post(registrar, "/programs", "{'institutionId':'beta','name':'P'}").status())
                .isEqualTo(404);
    }

    @Test
    void a_person_signs_in_and_sees_what_their_role_may() {
        keycloak.person("rosa", NOTHING_MORE, "registrar");
        var browser = new Browser(program.address());
        var back = signIn(browser, "rosa", Keycloak.SECRET);
        assertThat(back.header("Location"))
                .startsWith(Keycloak.PUBLIC_URL + "/login/oauth2/code/provider?");
        assertThat(enter(browser, back).header("Location")).isEqualTo("/");
        assertThat(browser.cookie("SESSION")).isNotEmpty();
        assertThat(browser.open("/api/v1/students").outcome()).isEqualTo("200");
        assertThat(browser.open("/api/v1/dead-letters").outcome()).isEqualTo("403 forbidden");
        assertThat(write(browser, "/students", "{'givenName':'A','familyName':'B'}").outcome())
                .isEqualTo("201");
        assertThat(write(browser, "/institutions", institution()).outcome())
                .isEqualTo("403 forbidden");
    }

    @Test
    void what_a_person_does_is_kept_with_the_opaque_subject_and_no_name() {
        keycloak.person("opal", NOTHING_MORE, "registrar");
        var browser = signedIn("opal");
        var body = "{'id':'by-opal','givenName':'A','familyName':'B'}";
        var position = write(browser, "/students", body).position();
        var history =
                get(
                        keycloak.token("first-administrator"),
                        "/history?subject=student:by-opal&after=" + position);
        assertThat(history.text()).contains(keycloak.idOf("opal")).doesNotContain("\"opal\"");
    }

    @Test
    void a_student_sees_their_own_records_only() {
        keycloak.person("a.lovelace", Map.of("student", "ada"), "student");
        var browser = signedIn("a.lovelace");
        assertThat(browser.open("/api/v1/me/status").at("/studentId")).isEqualTo("ada");
        assertThat(browser.open("/api/v1/students/ada/status").outcome()).isEqualTo("200");
        assertThat(browser.open("/api/v1/students/ben/status").status()).isEqualTo(404);
        assertThat(browser.open("/api/v1/students").outcome()).isEqualTo("403 forbidden");
        assertThat(write(browser, "/students", "{'givenName':'A','familyName':'B'}").outcome())
                .isEqualTo("403 forbidden");
    }

    @Test
    void a_student_without_a_record_in_the_realm_sees_none() {
        keycloak.person("no-record", NOTHING_MORE, "student");
        var browser = signedIn("no-record");
        assertThat(browser.open("/api/v1/me/status").status()).isIn(403, 404);
        assertThat(browser.open("/api/v1/students/ada/status").status()).isEqualTo(404);
    }

    @Test
    void a_wrong_password_leads_to_nothing() {
        keycloak.person("wilma", NOTHING_MORE, "registrar");
        var browser = new Browser(program.address());
        var answer = signIn(browser, "wilma", "wrong");
        assertThat(answer.header("Location")).isEmpty();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(browser.open("/api/v1/students").outcome()).isEqualTo("401 unauthenticated");
    }

    @Test
    void an_answer_with_a_state_or_from_a_code_that_is_not_the_browsers_signs_nobody_in() {
        keycloak.person("stan", NOTHING_MORE, "registrar");
        var browser = new Browser(program.address());
        var path = path(signIn(browser, "stan", Keycloak.SECRET));
        nobodyIsIn(new Browser(program.address()), path);
        nobodyIsIn(browser, path.replaceAll("state=[^&]*", "state=guessed"));

        var again = new Browser(program.address());
        var good = path(signIn(again, "stan", Keycloak.SECRET));
        nobodyIsIn(again, good.replaceAll("code=[^&]*", "code=guessed"));

        var refused = new Browser(program.address());
        var state =
                path(signIn(refused, "stan", Keycloak.SECRET))
                        .replaceAll(".*(state=[^&]*).*", "$1");
        nobodyIsIn(refused, "/login/oauth2/code/provider?error=access_denied&" + state);
        nobodyIsIn(new Browser(program.address()), "/login/oauth2/code/provider");
    }

    @Test
    void an_answer_to_another_question_of_another_browser_signs_nobody_in() {
        keycloak.person("nora", NOTHING_MORE, "registrar");
        for (var changed : new String[] {"nonce=[^&]*", "code_challenge=[^&]*"}) {
            var browser = new Browser(program.address());
            var name = changed.substring(0, changed.indexOf('='));
            var at = asked(browser).replaceAll(changed, name + "=" + "A".repeat(43));
            var back = fillIn(browser, at, "nora", Keycloak.SECRET);
            assertThat(back.header("Location")).as(name).contains("code=");
            nobodyIsIn(browser, path(back));
        }
        var known = new Browser(program.address());
        assertThat(enter(known, fillIn(known, asked(known), "nora", Keycloak.SECRET)).status())
                .as("unchanged")
                .isEqualTo(302);
        assertThat(known.open("/api/v1/students").status()).isEqualTo(200);
    }

    @Test
    void what_is_not_an_access_token_for_us_opens_nothing() {
        keycloak.person("tessa", NOTHING_MORE, "registrar");
        var tokens = keycloak.tokens("tessa");
        assertThat(students(tokens.access())).isEqualTo(200);
        assertThat(students(tokens.id())).as("ID token").isEqualTo(401);
        assertThat(students(tokens.refresh())).as("refresh token").isEqualTo(401);
        assertThat(students(keycloak.ofAnotherRealm())).as("another realm").isEqualTo(401);
        assertThat(students(tampered(tokens.access()))).as("tampered").isEqualTo(401);

        keycloak.program("elsewhere", NOTHING_MORE, "registrar");
        assertThat(students(keycloak.token("elsewhere"))).isEqualTo(200);
        keycloak.tokensAreFor("elsewhere", "another-program");
        assertThat(students(keycloak.token("elsewhere"))).as("audience").isEqualTo(401);
    }

    /** The token ends half a minute after its expiry, because clocks may differ. */
    @Test
    void a_token_ends() {
        await().atMost(Duration.ofMinutes(10)).until(() -> students(shortLived) == 401);
    }

    @Test
    void a_new_key_of_the_realm_is_known_without_a_restart_and_one_taken_away_is_not() {
        var before = keycloak.token("registry");
        assertThat(students(before)).isEqualTo(200);
        var next = keycloak.signsWithNewKey(200);
        var signedWithNext = keycloak.token("registry");
        assertThat(keyOf(signedWithNext)).isNotEqualTo(keyOf(before));
        assertThat(students(signedWithNext)).isEqualTo(200);
        assertThat(students(before)).as("the key before").isEqualTo(200);

        keycloak.signsWithNewKey(300);
        keycloak.takesAway(next);
        assertThat(students(keycloak.token("registry"))).isEqualTo(200);
        assertThat(students(signedWithNext)).as("the key taken away").isEqualTo(401);
    }

    @Test
    void what_is_taken_away_at_the_provider_holds_until_the_token_or_the_session_ends() {
        keycloak.person("dora", NOTHING_MORE, "registrar");
        keycloak.program("dismissed", NOTHING_MORE, "registrar");
        var browser = signedIn("dora");
        var token = keycloak.token("dismissed");
        keycloak.disablePerson("dora");
        keycloak.disableProgram("dismissed");
        assertThat(students(token)).isEqualTo(200);
        assertThat(keycloak.asked("dismissed").status()).isEqualTo(401);
        assertThat(browser.open("/api/v1/students").status()).isEqualTo(200);
        assertThat(
                        signIn(new Browser(program.address()), "dora", Keycloak.SECRET)
                                .header("Location"))
                .isEmpty();
    }

    @Test
    void signing_out_ends_the_session_here() {
        keycloak.person("otto", NOTHING_MORE, "registrar");
        var browser = signedIn("otto");
        var session = browser.cookie("SESSION");
        browser.open("/api/v1/students");
        var out =
                browser.request("/sign-out")
                        .header("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"))
                        .POST(BodyPublishers.noBody());
        assertThat(browser.send(out).status()).isEqualTo(302);
        var late = program.anonymous("/api/v1/students").header("Cookie", "SESSION=" + session);
        assertThat(program.send(late.build()).status()).isEqualTo(401);
    }

    @Test
    void while_it_does_not_answer_known_keys_are_good_and_everybody_is_answered() {
        keycloak.person("paula", NOTHING_MORE, "registrar");
        var token = keycloak.token("registry");
        assertThat(students(token)).isEqualTo(200);
        var browser = new Browser(program.address());
        var back = signIn(browser, "paula", Keycloak.SECRET);
        keycloak.pause(); // until after the last answer, since a waiting client would never get one
        try {
            assertThat(students(token)).isEqualTo(200);
            var stranger = get(ofUnknownKey(token), "/students");
            assertThat(stranger.status()).isIn(401, 503);
            assertThat(students(token)).as("after a token of an unknown key").isEqualTo(200);

            var entering = enter(browser, back);
            assertThat(entering.header("Location")).isEqualTo("/sign-in?failed");
        } finally {
            keycloak.unpause();
        }
        assertThat(students(keycloak.token("registry"))).isEqualTo(200);
    }

    @Test
    void it_starts_while_the_provider_does_not_answer_and_says_so_until_it_does() {
        var token = keycloak.token("registry");
        keycloak.pause();
        try (var early = Program.starting(parent.resolve("early"), options())) {
            try {
                early.awaitReady();
                var answer = early.send(with(token, early, "/students"));
                assertThat(answer.outcome()).isEqualTo("503 sign-in-unavailable");
                var page = early.send(early.anonymous("/sign-in").build());
                assertThat(page.outcome()).isEqualTo("503 sign-in-unavailable");
                assertThat(early.output()).contains("does not answer").doesNotContain("\tat ");
            } finally {
                keycloak.unpause();
            }
            assertThat(early.send(with(token, early, "/students")).status()).isEqualTo(200);
            assertThat(early.send(early.anonymous("/sign-in").build()).status()).isEqualTo(303);
        }
    }

    private static String[] options() {
        return new String[] {
            keycloak.option(),
            "--colophon.oidc.role-map.archivist=auditor",
            "--colophon.oidc.client-id=colophon",
            "--colophon.oidc.client-secret=" + Keycloak.SECRET,
            "--colophon.public-url=" + Keycloak.PUBLIC_URL
        };
    }

    private static void nobodyIsIn(Browser browser, String answer) {
        var refused = browser.open(answer);
        assertThat(refused.header("Location")).as(answer).isEqualTo("/sign-in?failed");
        var page = browser.open("/sign-in?failed");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("not signed in", "href=\"/sign-in\"");
        assertThat(browser.open("/api/v1/students").outcome()).isEqualTo("401 unauthenticated");
    }

    private static Browser signedIn(String name) {
        var browser = new Browser(program.address());
        var entered = enter(browser, signIn(browser, name, Keycloak.SECRET));
        assertThat(entered.header("Location")).isEqualTo("/");
        return browser;
    }

    /** Keycloak's answer to its form. */
    private static Answer signIn(Browser browser, String name, String password) {
        return fillIn(browser, asked(browser), name, password);
    }

    /** The address at Keycloak to which the program sends a browser. */
    private static String asked(Browser browser) {
        return browser.open(browser.open("/sign-in").header("Location")).header("Location");
    }

    private static Answer fillIn(Browser browser, String at, String name, String password) {
        return browser.fillIn(browser.open(at), Map.of("username", name, "password", password));
    }

    private static Answer enter(Browser browser, Answer back) {
        return browser.open(path(back));
    }

    private static String path(Answer back) {
        var there = URI.create(back.header("Location"));
        return there.getRawPath() + "?" + there.getRawQuery();
    }

    /** Sends like a page of ours, with the value of the cookie repeated in the header. */
    private static Answer write(Browser browser, String path, String json) {
        browser.open("/api/v1/me/status");
        return browser.send(
                browser.request("/api/v1" + path)
                        .header("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json.replace('\'', '"'))));
    }

    private static int students(String token) {
        return get(token, "/students").status();
    }

    private static Answer get(String token, String path) {
        return program.send(with(token, program, path));
    }

    private static HttpRequest with(String token, Program program, String path) {
        return program.anonymous("/api/v1" + path)
                .header("Authorization", "Bearer " + token)
                .build();
    }

    private static Answer post(String token, String path, String json) {
        return program.send(
                program.anonymous("/api/v1" + path)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json.replace('\'', '"')))
                        .build());
    }

    private static void made(String token, String path, String json) {
        var answer = post(token, path, json);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        get(token, "/students?after=" + answer.position());
    }

    private static String institution() {
        return "{'name':'Another','currency':'USD'}";
    }

    /** Claims to be an administrator, with the old signature. */
    private static String tampered(String token) {
        var parts = token.split("\\.");
        var claims = decoded(parts[1]).replace("\"registrar\"", "\"administrator\"");
        assertThat(claims).contains("administrator");
        return parts[0] + "." + encoded(claims) + "." + parts[2];
    }

    private static String ofUnknownKey(String token) {
        var parts = token.split("\\.");
        return encoded(decoded(parts[0]).replace(keyOf(token), "unknown"))
                + "."
                + parts[1]
                + "."
                + parts[2];
    }

    private static String keyOf(String token) {
        return decoded(token.split("\\.")[0]).replaceAll(".*\"kid\" *: *\"([^\"]*)\".*", "$1");
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), UTF_8);
    }

    private static String encoded(String part) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(part.getBytes(UTF_8));
    }
}
