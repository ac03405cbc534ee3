package colophon.system.people;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.system.driver.Program;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A program at an address that browsers can use, and a real browser. See {@link SharesTown}. */
public final class Town implements AutoCloseable {

    private final Path directory;
    private final FrontPort front;
    private final Program program;
    private final Chromium chromium;

    private Town(Path directory, FrontPort front, Program program, Chromium chromium) {
        this.directory = directory;
        this.front = front;
        this.program = program;
        this.chromium = chromium;
    }

    static Town start() {
        try {
            return at(Files.createTempDirectory("colophon-town"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Town at(Path directory) {
        var port = new int[1];
        var front = new FrontPort(() -> port[0]);
        var program =
                Program.serving(
                        directory.resolve("data"),
                        "--colophon.public-url=" + front.address(),
                        "--colophon.limits.strangers-per-second=0");
        port[0] = program.port();
        return new Town(directory, front, program, Chromium.start());
    }

    /** The program. */
    public Program program() {
        return program;
    }

    /** The browser. */
    public Chromium chromium() {
        return chromium;
    }

    /** A path at the address that browsers use. */
    public String url(String path) {
        return front.address() + path;
    }

    /** A path at another address of the same host and program, which is not the public one. */
    public String besides(String path) {
        return "http://localhost:" + program.port() + path;
    }

    /** A page where that account has signed in with its password. */
    public Page signedIn(BrowserContext browser, String name) {
        var page = browser.newPage();
        page.navigate(url("/sign-in"));
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(Visitor.PASSWORD);
        page.locator("form[action='/sign-in'] button").click();
        page.waitForURL(url("/account"));
        assertThat(page.locator("main").innerText()).contains(name);
        return page;
    }

    /** Gives the browser of this page a virtual device whose owner always agrees. */
    public static CDPSession device(Page page) {
        var session = page.context().newCDPSession(page);
        session.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        for (var able :
                new String[] {
                    "hasResidentKey",
                    "hasUserVerification",
                    "isUserVerified",
                    "automaticPresenceSimulation"
                }) options.addProperty(able, true);
        var device = new JsonObject();
        device.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", device);
        return session;
    }

    @Override
    public void close() {
        chromium.close();
        program.close();
        front.close();
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList())
                Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
