package colophon.commands;

/** A rule said no. Nothing was changed. The reason is part of the API; clients may switch on it. */
public final class Refusal extends RuntimeException {

    private final Reason reason;

    /** {@code detail} names the offending value and, where it helps, what to do next. */
    public Refusal(Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    /** One of the closed list. */
    public Reason reason() {
        return reason;
    }

    /** A sentence that names the offending value. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
