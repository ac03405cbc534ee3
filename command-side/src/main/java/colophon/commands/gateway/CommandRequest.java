package colophon.commands.gateway;

import colophon.api.access.WriteAccess;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/**
 * The parts of an HTTP request that matter to the gate.
 *
 * @param route method and path; the same body on another route is another request
 * @param path the {@code instance} of problems
 * @param idempotencyKey 1 to 128 visible ASCII characters; null if the client gave none, and for
 *     internal requests, whose keys are of another kind
 * @param within origin of an internal request, or null for a client's
 */
public record CommandRequest(
        String route,
        String path,
        @Nullable String idempotencyKey,
        @Nullable InternalOrigin within) {

    /** The header that carries the key. */
    public static final String KEY_HEADER = "Idempotency-Key";

    /** The form of a client's key; anything else is refused. */
    private static final Pattern CLIENTS = Pattern.compile("[\\x21-\\x7e]{1,128}");

    /** Throws {@link InvalidKeyException} if the key does not follow the form. */
    public CommandRequest {
        if (idempotencyKey != null && !CLIENTS.matcher(idempotencyKey).matches())
            throw new InvalidKeyException();
        if (idempotencyKey != null && within != null)
            throw new IllegalArgumentException("An internal request has keys of its own");
    }

    /** A client's request. */
    public CommandRequest(String route, String path, @Nullable String idempotencyKey) {
        this(route, path, idempotencyKey, null);
    }

    /** An internal request, under its own key if it has one. */
    public static CommandRequest of(String route, InternalOrigin within) {
        return new CommandRequest(route, within.instance(), null, within);
    }

    /**
     * Reads it from an HTTP request. Throws InvalidKeyException if the key does not follow the
     * form.
     */
    public static CommandRequest of(HttpServletRequest request) {
        var path = request.getRequestURI();
        var route = request.getMethod() + " " + path;
        return new CommandRequest(route, path, request.getHeader(KEY_HEADER));
    }

    /**
     * The key of an internal request.
     *
     * <p>Its {@link #name} begins with a character that no client's key can have, so the two never
     * collide.
     *
     * @param text what the key is for, and its number
     * @param content stands in for the body: other content under the same key is another request.
     *     It must stay known for ever, since the request may be repeated at any time
     */
    public record InternalKey(String text, Object content) {

        private static final char NO_CLIENTS = '\u0000';

        /** Refuses line breaks, since the text before the last one is the caller. */
        public InternalKey {
            if (text.indexOf('\n') >= 0) throw new IllegalArgumentException("A key is one line");
        }

        String name() {
            return NO_CLIENTS + text;
        }
    }

    /**
     * The origin of an internal request. It is no part of an HTTP request, so no client can send
     * it.
     *
     * @param who the account it acts for
     * @param instance the {@code instance} of problems, instead of the path
     * @param rehearsal true if the command is quoted, not carried out
     * @param scope what the account may change
     * @param key key under which it is carried out once, or null
     */
    public record InternalOrigin(
            String who,
            String instance,
            boolean rehearsal,
            WriteAccess scope,
            @Nullable InternalKey key) {

        /** For a part of the server that may change everything. */
        public InternalOrigin(String who, String instance, boolean rehearsal) {
            this(who, instance, rehearsal, WriteAccess.whole(who), null);
        }
    }

    /** The Idempotency-Key is empty, too long, or contains other than visible ASCII characters. */
    public static final class InvalidKeyException extends RuntimeException {}
}
