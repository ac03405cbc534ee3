package colophon.security.matrix;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

import java.net.URI;

/** The two answers to those who may not call a route at all. */
enum Denied {
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "unauthenticated", "Nobody is signed in"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "forbidden", "Not with these roles");

    private final HttpStatus status;
    private final String word;
    private final String title;

    Denied(HttpStatus status, String word, String title) {
        this.status = status;
        this.word = word;
        this.title = title;
    }

    /** This answer as an exception to throw. */
    ErrorResponseException because(String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + word));
        problem.setTitle(title);
        problem.setProperty("reason", word);
        var exception = new ErrorResponseException(status, problem, null);
        if (this == UNAUTHENTICATED)
            exception.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return exception;
    }
}
