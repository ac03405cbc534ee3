package colophon.system;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.file.Files.getPosixFilePermissions;

import colophon.system.driver.Answer;
import colophon.system.driver.Browser;
import colophon.system.driver.Program;
import colophon.system.driver.SharedProgram;
import colophon.system.driver.SharesProgram;
import colophon.system.people.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.regex.Pattern;

/** Signing in with a browser. */
@SharesProgram
class SignInTest {

    private static final String PASSWORD = Visitor.PASSWORD;
    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/set-up\\S+)");

    @TempDir static Path parent;

    private static Program program;
    private static Program behindProxy;

    @BeforeAll
    static void start(SharedProgram shared) {
        program = shared.program();
        behindProxy =
                Program.serving(
                        parent.resolve("behind-proxy"),
                        "--colophon.public-url=https://colophon.example.org");
    }

    @AfterAll
    static void stop() {
        behindProxy.close();
    }

    @Test
    void a_person_signs_in_with_a_session_that_scripts_and_other_sites_do_not_get() {
        var browser = signedIn(person("ada", "registrar"));
        assertThat(browser.open("/api/v1/students").status()).isEqualTo(200);
        assertThat(browser.open("/account").text()).contains("<strong>ada</strong>");
    }

    @Test
    void the_cookie_of_the_session_is_hidden_from_scripts_and_new_after_signing_in() {
        var name = person("bea", "registrar");
        var browser = new Browser(program.address());
        var answer = signIn(browser, name, PASSWORD);
        var cookies = answer.headers().allValues("Set-Cookie");
        assertThat(cookies)
                .anySatisfy(
                        cookie ->
                                assertThat(cookie)
                                        .startsWith("SESSION=")
                                        .contains("HttpOnly", "SameSite=Lax", "Path=/"));
        var first = browser.cookie("SESSION");
        signIn(browser, name, PASSWORD);
        assertThat(browser.cookie("SESSION")).isNotEqualTo(first);
    }

    @Test
    void where_browsers_come_by_tls_cookies_travel_by_tls_only() {
        var made =
                behindProxy.post(
                        "/accounts",
                        "{\"kind\":\"person\",\"name\":\"ada\",\"roles\":[\"registrar\"],\"secret\":\""
                                + PASSWORD
                                + "\"}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        var page = behindProxy.send(behindProxy.anonymous("/sign-in").build());
        assertThat(page.header("Set-Cookie"))
                .startsWith("__Host-XSRF-TOKEN=")
                .contains("Secure", "Path=/;")
                .doesNotContain("Domain");
        var xsrf = page.header("Set-Cookie").replaceAll("__Host-XSRF-TOKEN=([^;]*).*", "$1");
        var answer =
                behindProxy.send(
                        behindProxy
                                .anonymous("/sign-in")
                                .header("Cookie", "__Host-XSRF-TOKEN=" + xsrf)
                                .header("X-XSRF-TOKEN", xsrf)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        BodyPublishers.ofString(
                                                "name=ada&password=" + PASSWORD.replace(' ', '+')))
                                .build());
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.contains("SESSION="))
                .hasSize(1)
                .allSatisfy(
                        cookie ->
                                assertThat(cookie)
                                        .startsWith("__Host-SESSION=")
                                        .contains("Secure", "HttpOnly", "Path=/;")
                                        .doesNotContain("Domain"));
        // the script of the API's page repeats the cookie of that name
        var script =
                behindProxy
                        .send(behindProxy.anonymous("/swagger-ui/swagger-initializer.js").build())
                        .text();
        assertThat(script).contains("__Host-XSRF-TOKEN");
    }

    @Test
    void a_request_that_another_site_makes_the_browser_send_changes_nothing() {
        var browser = signedIn(person("cy", "registrar"));
        var body = "{\"id\":\"forged\",\"givenName\":\"A\",\"familyName\":\"B\"}";
        var request =
                browser.request("/api/v1/students")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        assertThat(browser.send(request).outcome()).isEqualTo("403 forbidden");
        assertThat(browser.send(request.copy().header("X-XSRF-TOKEN", "guessed")).outcome())
                .isEqualTo("403 forbidden");
        assertThat(program.get("/students/forged").status()).isEqualTo(404);
        assertThat(browser.submit("/sign-out", Map.of()).status()).isEqualTo(403);
        assertThat(browser.open("/api/v1/students").status()).isEqualTo(200);

        browser.open("/account");
        var genuine = request.copy().header("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"));
        assertThat(browser.send(genuine).status()).isEqualTo(201);
    }

    @Test
    void nobody_is_signed_in_by_another_site_either() {
        var name = person("di", "registrar");
        var browser = new Browser(program.address());
        var forged = browser.submit("/sign-in", Map.of("name", name, "password", PASSWORD));
        assertThat(forged.status()).isEqualTo(403);
    }

    @Test
    void signing_out_ends_the_session() {
        var browser = signedIn(person("ed", "registrar"));
        var session = browser.cookie("SESSION");
        assertThat(browser.submit("/account", "/sign-out", Map.of()).status()).isEqualTo(302);
        var late = program.anonymous("/api/v1/students").header("Cookie", "SESSION=" + session);
        assertThat(program.send(late.build()).status()).isEqualTo(401);
    }

    @Test
    void a_session_ends_with_its_account_and_with_its_password() {
        var name = person("flo", "registrar");
        var browser = signedIn(name);
        assertThat(program.post("/accounts/" + name + "/disabling", "").status()).isEqualTo(200);
        assertThat(browser.open("/api/v1/students").status()).isEqualTo(401);
        assertThat(signIn(new Browser(program.address()), name, PASSWORD).header("Location"))
                .endsWith("/sign-in?wrong");
        assertThat(program.post("/accounts/" + name + "/enabling", "").status()).isEqualTo(200);
        assertThat(browser.open("/api/v1/students").status()).isEqualTo(401);

        var other = signedIn(person("gil", "registrar"));
        var change = Map.of("password", PASSWORD, "next", "another " + PASSWORD);
        assertThat(other.submit("/account", "/account/password", change).status()).isEqualTo(303);
        assertThat(other.open("/api/v1/students").status()).isEqualTo(401);
    }

    @Test
    void a_password_guesser_has_to_wait_and_is_told_how_long() {
        var name = person("hal", "registrar");
        var browser = new Browser(program.address());
        for (int guess = 0; guess < 5; guess++)
            assertThat(signIn(browser, name, "wrong").header("Location"))
                    .endsWith("/sign-in?wrong");
        var answer = signIn(browser, name, PASSWORD);
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
    }

    @Test
    void a_browser_is_shown_the_way_in_and_a_program_is_told() {
        var browser = new Browser(program.address());
        assertThat(browser.open("/account").status()).isEqualTo(302);
        assertThat(browser.open("/account").header("Location")).endsWith("/sign-in");
        assertThat(program.send(program.anonymous("/account").build()).outcome())
                .isEqualTo("401 unauthenticated");
        assertThat(browser.open("/api/v1/students").outcome()).isEqualTo("401 unauthenticated");
    }

    @Test
    void an_installation_without_accounts_prints_a_link_that_works_once() throws Exception {
        var data = parent.resolve("empty");
        try (var empty = Program.withoutClient(data)) {
            var link = LINK.matcher(empty.output());
            assertThat(link.find()).as(empty.output()).isTrue();
            var browser = new Browser(empty.address());
            var page = link.group(1);
            var token = page.substring(page.indexOf('=') + 1);
            var form = Map.of("token", token, "name", "first", "password", PASSWORD);
            assertThat(browser.open("/set-up?token=guessed").status()).isEqualTo(404);
            assertThat(browser.submit("/set-up", form).status()).isEqualTo(403);
            assertThat(browser.submit(page, "/set-up", form).status()).isEqualTo(303);
            assertThat(browser.open(page).status()).isEqualTo(404);
            assertThat(signIn(browser, "first", PASSWORD).header("Location")).endsWith("/account");
            assertThat(browser.open("/api/v1/accounts").status()).isEqualTo(200);
            assertThat(getPosixFilePermissions(data.resolve("accounts.db")))
                    .containsExactlyInAnyOrder(
                            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        }
    }

    @Test
    void the_last_administrator_stays() {
        var id = behindProxy.get("/accounts?kind=program").at("/items/0/id");
        assertThat(behindProxy.post("/accounts/" + id + "/disabling", "").outcome())
                .isEqualTo("409 last-administrator");
    }

    @Test
    void accounts_are_listed_page_by_page_and_never_with_their_secrets() {
        for (int n = 0; n < 5; n++) person("paged-" + n, "auditor");
        var first = program.get("/accounts?limit=2");
        assertThat(first.text()).doesNotContain("bcrypt", "secret");
        var next = program.get("/accounts?limit=2&cursor=" + first.at("/next"));
        assertThat(next.at("/items/0/id")).isGreaterThan(first.at("/items/1/id"));
        assertThat(program.get("/accounts?limit=0").status()).isEqualTo(400);
        assertThat(program.get("/accounts/nobody").outcome()).isEqualTo("404 account-not-found");
        var taken = program.post("/accounts", Visitor.body("another", "paged-0", "auditor"));
        assertThat(taken.outcome()).isEqualTo("409 account-taken");
    }

    private static Browser signedIn(String name) {
        return Visitor.signedIn(program, name).browser();
    }

    private static Answer signIn(Browser browser, String name, String password) {
        return Visitor.signIn(browser, name, password);
    }

    /** Creates an account whose id is its name. */
    private static String person(String name, String role) {
        return Visitor.account(program, name, role);
    }
}
