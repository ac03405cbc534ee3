package colophon.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Requests as an OpenAPI document describes them, each with one mistake added. */
final class OddRequests {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    private static final List<String> IDS =
            List.of("s", "o", "f", "e", "i", "p", "c", "pay", "nobody", "new-1", "new-2", "new-3");

    private static final List<String> TEXTS =
            List.of(
                    "",
                    " ",
                    "x",
                    "\u0000",
                    "a\u0000b",
                    "\ud800",
                    "\udc00\ud800",
                    "\u202eabc",
                    "📚",
                    "\ufeff",
                    "a\r\nX-Injected: yes",
                    "../../../etc/passwd",
                    "..\\..\\windows",
                    "%2e%2e%2f",
                    "${jndi:ldap://localhost/a}",
                    "#{T(Runtime).getRuntime()}",
                    "<script>alert(1)</script>",
                    "'; DROP TABLE events; --",
                    "$where",
                    "{\"$ne\":null}",
                    "=cmd|' /C calc'!A0",
                    "null",
                    "true",
                    "-1",
                    "1e400",
                    "NaN",
                    "9223372036854775808",
                    "2026-02-30",
                    "0000-00-00",
                    "+999999999-12-31",
                    "-999999999-01-01",
                    "2026-06-15T25:61:61Z",
                    "1.00",
                    "999999999.99",
                    "USD",
                    "x".repeat(65),
                    "x".repeat(5_000),
                    "ü".repeat(201),
                    "\u0301".repeat(100),
                    "*",
                    "%",
                    "{id}",
                    ";a=b");

    private final Random random;
    private final JsonNode api;
    private final List<Endpoint> endpoints = new ArrayList<>();
    private int turn;

    private record Endpoint(String method, String path, JsonNode described) {}

    /** One request; {@code authorized} is false if it is sent without a sign-in. */
    record Odd(
            String method,
            String path,
            Map<String, String> headers,
            byte @Nullable [] body,
            boolean authorized) {

        @Override
        public String toString() {
            var text = body == null ? "" : new String(body, ISO_8859_1);
            return "%s %s %s %s"
                    .formatted(
                            method,
                            path,
                            headers,
                            text.length() > 400 ? text.substring(0, 400) + "…" : text);
        }
    }

    OddRequests(JsonNode api, Random random) {
        this.api = api;
        this.random = random;
        for (var path : api.get("paths").properties())
            for (var call : path.getValue().properties())
                if (METHODS.contains(call.getKey()))
                    endpoints.add(new Endpoint(call.getKey(), path.getKey(), call.getValue()));
    }

    int endpoints() {
        return endpoints.size();
    }

    /** A request to the next endpoint in turn with one mistake; sometimes a form. */
    Odd next() {
        if (oneIn(20)) return form();
        var endpoint = endpoints.get(turn++ % endpoints.size());
        var headers = new LinkedHashMap<String, String>();
        var path = path(endpoint);
        var schema = endpoint.described.at("/requestBody/content/application~1json/schema");
        byte[] body = null;
        if (!schema.isMissingNode()) {
            headers.put("Content-Type", "application/json");
            body = body(schema);
        } else if (endpoint.described.at("/requestBody/content").has("text/csv")) {
            // imported rows would commit later than the answer
            path += (path.contains("?") ? "&" : "?") + "dryRun=true";
            headers.put("Content-Type", "text/csv");
            body = ("id,givenName,familyName\n" + any() + "," + any() + "\n").getBytes(UTF_8);
        }
        if (oneIn(4)) oddHeader(headers);
        var method = oneIn(50) ? pick(List.of("PUT", "DELETE", "PATCH", "FOO")) : endpoint.method;
        if (oneIn(12)) path = escaped(path);
        return new Odd(method.toUpperCase(Locale.ROOT), path, headers, body, !oneIn(20));
    }

    /** Forms as pages send them, and as they never would; none of them signs anybody in. */
    private Odd form() {
        var fields = new ArrayList<String>();
        for (int n = random.nextInt(6); n >= 0; n--)
            fields.add(
                    oneIn(8)
                            ? pick(BROKEN_FIELDS)
                            : (oneIn(3) ? encoded(text()) : pick(FIELDS)) + "=" + encoded(any()));
        var text = String.join(oneIn(10) ? ";" : "&", fields);
        var body = oneIn(10) ? flipped(text.getBytes(UTF_8)) : text.getBytes(UTF_8);
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", pick(oneIn(3) ? CONTENT_TYPES : FORM_TYPES));
        if (oneIn(4)) oddHeader(headers);
        var path = pick(oneIn(4) ? FORMS_OF_THE_SIGNED_IN : FORMS);
        if (oneIn(6)) path = escaped(path);
        return new Odd("POST", path, headers, body, FORMS_OF_THE_SIGNED_IN.contains(path));
    }

    private static final List<String> FORMS = List.of("/sign-in", "/set-up", "/sign-out");
    private static final List<String> FORMS_OF_THE_SIGNED_IN =
            List.of("/account/password", "/account/passkeys/removal");

    private static final List<String> FIELDS =
            List.of("name", "password", "token", "_csrf", "id", "old", "new", "username", "%6eame");

    private static final List<String> BROKEN_FIELDS =
            List.of(
                    "name",
                    "=",
                    "%",
                    "name=%zz",
                    "%00=%00",
                    "name=%ff%fe",
                    "a=b=c",
                    "name=" + "x".repeat(9_000));

    private static final List<String> FORM_TYPES =
            List.of(
                    "application/x-www-form-urlencoded",
                    "Application/X-WWW-Form-URLencoded",
                    "application/x-www-form-urlencoded;charset=utf-16",
                    "application/x-www-form-urlencoded;charset=x",
                    "application/x-www-form-urlencoded; boundary=x");

    /** The same path with some of its letters encoded. */
    private String escaped(String path) {
        var escaped = new StringBuilder();
        int end = path.contains("?") ? path.indexOf('?') : path.length();
        for (int n = 0; n < path.length(); n++) {
            char one = path.charAt(n);
            boolean isPlain =
                    one >= 'a'
                            && one <= 'z'
                            && (n < 2 || path.charAt(n - 1) != '%' && path.charAt(n - 2) != '%');
            if (n < end && isPlain && oneIn(5)) escaped.append("%%%02x".formatted((int) one));
            else escaped.append(one);
        }
        return escaped.toString();
    }

    private String path(Endpoint endpoint) {
        var path = new StringBuilder();
        for (var part : endpoint.path.split("/")) {
            if (part.isEmpty()) continue;
            path.append('/');
            if (part.startsWith("{")) path.append(encoded(oneIn(4) ? text() : pick(IDS)));
            else path.append(part);
        }
        var query = new ArrayList<String>();
        for (var parameter : endpoint.described.path("parameters")) {
            if (!parameter.path("in").asString("").equals("query") || oneIn(2)) continue;
            var name = parameter.path("name").asString("");
            // a position in the future makes the server wait, which is no failure but takes time
            if (name.equals("after") || name.equals("knownAt")) query.add(name + "=" + pick(PASTS));
            else query.add(name + "=" + encoded(oneIn(2) ? text() : pick(IDS)));
        }
        if (oneIn(8)) query.add(encoded(text()) + "=" + encoded(text()));
        if (oneIn(40) && !query.isEmpty()) query.add(query.getFirst());
        return path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private static final List<String> PASTS =
            List.of("0", "1", "-1", "x", "", "1e3", "2020-01-01T00:00:00Z", "2020-01-01", "%00");

    private void oddHeader(Map<String, String> headers) {
        switch (random.nextInt(7)) {
            case 0 ->
                    headers.put("Idempotency-Key", pick(List.of("k", " ", "k".repeat(129), "a b")));
            case 1 -> headers.put("Accept", pick(List.of("text/csv", "*/*;q=x", "a/b", ",,", "x")));
            case 2 -> headers.put("Prefer", pick(List.of("wait=0", "wait=-1", "wait=9e9", "=;,")));
            case 3 -> headers.put("If-None-Match", pick(List.of("*", "\"x\"", "\"", "W/\"\", ,")));
            case 4 -> headers.put("Content-Type", pick(CONTENT_TYPES));
            case 5 -> headers.put("On-Behalf-Of", pick(List.of("s", "../", "x".repeat(500))));
            default -> headers.put("Accept-Language", pick(List.of("xx-", "de;q=2", "*-*", "zz")));
        }
    }

    private static final List<String> CONTENT_TYPES =
            List.of(
                    "text/plain",
                    "application/json;charset=utf-16",
                    "application/json;charset=x",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data",
                    "multipart/form-data; boundary=x",
                    "text/csv",
                    "application/xml",
                    "application/yaml",
                    "application/x-yaml",
                    "application/cbor",
                    "application/octet-stream",
                    "application/problem+json",
                    "application/json;charset=iso-8859-1",
                    "application/json;charset=ibm037",
                    "Application/JSON",
                    "Text/CSV;header=present",
                    "image/png",
                    "text/html",
                    "application/*",
                    "x",
                    "/");

    private byte[] body(JsonNode schema) {
        var text = JSON.writeValueAsString(value(schema, 0));
        return switch (random.nextInt(14)) {
            case 0 -> cut(text).getBytes(UTF_8);
            case 1 -> (text + text).getBytes(UTF_8);
            case 2 -> flipped(text.getBytes(UTF_8));
            case 3 -> text.replaceFirst("\"", "'").getBytes(UTF_8);
            case 4 -> text.getBytes(UTF_16);
            case 5 -> deep().getBytes(UTF_8);
            default -> text.getBytes(UTF_8);
        };
    }

    private JsonNode value(JsonNode schema, int depth) {
        if (oneIn(25)) return odd(depth);
        var reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) return value(api.at(reference.substring(1)), depth);
        if (schema.has("enum") && !oneIn(6)) return schema.get("enum").get(0);
        return switch (schema.path("type").asString("object")) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer", "number" -> NODES.numberNode(random.nextInt(-3, 40));
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            default -> NODES.stringNode(oneIn(5) ? text() : fitting(schema));
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        var object = NODES.objectNode();
        if (depth < 5)
            for (var property : schema.path("properties").properties())
                if (!oneIn(4)) object.set(property.getKey(), value(property.getValue(), depth + 1));
        if (oneIn(12))
            object.set(pick(List.of("who", "position", "@class", "__proto__", "id")), odd(depth));
        return object;
    }

    private ArrayNode array(JsonNode schema, int depth) {
        var array = NODES.arrayNode();
        for (int n = random.nextInt(3); n > 0 && depth < 5; n--)
            array.add(value(schema.path("items"), depth + 1));
        return array;
    }

    private JsonNode odd(int depth) {
        return switch (random.nextInt(9)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(Long.MAX_VALUE);
            case 2 -> NODES.numberNode(-0.1e-300);
            case 3 -> NODES.booleanNode(true);
            case 4 -> NODES.arrayNode().add(text());
            case 5 -> NODES.objectNode().put("$ne", text());
            case 6 ->
                    depth < 4 ? NODES.objectNode().set("allOf", odd(depth + 1)) : NODES.nullNode();
            default -> NODES.stringNode(text());
        };
    }

    private String fitting(JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "date" -> pick(List.of("2026-06-15", "2090-06-05", "1900-01-01", "2199-12-31"));
            case "date-time" -> "2026-06-15T12:00:00Z";
            default -> pick(oneIn(2) ? IDS : List.of("1.00", "USD", "card", "reason", "0.01"));
        };
    }

    private String deep() {
        int depth = pick(List.of(3, 63, 64, 65, 500, 10_000));
        return pick(List.of("[", "{\"requirement\":", "{\"a\":")).repeat(depth);
    }

    private String cut(String text) {
        return text.substring(0, random.nextInt(text.length() + 1));
    }

    private byte[] flipped(byte[] bytes) {
        if (bytes.length > 0)
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }

    private String any() {
        return oneIn(2) ? pick(IDS) : text();
    }

    private String text() {
        return pick(TEXTS);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private boolean oneIn(int count) {
        return random.nextInt(count) == 0;
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
