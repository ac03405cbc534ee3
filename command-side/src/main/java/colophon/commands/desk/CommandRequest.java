package colophon.commands.desk;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

/**
 * What of an HTTP request matters to the gate.
 *
 * @param route method and path: the same body on another route is another request
 * @param path goes into problems as their instance
 * @param idempotencyKey 1 to 128 visible ASCII characters, or null when the client gave none
 */
public record CommandRequest(String route, String path, @Nullable String idempotencyKey) {

    /** The header that carries the key. */
    public static final String KEY_HEADER = "Idempotency-Key";

    /** Reads it from the request; throws InvalidKeyException if the key is not as described. */
    public static CommandRequest of(HttpServletRequest request) {
        var key = request.getHeader(KEY_HEADER);
        if (key != null && !key.matches("[\\x21-\\x7e]{1,128}")) throw new InvalidKeyException();
        var path = request.getRequestURI();
        return new CommandRequest(request.getMethod() + " " + path, path, key);
    }

    /** The Idempotency-Key is empty, too long, or holds other than visible ASCII characters. */
    public static final class InvalidKeyException extends RuntimeException {}
}
