package colophon.system.people;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.system.driver.Answer;
import colophon.system.driver.Browser;
import colophon.system.driver.Program;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/** Somebody at a browser without a picture: what the script of our pages does, done by hand. */
public final class Visitor {

    /** Of everybody here. */
    public static final String PASSWORD = "correct horse battery";

    private final Browser browser;

    /** A new browser, nobody signed in. */
    public Visitor(Program program) {
        this.browser = new Browser(program.address());
    }

    /** A new account of a person whose name is its id. */
    public static String account(Program program, String name, String role) {
        return account(program, name, name, role);
    }

    /** A new account of a person. */
    public static String account(Program program, String id, String name, String role) {
        program.made("/accounts", body(id, name, role));
        return id;
    }

    /** What is sent to make one. */
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

    /** The form, filled in and sent. */
    public static Answer signIn(Browser browser, String name, String password) {
        return browser.submit("/sign-in", "/sign-in", Map.of("name", name, "password", password));
    }

    /** The browser. */
    public Browser browser() {
        return browser;
    }

    /** POST of JSON with what tells our pages from those of others. */
    public Answer post(String path, String json) {
        return browser.send(
                browser.request(path)
                        .header("Accept", "application/json")
                        .header("Content-Type", "application/json")
                        .header("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"))
                        .POST(BodyPublishers.ofString(json)));
    }

    /** What a device is asked to sign to make a passkey. */
    public String askedToMake() {
        browser.open("/account");
        return post("/account/passkeys/options", "").at("/challenge");
    }

    /** What a device is asked to sign to show a passkey. */
    public String askedToShow() {
        browser.open("/sign-in");
        return post("/sign-in/passkey/options", "").at("/challenge");
    }

    /** Adds the passkey of that device, under that label. */
    public Answer add(Device device, String label) {
        return add(device.made(askedToMake()), label);
    }

    /** Sends that as what a device has made. */
    public Answer add(String made, String label) {
        var quoted = label.replace("\\", "\\\\").replace("\"", "\\\"");
        return post(
                "/account/passkeys",
                "{\"label\":\"%s\",\"credential\":%s}".formatted(quoted, made));
    }

    /** Comes in with the passkey of that device. */
    public Answer come(Device device, int signatures) {
        return post("/sign-in/passkey", device.shown(askedToShow(), signatures));
    }

    /** Removes a passkey by the form of the page. */
    public Answer remove(Device device) {
        return browser.submit("/account", "/account/passkeys/removal", Map.of("id", device.id()));
    }

    /** True if somebody is signed in. */
    public boolean isIn() {
        return browser.open("/account").status() == 200;
    }
}
