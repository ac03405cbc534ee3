package colophon.views.reading;

import colophon.api.problem.ProblemType;

/** The problems that a query can answer. Clients may switch on {@link #word()}. */
public enum QueryProblem implements ProblemType {
    STUDENT_NOT_FOUND(404, "No such student"),
    INSTITUTION_NOT_FOUND(404, "No such institution"),
    PROGRAM_NOT_FOUND(404, "No such program"),
    COURSE_NOT_FOUND(404, "No such course"),
    CERTIFICATE_NOT_FOUND(404, "No such certificate"),
    CREDENTIAL_NOT_FOUND(404, "No such credential"),
    OFFERING_NOT_FOUND(404, "No such offering"),
    ENROLLMENT_NOT_FOUND(404, "No such enrollment"),
    FUND_NOT_FOUND(404, "No such fund"),
    AWARD_NOT_FOUND(404, "No such award"),
    PAYMENT_NOT_FOUND(404, "No such payment"),
    NOT_CAUGHT_UP(503, "The views have not read that far yet"),
    DISCLOSURE_LOG_UNAVAILABLE(503, "The disclosure log is unavailable");

    private final int status;
    private final String title;

    QueryProblem(int status, String title) {
        this.status = status;
        this.title = title;
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
