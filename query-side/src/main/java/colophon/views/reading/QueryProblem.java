package colophon.views.reading;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

import java.net.URI;
import java.util.Locale;

/** The problems that a query can answer. Clients may switch on {@link #reason()}. */
public enum QueryProblem {
    STUDENT_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such student"),
    INSTITUTION_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such institution"),
    PROGRAM_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such program"),
    COURSE_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such course"),
    CERTIFICATE_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such certificate"),
    CREDENTIAL_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such credential"),
    OFFERING_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such offering"),
    ENROLLMENT_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such enrollment"),
    FUND_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such fund"),
    AWARD_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such award"),
    PAYMENT_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such payment"),
    INVALID_PARAMETER(HttpStatus.BAD_REQUEST, "A parameter cannot be understood"),
    UNKNOWN_PARAMETER(HttpStatus.BAD_REQUEST, "This query has no such parameter"),
    NOT_CAUGHT_UP(HttpStatus.SERVICE_UNAVAILABLE, "The views have not read that far yet"),
    DISCLOSURE_LOG_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The disclosure log is unavailable");

    private final HttpStatus status;
    private final String title;

    QueryProblem(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The word of the closed list, e.g. {@code student-not-found}. */
    public String reason() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** This problem as an exception to throw; {@code detail} names the offending value. */
    public ErrorResponseException because(String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + reason()));
        problem.setTitle(title);
        problem.setProperty("reason", reason());
        var exception = new ErrorResponseException(status, problem, null);
        if (status == HttpStatus.SERVICE_UNAVAILABLE)
            exception.getHeaders().set("Retry-After", "1");
        return exception;
    }
}
