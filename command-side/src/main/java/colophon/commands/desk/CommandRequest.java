package colophon.commands.desk;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

/**
 * What of an HTTP request matters to the gate.
 *
 * @param route method and path: the same body on another route is another request
 * @param path goes into problems as their instance
 * @param idempotencyKey 1 to 128 visible ASCII characters, or null when the client gave none
 * @param within how a part of the program itself asks, or null for a client
 */
public record CommandRequest(
        String route, String path, @Nullable String idempotencyKey, @Nullable Within within) {

    /** The header that carries the key. */
    public static final String KEY_HEADER = "Idempotency-Key";

    /** A client's request. */
    public CommandRequest(String route, String path, @Nullable String idempotencyKey) {
        this(route, path, idempotencyKey, null);
    }

    /** Reads it from the request; throws InvalidKeyException if the key is not as described. */
    public static CommandRequest of(HttpServletRequest request) {
        var key = request.getHeader(KEY_HEADER);
        if (key != null && !key.matches("[\\x21-\\x7e]{1,128}")) throw new InvalidKeyException();
        var path = request.getRequestURI();
        var route = request.getMethod() + " " + path;
        return request.getAttribute(Within.ATTRIBUTE) instanceof Within within
                ? new CommandRequest(route, within.instance(), key, within)
                : new CommandRequest(route, path, key);
    }

    /**
     * What only the program itself can ask for: request attributes do not come from outside.
     *
     * @param who on whose behalf
     * @param instance goes into problems instead of the path
     * @param rehearsal true: the command is quoted, not carried out
     * @param scope what may be touched on their behalf
     */
    public record Within(String who, String instance, boolean rehearsal, Scope scope) {

        /** Of a part of the program that may touch everything. */
        public Within(String who, String instance, boolean rehearsal) {
            this(who, instance, rehearsal, Scope.whole(who));
        }

        /** The request attribute that holds it. */
        public static final String ATTRIBUTE = "colophon.within";
    }

    /** The Idempotency-Key is empty, too long, or holds other than visible ASCII characters. */
    public static final class InvalidKeyException extends RuntimeException {}
}
