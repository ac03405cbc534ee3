package colophon.system.people;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.system.driver.Answer;
import colophon.system.driver.Browser;
import colophon.system.driver.Program;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/** A person at a browser without a screen. It does by hand what the script of our pages does. */
public final class Visitor {

    /** The password of every account here. */
    public static final String PASSWORD = "correct horse battery";

    private final Browser browser;

    /** A new browser without a sign-in. */
    public Visitor(Program program) {
        this.browser = new Browser(program.address());
    }

    /** Creates a person's account whose name is its id. */
    public static String account(Program program, String name, String role) {
        return account(program, name, name, role);
    }

    /** Creates a person's account. */
    public static String account(Program program, String id, String name, String role) {
        program.made("/accounts", body(id, name, role));
        return id;
    }

    /** The body that creates one. */
    public static String body(String id, String name, String role) {
        return Answer.quoted(
                "{'id':'%s','kind':'person','name':'%s','secret':'%s','roles':['%s']}",
                id, name, PASSWORD, role);
    }

    /** A new browser in which that account is signed in with its password. */
    public static Visitor signedIn(Program program, String name) {
        var visitor = new Visitor(program);
        assertThat(signIn(visitor.browser, name, PASSWORD).header("Location")).endsWith("/account");
        return visitor;
    }

    /** Fills in the form and sends it. */
    public static Answer signIn(Browser browser, String name, String password) {
        return browser.submit("/sign-in", "/sign-in", Map.of("name", name, "password", password));
    }

    /** The browser. */
    public Browser browser() {
        return browser;
    }

    /** Sends JSON by POST, with the header that only our pages can set. */
    public Answer post(String path, String json) {
        return browser.send(
                browser.request(path)
                        .header("Accept", "application/json")
                        .header("Content-Type", "application/json")
                        .header("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"))
                        .POST(BodyPublishers.ofString(json)));
    }

    /** The challenge for a device that creates a passkey. */
    public String askedToMake() {
        browser.open("/account");
        return post("/account/passkeys/options", "").at("/challenge");
    }

    /** The challenge for a device that shows a passkey. */
    public String askedToShow() {
        browser.open("/sign-in");
        return post("/sign-in/passkey/options", "").at("/challenge");
    }

    /** Adds the passkey of that device, under that label. */
    public Answer add(Device device, String label) {
        return add(device.made(askedToMake()), label);
    }

    /** Sends this as the answer of a device with a new passkey. */
    public Answer add(String made, String label) {
        var quoted = label.replace("\\", "\\\\").replace("\"", "\\\"");
        return post(
                "/account/passkeys",
                "{\"label\":\"%s\",\"credential\":%s}".formatted(quoted, made));
    }

    /** Signs in with the passkey of that device. */
    public Answer come(Device device, int signatures) {
        return post("/sign-in/passkey", device.shown(askedToShow(), signatures));
    }

    /** Removes a passkey by the form of the page. */
    public Answer remove(Device device) {
        return browser.submit("/account", "/account/passkeys/removal", Map.of("id", device.id()));
    }

    /** True if the visitor is signed in. */
    public boolean isIn() {
        return browser.open("/account").status() == 200;
    }
}
