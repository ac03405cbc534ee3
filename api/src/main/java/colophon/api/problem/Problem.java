package colophon.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;

/** The one builder and the one writer of problem documents (RFC 9457). */
public final class Problem {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Problem() {}

    /** The document without its instance; {@code detail} is a sentence about this case. */
    public static ProblemDetail of(ProblemType type, String detail) {
        var document =
                ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(type.status()), detail);
        put(document, type);
        return document;
    }

    /** Puts our type, title and reason into the document of a library. Its status stays. */
    public static void put(ProblemDetail document, ProblemType type) {
        document.setType(URI.create("/problems/" + type.word()));
        document.setTitle(type.title());
        document.setProperty("reason", type.word());
    }

    /**
     * The document as an exception to throw in a controller or what it calls. With status 503 it
     * asks to try again after a second.
     */
    public static ErrorResponseException thrown(ProblemType type, String detail) {
        var status = HttpStatusCode.valueOf(type.status());
        var exception = new ErrorResponseException(status, of(type, detail), null);
        if (status.isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE))
            exception.getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
        return exception;
    }

    /**
     * Writes the document in a filter, where no controller can throw it. Headers that are set
     * already stay.
     *
     * @throws IOException if the client has gone
     */
    public static void write(
            HttpServletRequest request,
            HttpServletResponse response,
            ProblemType type,
            String detail)
            throws IOException {
        var document = of(type, detail);
        document.setInstance(URI.create(request.getRequestURI()));
        response.setStatus(type.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json(document));
    }

    /** The document as JSON, in UTF-8. */
    public static byte[] json(ProblemDetail document) {
        var members = new LinkedHashMap<String, Object>(); // in the order in which they are read
        members.put("type", String.valueOf(document.getType()));
        members.put("title", String.valueOf(document.getTitle()));
        members.put("status", document.getStatus());
        members.put("detail", String.valueOf(document.getDetail()));
        if (document.getInstance() != null)
            members.put("instance", document.getInstance().toString());
        if (document.getProperties() != null) members.putAll(document.getProperties());
        return JSON.writeValueAsBytes(members);
    }
}
