package colophon.system.people;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The installed browser; nothing is downloaded. For use by one thread. */
public final class Chromium implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome");

    /** Without a screen, and without calls to its maker. */
    private static final List<String> SWITCHES =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    /** The default of half a minute is too short for a busy machine. */
    private static final double PATIENCE_MILLIS = 300_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts the browser. */
    public static Chromium start() {
        var playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options =
                new LaunchOptions()
                        .setExecutablePath(installed().orElseThrow())
                        .setHeadless(true)
                        .setArgs(SWITCHES);
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    /** A fresh browser profile. */
    public BrowserContext somebody() {
        return somebody(new NewContextOptions());
    }

    /** A fresh browser profile with these options. */
    public BrowserContext somebody(NewContextOptions habits) {
        var context = browser.newContext(habits);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context;
    }

    @Override
    public void close() {
        playwright.close();
    }

    static Optional<Path> installed() {
        var path = String.valueOf(System.getenv("PATH")).split(File.pathSeparator);
        return NAMES.stream()
                .flatMap(name -> Stream.of(path).map(place -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
