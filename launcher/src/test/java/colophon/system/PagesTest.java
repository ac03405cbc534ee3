package colophon.system;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.system.people.Device;
import colophon.system.people.PageWatch;
import colophon.system.people.SharesTown;
import colophon.system.people.Town;
import colophon.system.people.Visitor;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Our pages for everybody: with only a keyboard, with a screen reader, in light and dark. */
@SharesTown
class PagesTest {

    /** All elements that a person can use. */
    private static final String DOORS =
            "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";

    private static Town town;

    @BeforeAll
    static void start(Town shared) {
        town = shared;
        Visitor.account(town.program(), "reader", "registrar");
        var visitor = Visitor.signedIn(town.program(), "reader");
        for (var label : List.of("My phone", "The security key in the drawer at home"))
            assertThat(visitor.add(Device.of("localhost", town.url("")), label).status())
                    .isEqualTo(201);
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void every_page_is_quiet_reached_by_keyboard_and_read_by_machines(ColorScheme scheme) {
        var habits = new NewContextOptions().setColorScheme(scheme).setViewportSize(800, 1000);
        try (var browser = town.chromium().somebody(habits)) {
            var watch = new PageWatch(browser);
            var page = browser.newPage();
            for (var path :
                    List.of("/", "/sign-in", "/sign-in?wrong", "/password", "/set-up?token=x")) {
                page.navigate(town.url(path));
                assertFit(page, path + " " + scheme);
            }
            page.close();
            assertFit(town.signedIn(browser, "reader"), "/account " + scheme);
            assertThat(watch.seen()).isEmpty();
        }
    }

    private static void assertFit(Page page, String name) {
        var picture = name.replaceAll("[^A-Za-z]+", "-").replaceAll("^-", "") + ".png";
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "pages", picture)));
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .filteredOn(it -> List.of("serious", "critical").contains(it.getImpact()))
                .as(name)
                .isEmpty();
        assertThat(reachedByTab(page)).as(name).containsAll(doors(page));
    }

    private static List<String> doors(Page page) {
        var doors = new ArrayList<String>();
        for (var door : page.locator(DOORS).all())
            if (door.isVisible()) doors.add(String.valueOf(door.evaluate(NAME)));
        return doors;
    }

    private static List<String> reachedByTab(Page page) {
        page.evaluate("document.activeElement?.blur()");
        var reached = new ArrayList<String>();
        for (int n = 0; n < page.locator(DOORS).count() + 2; n++) {
            page.keyboard().press("Tab");
            reached.add(String.valueOf(page.evaluate("(" + NAME + ")(document.activeElement)")));
        }
        return reached;
    }

    /** Distinguishes elements that look the same. */
    private static final String NAME =
            "it => [...document.querySelectorAll('*')].indexOf(it) + ' ' + it.outerHTML.slice(0,"
                    + " 90)";
}
