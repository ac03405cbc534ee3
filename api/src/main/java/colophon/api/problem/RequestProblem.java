package colophon.api.problem;

/** Why the parameters of a request cannot be read. */
public enum RequestProblem implements ProblemType {
    INVALID_PARAMETER(400, "A parameter cannot be understood"),
    UNKNOWN_PARAMETER(400, "There is no such parameter");

    private final int status;
    private final String title;

    RequestProblem(int status, String title) {
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
