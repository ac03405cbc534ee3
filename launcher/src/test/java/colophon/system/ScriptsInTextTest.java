package colophon.system;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.system.people.Device;
import colophon.system.people.PageWatch;
import colophon.system.people.Payloads;
import colophon.system.people.SharesTown;
import colophon.system.people.Town;
import colophon.system.people.Visitor;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Text from a field is shown as text everywhere, and no page violates its own policy. */
@SharesTown
class ScriptsInTextTest {

    private static final List<String> ALL = Payloads.all();

    /** How many of them a browser sees in each place. */
    private static final int SEEN = Integer.getInteger("colophon.system.texts", 12);

    /** The most passkeys of one account. */
    private static final int PASSKEYS = 20;

    /** The texts in the address of the description's page, which takes its time. */
    private static final int DOCUMENTS = Math.min(SEEN / 3, 12);

    /** A description with a single call. */
    private static final String SHORT =
            """
            {"openapi":"3.1.0","info":{"title":"Short","version":"1"},"paths":{"/api/v1/students":
            {"get":{"tags":["students"],"operationId":"students","responses":{"200":
            {"description":"All of them"}}}}}}
            """;

    private static Town town;

    @BeforeAll
    static void start(Town shared) {
        assertThat(ALL).doesNotHaveDuplicates().hasSizeGreaterThan(100);
        town = shared;
    }

    /** Proves that the other tests could notice a script. */
    @Test
    void a_page_without_a_policy_that_shows_what_it_is_told_is_noticed() {
        try (var browser = town.chromium().somebody()) {
            var watch = new PageWatch(browser);
            var page = browser.newPage();
            for (var payload : ALL.subList(0, 35)) page.setContent("<p>" + payload);
            assertThat(watch.seen()).hasSizeGreaterThan(5).anyMatch(it -> it.contains("a script"));
        }
    }

    @Test
    void no_label_of_a_passkey_is_anything_but_text() {
        var labels = ALL.stream().map(ScriptsInTextTest::oneLine).distinct().toList();
        var fitting = labels.stream().filter(it -> it.length() <= 60).toList();
        assertThat(fitting).hasSizeGreaterThan(100);
        var shown = some(SEEN, fitting);
        for (int from = 0; from < shown.size(); from += PASSKEYS) {
            var some = shown.subList(from, Math.min(shown.size(), from + PASSKEYS));
            var name = Visitor.account(town.program(), "labels-" + from, "registrar");
            var visitor = Visitor.signedIn(town.program(), name);
            for (var label : some) {
                var device = Device.of("localhost", town.url(""));
                var answer = visitor.add(device, label);
                assertThat(answer.status()).as(label + answer.text()).isEqualTo(201);
            }
            try (var browser = town.chromium().somebody()) {
                var watch = new PageWatch(browser);
                var page = town.signedIn(browser, name);
                assertThat(page.locator(".passkeys strong").allTextContents())
                        .containsExactlyInAnyOrderElementsOf(some);
                assertThat(watch.seen()).isEmpty();
            }
        }
    }

    @Test
    void no_address_makes_a_page_of_ours_run_a_script() {
        var name = Visitor.account(town.program(), "visited", "registrar");
        try (var browser = town.chromium().somebody()) {
            var watch = new PageWatch(browser);
            var page = town.signedIn(browser, name);
            var seen = some(SEEN, ALL);
            for (int n = 0; n < seen.size(); n++) {
                var addresses = addresses(seen.get(n));
                open(page, addresses.getFirst());
                if (n % Payloads.FORMS != 0) continue;
                for (var address : addresses.subList(1, addresses.size())) open(page, address);
            }
            assertThat(watch.seen()).isEmpty();
        }
    }

    /** Without a browser, so all texts can be tried in all places. */
    @Test
    void no_page_repeats_its_address() {
        var name = Visitor.account(town.program(), "repeated", "registrar");
        var browser = Visitor.signedIn(town.program(), name).browser();
        int pages = 0;
        for (var text : ALL) {
            if (!text.contains("<")) continue; // else escaping would not change it
            for (var address : addresses(text)) {
                var answer = browser.open(address.replaceFirst("#.*", ""));
                if (!answer.header("Content-Type").startsWith("text/html")) continue;
                assertThat(answer.text()).as(address).doesNotContain(text);
                pages++;
            }
        }
        assertThat(pages).isGreaterThan(ALL.size());
    }

    /** The addresses of our pages with this text in a parameter, a fragment or the path. */
    private static List<String> addresses(String payload) {
        var text = encoded(payload);
        var place = text.replace("%2F", "/").replace("%5C", "");
        return List.of(
                "/sign-in?wrong=" + text + "#" + text,
                "/set-up?token=" + text,
                "/account?" + text + "#" + text,
                "/problems/" + place,
                "/" + place);
    }

    @Test
    void the_page_of_the_document_runs_nothing_either() {
        try (var browser = town.chromium().somebody()) {
            var watch = new PageWatch(browser);
            var page = browser.newPage();
            open(page, "/swagger-ui/index.html");
            page.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(page.locator("#swagger-ui").innerText()).contains("/api/v1/students");
            describedAt(page, ALL.getLast());
            // The whole document takes seconds to draw, and the address has no part in that.
            page.route(
                    "**/v3/api-docs*",
                    route ->
                            route.fulfill(
                                    new Route.FulfillOptions()
                                            .setContentType("application/json")
                                            .setBody(SHORT)));
            for (var payload : some(DOCUMENTS, ALL)) {
                describedAt(page, payload);
                assertThat(page.locator(".opblock").count()).as("drawn").isEqualTo(1);
            }
            assertThat(watch.seen()).isEmpty();
        }
    }

    private static void describedAt(Page page, String payload) {
        var text = encoded(payload);
        open(page, "/swagger-ui/index.html?url=" + text + "&configUrl=" + text + "#/" + text);
        page.locator(".opblock").first().waitFor();
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    @Test
    void no_name_and_no_password_is_anything_but_text() {
        try (var browser = town.chromium().somebody()) {
            var watch = new PageWatch(browser);
            var page = browser.newPage();
            for (var payload : some(Math.min(SEEN, 20), ALL)) {
                page.navigate(town.url("/sign-in"));
                page.getByLabel("Name").fill(payload);
                page.getByLabel("Password").fill(payload);
                page.locator("form[action='/sign-in'] button").click();
                page.getByRole(AriaRole.ALERT).waitFor();
            }
            assertThat(watch.seen()).isEmpty();
        }
    }

    @Test
    void answers_of_the_program_interface_are_no_pages() {
        var taken = new ArrayList<String>();
        for (int n = 0; n < ALL.size(); n++) {
            var student = new JsonObject();
            student.addProperty("id", "s-" + n);
            student.addProperty("givenName", ALL.get(n));
            student.addProperty("familyName", ALL.get(n));
            var status = town.program().post("/students", student + "").status();
            assertThat(status).as(student + "").isIn(201, 400);
            if (status == 201) taken.add("s-" + n);
        }
        assertThat(taken).hasSizeGreaterThan(50);
        var name = Visitor.account(town.program(), "reads", "registrar");
        try (var browser = town.chromium().somebody()) {
            var watch = new PageWatch(browser);
            var page = town.signedIn(browser, name);
            open(page, "/api/v1/students?limit=200");
            assertThat(page.locator("body").innerText()).contains("gotIn()");
            for (var id : some(Math.min(SEEN, 30), taken)) open(page, "/api/v1/students/" + id);
            assertThat(watch.seen()).isEmpty();
        }
    }

    /** That many of them, from the first to nearly the last. */
    private static List<String> some(int many, List<String> all) {
        int size = Math.min(many, all.size());
        return IntStream.range(0, size).mapToObj(n -> all.get(n * all.size() / size)).toList();
    }

    private static String encoded(String payload) {
        return URLEncoder.encode(payload, UTF_8).replace("+", "%20");
    }

    private static void open(Page page, String path) {
        page.navigate(town.url(path));
    }

    private static String oneLine(String payload) {
        return payload.replaceAll("\\p{Cc}", "").strip();
    }
}
