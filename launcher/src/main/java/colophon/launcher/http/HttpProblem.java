package colophon.launcher.http;

import colophon.api.problem.ProblemType;

/**
 * Why a request was refused before any rule was checked. Documented in {@code docs/problems.md}.
 */
public enum HttpProblem implements ProblemType {
    MALFORMED_JSON(400, "The body is not valid JSON"),
    INVALID_BODY(400, "The body has invalid fields"),
    INVALID_REQUEST(400, "The request is invalid"),
    INVALID_IDEMPOTENCY_KEY(400, "The Idempotency-Key is invalid"),
    CARD_NUMBER(400, "This looks like the number of a payment card"),
    NO_SUCH_PATH(404, "There is nothing at this path"),
    METHOD_NOT_ALLOWED(405, "This path does not have this method"),
    NOT_ACCEPTABLE(406, "The answer does not exist in an accepted format"),
    BODY_TOO_SLOW(408, "The body came too slowly"),
    BODY_TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The type of the body is not supported"),
    NOT_THIS_PROCESS(421, "Another process does this"),
    TOO_MANY_REQUESTS(429, "Too many requests in a short time"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    INTERNAL_ERROR(500, "The server failed");

    private final int status;
    private final String title;

    HttpProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The general problem for a status. */
    public static HttpProblem of(int status) {
        return switch (status) {
            case 404 -> NO_SUCH_PATH;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> BODY_TOO_SLOW;
            case 413 -> BODY_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 421 -> NOT_THIS_PROCESS;
            default -> status < 500 ? INVALID_REQUEST : INTERNAL_ERROR;
        };
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
