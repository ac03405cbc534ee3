package colophon.commands.desk;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/**
 * What of an HTTP request matters to the gate.
 *
 * @param route method and path: the same body on another route is another request
 * @param path goes into problems as their instance
 * @param idempotencyKey 1 to 128 visible ASCII characters, or null when the client gave none; null
 *     also where the program itself asks, whose keys are of another kind
 * @param within how a part of the program itself asks, or null for a client
 */
public record CommandRequest(
        String route, String path, @Nullable String idempotencyKey, @Nullable Within within) {

    /** The header that carries the key. */
    public static final String KEY_HEADER = "Idempotency-Key";

    /** What a client's key is made of; nothing else is ever taken for one. */
    private static final Pattern CLIENTS = Pattern.compile("[\\x21-\\x7e]{1,128}");

    /** Throws {@link InvalidKeyException} for a key that no client can send. */
    public CommandRequest {
        if (idempotencyKey != null && !CLIENTS.matcher(idempotencyKey).matches())
            throw new InvalidKeyException();
        if (idempotencyKey != null && within != null)
            throw new IllegalArgumentException("A part of the program has keys of its own");
    }

    /** A client's request. */
    public CommandRequest(String route, String path, @Nullable String idempotencyKey) {
        this(route, path, idempotencyKey, null);
    }

    /** A request of a part of the program itself, under the key it gives, if any. */
    public static CommandRequest of(String route, Within within) {
        return new CommandRequest(route, within.instance(), null, within);
    }

    /** Reads it from the request; throws InvalidKeyException if the key is not as described. */
    public static CommandRequest of(HttpServletRequest request) {
        var path = request.getRequestURI();
        var route = request.getMethod() + " " + path;
        return request.getAttribute(Within.ATTRIBUTE) instanceof Within within
                ? of(route, within)
                : new CommandRequest(route, path, request.getHeader(KEY_HEADER));
    }

    /**
     * A key that the program gives to a request of its own.
     *
     * <p>Its {@link #name} begins with a character that no client's key can have, so the two never
     * meet, whatever either of them is made of.
     *
     * @param text what it is for, and which one of these
     * @param content what it stands for, in place of the body: another content under the same key
     *     is another request. What is known for ever, not what may be gone when it is asked again
     */
    public record Key(String text, Object content) {

        private static final char NO_CLIENTS = '\u0000';

        /** Without line breaks: what is before the last one is whose key it is. */
        public Key {
            if (text.indexOf('\n') >= 0) throw new IllegalArgumentException("A key is one line");
        }

        String name() {
            return NO_CLIENTS + text;
        }
    }

    /**
     * What only the program itself can ask for: request attributes do not come from outside.
     *
     * @param who on whose behalf
     * @param instance goes into problems instead of the path
     * @param rehearsal true: the command is quoted, not carried out
     * @param scope what may be touched on their behalf
     * @param key under which it is carried out once, or null
     */
    public record Within(
            String who, String instance, boolean rehearsal, Scope scope, @Nullable Key key) {

        /** Of a part of the program that may touch everything. */
        public Within(String who, String instance, boolean rehearsal) {
            this(who, instance, rehearsal, Scope.whole(who), null);
        }

        /** The request attribute that holds it. */
        public static final String ATTRIBUTE = "colophon.within";
    }

    /** The Idempotency-Key is empty, too long, or holds other than visible ASCII characters. */
    public static final class InvalidKeyException extends RuntimeException {}
}
