package colophon.model.naive;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One step of a history: some time passes, and then a request comes in.
 *
 * @param hours the hours that pass before the request
 * @param body of the request, as JSON
 * @param key the Idempotency-Key, or null
 */
public record Step(
        int hours, String method, String path, Map<String, Object> body, @Nullable String key) {

    /** A request at once, without a key. */
    public static Step post(String path, Map<String, Object> body) {
        return new Step(0, "POST", path, body, null);
    }

    /** True if the request can be sent as a quote, is not one itself, and has no key. */
    public boolean quotes() {
        return path.matches(".*/(withdrawal|transfer)|/(offerings|enrollments)/[^/]+/cancellation")
                && !body.containsKey("quote")
                && key == null;
    }

    /** Its body with the field for a quote. */
    public Map<String, Object> quoted() {
        var quoted = new LinkedHashMap<>(body);
        quoted.put("quote", true);
        return quoted;
    }

    @Override
    public String toString() {
        return (hours > 0 ? "+" + hours + "h " : "")
                + method
                + " "
                + path
                + " "
                + body
                + (key == null ? "" : " key " + key);
    }
}
