package colophon.events.requirement;

/** A requirement tree does not follow the form. */
public final class InvalidRequirement extends RuntimeException {

    private final String pointer;

    /** {@code pointer} is the JSON pointer inside the tree, "" for the tree itself. */
    public InvalidRequirement(String pointer, String message) {
        super(message);
        this.pointer = pointer;
    }

    /** JSON pointer (RFC 6901) of the place inside the tree that is wrong. */
    public String pointer() {
        return pointer;
    }
}
