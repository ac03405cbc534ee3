package colophon.system;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.system.people.Device;
import colophon.system.people.SharesTown;
import colophon.system.people.Town;
import colophon.system.people.Visitor;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * A foreign page, opened by a person who is signed in here. At another port of the same host, the
 * browser sends the session cookie, so only our own checks protect the person.
 */
@SharesTown
class ForeignPageTest {

    /** Forms in frames, and calls: everything that a page can make a browser send. */
    private static final String PAGE =
            """
            <!doctype html><title>Win a prize</title>
            <script>
            const at = "AT", student = '{"id":"forged","givenName":"A","familyName":"B"}';
            const account = '{"id":"forged","kind":"person","name":"forged","roles":["administrator"],"secret":"forged forged"}';
            window.read = [];
            const waits = [];
            function form(path, fields, enctype) {
              const frame = document.createElement("iframe");
              frame.name = "f" + waits.length;
              document.body.append(frame);
              const form = document.createElement("form");
              Object.assign(form, { action: at + path, method: "post", target: frame.name });
              if (enctype) form.enctype = enctype;
              for (const [name, value] of Object.entries(fields)) {
                const input = document.createElement("input");
                Object.assign(input, { type: "hidden", name, value });
                form.append(input);
              }
              document.body.append(form);
              waits.push(new Promise((done) => frame.addEventListener("load", done)));
              form.submit();
            }
            function call(path, options) {
              waits.push(
                fetch(at + path, { credentials: "include", ...options })
                  .then((answer) => answer.type === "opaque" ? "" : answer.text())
                  .then((text) => { if (text) read.push(path + ": " + text); }, () => {}));
            }
            addEventListener("load", async () => {
              form("/account/passkeys/removal", { id: "PASSKEY" });
              form("/account/password", { password: "PASSWORD", next: "forged forged forged" });
              form("/api/v1/students", { [student.slice(0, -1) + ',"x":"']: '"}' }, "text/plain");
              form("/api/v1/accounts", { [account.slice(0, -1) + ',"x":"']: '"}' }, "text/plain");
              form("/account/passkeys/options", {});
              form("/sign-in/passkey/options", {});
              for (const type of ["text/plain", "application/json"])
                for (const mode of ["cors", "no-cors"]) {
                  const headers = { "Content-Type": type };
                  call("/api/v1/students", { method: "POST", body: student, headers, mode });
                  call("/api/v1/accounts", { method: "POST", body: account, headers, mode });
                  call("/account/passkeys/options", { method: "POST", headers, mode });
                  call("/api/v1/students", { mode });
                  call("/account", { mode });
                }
              call("/api/v1/accounts/victim/rights",
                { method: "PUT", body: '{"roles":["auditor"]}', headers: { "Content-Type": "application/json" } });
              call("/api/v1/students", { method: "POST", body: student, headers: { "X-XSRF-TOKEN": "guessed" } });
              await Promise.all(waits);
              form("/sign-out", {});
              await Promise.all(waits);
              document.title = "done";
            });
            </script><body></body>
            """;

    private static Town town;
    private static HttpServer foreign;
    private static volatile String page = "";

    @BeforeAll
    static void start(Town shared) throws IOException {
        town = shared;
        foreign = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        foreign.createContext(
                "/",
                exchange -> {
                    var bytes = page.getBytes(UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        foreign.start();
    }

    @AfterAll
    static void stop() {
        foreign.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void it_changes_nothing_and_reads_nothing(String host) {
        var name = Visitor.account(town.program(), "victim-of-" + host, "administrator");
        var device = Device.of("localhost", town.url(""));
        assertThat(Visitor.signedIn(town.program(), name).add(device, "Phone").status())
                .isEqualTo(201);
        page =
                PAGE.replace("AT", town.url(""))
                        .replace("PASSKEY", device.id())
                        .replace("PASSWORD", Visitor.PASSWORD)
                        .replace("victim", name);
        try (var browser = town.chromium().somebody()) {
            var own = town.signedIn(browser, name);
            var before = town.program().head();
            var accounts = town.program().get("/accounts?limit=200").text();

            var other = browser.newPage();
            other.navigate("http://" + host + ":" + foreign.getAddress().getPort() + "/");
            other.waitForFunction("document.title === 'done'");
            assertThat(other.evaluate("window.read.join('\\n')")).isEqualTo("");

            town.program().assertNoCommitSince(before);
            assertThat(town.program().get("/accounts?limit=200").text()).isEqualTo(accounts);
            own.reload();
            assertThat(own.url()).as("still signed in").isEqualTo(town.url("/account"));
            assertThat(own.locator(".passkeys").innerText()).contains("Phone");
        }
    }
}
