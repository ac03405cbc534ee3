package colophon.security.content;

import static org.springframework.http.MediaType.APPLICATION_FORM_URLENCODED;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.TEXT_HTML;
import static org.springframework.http.MediaType.TEXT_PLAIN;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The content types that each route reads and writes. Below {@code /api/} that is JSON unless this
 * class says otherwise. Elsewhere this class names every route.
 */
public final class RouteContents {

    private static final MediaType CSV = new MediaType("text", "csv", UTF_8);
    private static final MediaType XLSX =
            new MediaType("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType YAML = new MediaType("application", "vnd.oai.openapi");
    private static final String API = "/api/v1";

    private static final RouteContent COMMAND =
            new RouteContent(List.of(APPLICATION_JSON), List.of(APPLICATION_JSON));
    private static final RouteContent QUERY =
            new RouteContent(List.of(), List.of(APPLICATION_JSON));
    private static final RouteContent TABLE =
            new RouteContent(List.of(), List.of(APPLICATION_JSON, CSV, XLSX));
    private static final RouteContent PAGE = new RouteContent(List.of(), List.of(TEXT_HTML));
    private static final RouteContent FORM =
            new RouteContent(List.of(APPLICATION_FORM_URLENCODED), List.of(TEXT_HTML));

    /** For routes that answer with a problem or a redirect, whatever the request accepts. */
    private static final RouteContent ANYTHING = new RouteContent(List.of(), List.of());

    /** The lists, which answer with {@code Items} and are also written as tables. */
    private static final Set<String> TABLES =
            Set.of(
                    "/institutions",
                    "/programs",
                    "/courses",
                    "/certificates",
                    "/certificates/{id}/candidates",
                    "/offerings",
                    "/offerings/{id}/roster",
                    "/offerings/{id}/waitlist",
                    "/students",
                    "/students/{id}/statement",
                    "/students/{id}/enrollments",
                    "/students/{id}/amendments",
                    "/students/{id}/disclosures",
                    "/students/{id}/payments",
                    "/students/{id}/awards",
                    "/me/statement",
                    "/me/enrollments",
                    "/me/amendments",
                    "/me/disclosures",
                    "/me/payments",
                    "/me/awards",
                    "/payments",
                    "/funds",
                    "/funds/{id}/awards",
                    "/history",
                    "/erasures",
                    "/dead-letters");

    private static final Map<String, RouteContent> OTHERS =
            Map.ofEntries(
                    Map.entry(
                            "POST " + API + "/imports",
                            new RouteContent(List.of(CSV), List.of(APPLICATION_JSON))),
                    Map.entry("GET /sign-in", PAGE),
                    Map.entry("POST /sign-in/passkey/options", COMMAND),
                    Map.entry("GET /set-up", PAGE),
                    Map.entry("POST /set-up", FORM),
                    Map.entry("GET /password", PAGE),
                    Map.entry("POST /password", FORM),
                    Map.entry("GET /account", PAGE),
                    Map.entry("POST /account/password", FORM),
                    Map.entry("POST /account/passkeys/options", COMMAND),
                    Map.entry("POST /account/passkeys", COMMAND),
                    Map.entry("POST /account/passkeys/removal", FORM),
                    Map.entry(
                            "GET /problems/{reason}",
                            new RouteContent(List.of(), List.of(TEXT_PLAIN))),
                    Map.entry("GET /v3/api-docs", QUERY),
                    Map.entry("GET /v3/api-docs.yaml", new RouteContent(List.of(), List.of(YAML))),
                    Map.entry("GET /v3/api-docs/swagger-config", QUERY),
                    Map.entry("GET /swagger-ui.html", ANYTHING),
                    Map.entry("* /error", ANYTHING));

    /**
     * The paths that filters answer before any route is found. Wrong content types are refused, and
     * forms are read, before the first of these filters.
     */
    private static final Map<String, RouteContent> FILTERS =
            Map.of(
                    "POST /sign-in", FORM,
                    "POST /sign-out", FORM,
                    "POST /sign-in/passkey", COMMAND,
                    "POST /oauth2/token",
                            new RouteContent(
                                    List.of(APPLICATION_FORM_URLENCODED),
                                    List.of(APPLICATION_JSON)),
                    "GET /oauth2/jwks", QUERY,
                    "GET /.well-known/oauth-authorization-server", QUERY,
                    "GET /.well-known/oauth-protected-resource", QUERY);

    private RouteContents() {}

    /** The content types of a route; null if none are set. */
    public static @Nullable RouteContent of(String method, String pattern) {
        var asked = method.equals("HEAD") ? "GET" : method;
        var said = OTHERS.get(asked + " " + pattern);
        if (said == null) said = OTHERS.get("* " + pattern);
        if (said != null) return said;
        if (!pattern.startsWith(API + "/")) return null;
        if (!asked.equals("GET")) return COMMAND;
        return TABLES.contains(pattern.substring(API.length())) ? TABLE : QUERY;
    }

    /**
     * The content types of a path without variables that a filter may answer, or check before its
     * route; null if there are none.
     */
    public static @Nullable RouteContent ofPath(String method, String path) {
        var asked = (method.equals("HEAD") ? "GET" : method) + " " + path;
        var content = FILTERS.get(asked);
        return content == null ? OTHERS.get(asked) : content;
    }

    /** True if a form is read at this path, by a filter or a route. */
    public static boolean readsForms(String method, String path) {
        var content = ofPath(method, path);
        return content != null && content.reads().contains(APPLICATION_FORM_URLENCODED);
    }

    /** The paths that filters answer, by method and path, with their content types. */
    public static Map<String, RouteContent> filters() {
        return FILTERS;
    }
}
