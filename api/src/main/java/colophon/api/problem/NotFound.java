package colophon.api.problem;

/** A query names something that does not exist, or that the actor may not see. */
public final class NotFound extends RuntimeException {

    private final transient ProblemType type;

    /** {@code detail} is a sentence that names the id. */
    public NotFound(ProblemType type, String detail) {
        super(detail, null, false, false);
        this.type = type;
    }

    /** What was not found. */
    public ProblemType type() {
        return type;
    }
}
