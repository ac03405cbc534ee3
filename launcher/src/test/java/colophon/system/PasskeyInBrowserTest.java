package colophon.system;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.system.people.PageWatch;
import colophon.system.people.SharesTown;
import colophon.system.people.Town;
import colophon.system.people.Visitor;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Passkeys in a real browser, with a virtual device. */
@SharesTown
class PasskeyInBrowserTest {

    private static Town town;

    @BeforeAll
    static void start(Town shared) {
        town = shared;
    }

    @Test
    void a_person_adds_a_passkey_comes_in_with_it_and_removes_it() {
        Visitor.account(town.program(), "ada", "registrar");
        try (var browser = town.chromium().somebody()) {
            var watch = new PageWatch(browser);
            var page = town.signedIn(browser, "ada");
            Town.device(page);
            add(page, "My phone");
            assertThat(page.locator(".passkeys").innerText()).contains("My phone", "not used yet");

            signOut(page);
            comeIn(page);
            page.waitForURL(town.url("/account"));
            assertThat(page.locator("main").innerText())
                    .contains("ada", "My phone", "last used on");

            page.getByLabel("Remove My phone").click();
            page.getByText("You have no passkeys yet.").waitFor();
            signOut(page);
            assertThat(watch.seen()).isEmpty();
            comeIn(page);
            assertThat(told(page)).contains("is not valid here");
            page.navigate(town.url("/account"));
            assertThat(page.url()).isEqualTo(town.url("/sign-in"));
        }
    }

    @Test
    void a_passkey_ends_with_its_account() {
        Visitor.account(town.program(), "bea", "registrar");
        try (var browser = town.chromium().somebody()) {
            var page = town.signedIn(browser, "bea");
            Town.device(page);
            add(page, "Laptop");
            signOut(page);
            town.program().made("/accounts/bea/disabling", "");
            comeIn(page);
            assertThat(told(page)).contains("its account is disabled");
        }
    }

    @Test
    void a_page_at_another_port_of_the_same_host_gets_nothing_out_of_it() {
        Visitor.account(town.program(), "cy", "registrar");
        try (var browser = town.chromium().somebody()) {
            var page = town.signedIn(browser, "cy");
            Town.device(page);
            add(page, "Laptop");
            signOut(page);
            page.navigate(town.besides("/sign-in"));
            page.getByText("Sign in with a passkey").click();
            assertThat(told(page)).contains("not right");
        }
    }

    @Test
    void a_passkey_without_a_name_is_not_made() {
        Visitor.account(town.program(), "di", "registrar");
        try (var browser = town.chromium().somebody()) {
            var page = town.signedIn(browser, "di");
            Town.device(page);
            page.getByText("Add a passkey").click();
            assertThat(page.getByText("You have no passkeys yet.").isVisible()).isTrue();
            page.getByLabel("Name of the new passkey").fill("   ");
            page.getByText("Add a passkey").click();
            assertThat(told(page)).contains("Give the passkey a name");
        }
    }

    @Test
    void without_a_script_there_is_no_button_and_a_password_still_opens() {
        Visitor.account(town.program(), "ed", "registrar");
        var without = new NewContextOptions().setJavaScriptEnabled(false);
        try (var browser = town.chromium().somebody(without)) {
            var page = town.signedIn(browser, "ed");
            assertThat(page.getByText("Add a passkey").isVisible()).isFalse();
            page.navigate(town.url("/sign-in"));
            assertThat(page.getByText("Sign in with a passkey").isVisible()).isFalse();
        }
    }

    private static void add(Page page, String label) {
        page.getByLabel("Name of the new passkey").fill(label);
        page.getByText("Add a passkey").click();
        page.locator(".passkeys").getByText(label).waitFor();
    }

    private static void comeIn(Page page) {
        page.navigate(town.url("/sign-in"));
        page.getByText("Sign in with a passkey").click();
    }

    private static void signOut(Page page) {
        page.getByText("Sign out").click();
        page.waitForURL(town.url("/"));
    }

    private static String told(Page page) {
        Locator told = page.locator(".told:visible");
        told.waitFor();
        return told.innerText();
    }
}
