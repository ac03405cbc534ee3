package colophon.model.naive;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that happens in a history: some time passes, then a request comes in.
 *
 * @param hours that pass before
 * @param body of the request, as JSON
 * @param key the Idempotency-Key, or null
 */
public record Step(
        int hours, String method, String path, Map<String, Object> body, @Nullable String key) {

    /** A request without a key, at once. */
    public static Step post(String path, Map<String, Object> body) {
        return new Step(0, "POST", path, body, null);
    }

    /** Whether it can be asked for a quote, is not one itself, and no key decides. */
    public boolean quotes() {
        return path.matches(".*/(withdrawal|transfer)|/(offerings|enrollments)/[^/]+/cancellation")
                && !body.containsKey("quote")
                && key == null;
    }

    /** Its body as a quote. */
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
