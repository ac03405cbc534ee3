package colophon.security.matrix;

import colophon.security.SecurityProblem;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

import java.net.URI;

/** The answer to a caller who may not call a route at all. */
final class AccessDenied {

    private AccessDenied() {}

    /** This problem as an exception to throw. */
    static ErrorResponseException because(SecurityProblem reason, String detail) {
        var status = HttpStatusCode.valueOf(reason.status());
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + reason.word()));
        problem.setTitle(reason.title());
        problem.setProperty("reason", reason.word());
        var exception = new ErrorResponseException(status, problem, null);
        if (reason == SecurityProblem.UNAUTHENTICATED)
            exception.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return exception;
    }
}
