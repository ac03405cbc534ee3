package colophon.commands;

/** A rule refused the command and nothing was changed. Clients may switch on the reason. */
public final class Refusal extends RuntimeException {

    private final Reason reason;

    /** {@code detail} names the offending value and, if it helps, the next step. */
    public Refusal(Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** A sentence that names the offending value. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
