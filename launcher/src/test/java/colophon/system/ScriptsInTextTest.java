package colophon.system;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.system.people.Device;
import colophon.system.people.NeedsChromium;
import colophon.system.people.PageWatch;
import colophon.system.people.Payloads;
import colophon.system.people.Town;
import colophon.system.people.Visitor;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Text from a field is shown as text everywhere, and no page violates its own policy. */
@NeedsChromium
class ScriptsInTextTest {

    private static final List<String> ALL = Payloads.all();

    /** The most passkeys of one account. */
    private static final int PASSKEYS = 20;

    @TempDir static Path parent;

    private static Town town;

    @BeforeAll
    static void start() {
        assertThat(ALL).doesNotHaveDuplicates().hasSizeGreaterThan(100);
        town = Town.at(parent.resolve("data"));
    }

    @AfterAll
    static void stop() {
        town.close();
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
        for (int from = 0; from < fitting.size(); from += PASSKEYS) {
            var some = fitting.subList(from, Math.min(fitting.size(), from + PASSKEYS));
            var name = Visitor.account(town.program(), "ada-" + from, "registrar");
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
        var name = Visitor.account(town.program(), "bea", "registrar");
        try (var browser = town.chromium().somebody()) {
            var watch = new PageWatch(browser);
            var page = town.signedIn(browser, name);
            for (int n = 0; n < ALL.size(); n++) {
                var text = URLEncoder.encode(ALL.get(n), UTF_8).replace("+", "%20");
                open(page, "/sign-in?wrong=" + text + "#" + text);
                if (n % Payloads.FORMS != 0) continue;
                open(page, "/set-up?token=" + text);
                open(page, "/account?" + text + "#" + text);
                var place = text.replace("%2F", "/").replace("%5C", "");
                open(page, "/problems/" + place);
                open(page, "/" + place);
            }
            assertThat(watch.seen()).isEmpty();
        }
    }

    @Test
    void the_page_of_the_document_runs_nothing_either() {
        try (var browser = town.chromium().somebody()) {
            var watch = new PageWatch(browser);
            var page = browser.newPage();
            open(page, "/swagger-ui/index.html");
            page.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(page.locator("#swagger-ui").innerText()).contains("/api/v1/students");
            for (var payload : ALL.subList(0, 12)) {
                var text = URLEncoder.encode(payload, UTF_8).replace("+", "%20");
                open(page, "/swagger-ui/index.html?url=" + text + "&configUrl=" + text);
                open(page, "/swagger-ui/index.html#/" + text);
                page.waitForLoadState(LoadState.NETWORKIDLE);
            }
            assertThat(watch.seen()).isEmpty();
        }
    }

    @Test
    void no_name_and_no_password_is_anything_but_text() {
        try (var browser = town.chromium().somebody()) {
            var watch = new PageWatch(browser);
            var page = browser.newPage();
            for (var payload : ALL.subList(0, 20)) {
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
        var name = Visitor.account(town.program(), "cy", "registrar");
        try (var browser = town.chromium().somebody()) {
            var watch = new PageWatch(browser);
            var page = town.signedIn(browser, name);
            open(page, "/api/v1/students?limit=200");
            assertThat(page.locator("body").innerText()).contains("gotIn()");
            for (var id : taken.subList(0, 30)) open(page, "/api/v1/students/" + id);
            assertThat(watch.seen()).isEmpty();
        }
    }

    private static void open(Page page, String path) {
        page.navigate(town.url(path));
    }

    private static String oneLine(String payload) {
        return payload.replaceAll("\\p{Cc}", "").strip();
    }
}
