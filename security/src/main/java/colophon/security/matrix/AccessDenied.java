package colophon.security.matrix;

import colophon.api.problem.Problem;
import colophon.security.SecurityProblem;

import org.springframework.http.HttpHeaders;
import org.springframework.web.ErrorResponseException;

/** The answer to a caller who may not call a route at all. */
final class AccessDenied {

    private AccessDenied() {}

    /** This problem as an exception to throw. */
    static ErrorResponseException because(SecurityProblem reason, String detail) {
        var exception = Problem.thrown(reason, detail);
        if (reason == SecurityProblem.UNAUTHENTICATED)
            exception.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return exception;
    }
}
