package colophon.system.driver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The parts of a browser that matter for signing in: it keeps cookies and fills in forms. */
public final class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

    private static final Pattern ACTION = Pattern.compile("<form[^>]* action=\"([^\"]*)\"");

    private final CookieManager cookies = new Cookies();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String address;

    /** A browser without cookies, for the program at that address. */
    public Browser(String address) {
        this.address = address;
    }

    /** GET; redirects are not followed. */
    public Answer open(String path) {
        return send(request(path).header("Accept", "text/html,*/*;q=0.8"));
    }

    /** Sends the form of a page with its hidden fields and these fields. */
    public Answer submit(String page, String action, Map<String, String> fields) {
        var hidden = CSRF.matcher(open(page).text());
        var csrf = hidden.find() ? "&_csrf=" + URLEncoder.encode(hidden.group(1), UTF_8) : "";
        return submitAsItIs(action, encoded(fields) + csrf);
    }

    /** Sends a form as another site would: with these fields only. */
    public Answer submit(String action, Map<String, String> fields) {
        return submitAsItIs(action, encoded(fields));
    }

    /** Sends the form of another server's page with these fields to the form's address. */
    public Answer fillIn(Answer page, Map<String, String> fields) {
        var form = ACTION.matcher(page.text());
        if (!form.find()) throw new AssertionError("No form in " + page.text());
        return submitAsItIs(form.group(1).replace("&amp;", "&"), encoded(fields));
    }

    /** A request to be completed by the caller. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address).resolve(path))
                .timeout(Duration.ofMinutes(5));
    }

    /** Sends the request with the cookies. */
    public Answer send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), BodyHandlers.ofByteArray());
            return Answer.of(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The value of a cookie; empty if there is none. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private Answer submitAsItIs(String action, String form) {
        return send(
                request(action)
                        .header("Accept", "text/html,*/*;q=0.8")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Browsers accept secure cookies from this machine without TLS; the library does not. */
    private static final class Cookies extends CookieManager {

        Cookies() {
            super(null, CookiePolicy.ACCEPT_ALL);
        }

        @Override
        public void put(URI from, Map<String, List<String>> headers) throws IOException {
            super.put(from, headers);
            getCookieStore().getCookies().forEach(Cookies::asABrowserWould);
        }

        private static void asABrowserWould(HttpCookie cookie) {
            cookie.setSecure(false);
            cookie.setVersion(0); // otherwise it is sent with quotes, which no browser does
        }
    }
}
