package colophon.system.driver;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** An answer of the program. It has no duration, so that no test can depend on time. */
public record Answer(int status, HttpHeaders headers, byte[] bytes) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static Answer of(HttpResponse<byte[]> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    /** JSON written with single quotes, which is easier to read in tests. */
    public static String quoted(String json, Object... parts) {
        return json.replace('\'', '"').formatted(parts);
    }

    /** The body as text. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The body as JSON; fails if it is not JSON. */
    public JsonNode json() {
        return JSON.readTree(bytes);
    }

    /** The text at a JSON pointer; empty if there is none. */
    public String at(String pointer) {
        return json().at(pointer).asString("");
    }

    /** A header; empty if it was not sent. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The Event-Position; fails if it was not sent. */
    public long position() {
        return headers.firstValueAsLong("Event-Position").orElseThrow();
    }

    /** The status, and the reason if there is one: {@code 409 offering-full}. */
    public String outcome() {
        if (!header("Content-Type").contains("problem")) return "" + status;
        return status + " " + at("/reason");
    }

    /** True if this is the stored answer to the same key. */
    public boolean isReplayed() {
        return header("Idempotency-Replayed").equals("true");
    }
}
