package colophon.security.matrix;

/**
 * What decides whether a caller may touch the data of a route. Data that is not theirs looks as if
 * it were missing.
 */
public enum OwnershipRule {
    /** Nothing further: the data is open to all who may call the route. */
    OPEN("-"),
    /** The institution of the things that the path or the body names by id. */
    NAMED("what the path and the body name"),
    /**
     * The student that the path names: the caller, or a student known to one of the caller's
     * institutions.
     */
    PERSON("the student"),
    /** The institution and the student of the thing that the path names. */
    SUBJECT("what the path names"),
    /** A list: each item is checked. */
    ITEMS("each item"),
    /** The route itself concerns only the caller. */
    SELF("oneself"),
    /** The caller must have started it. */
    STARTER("who started it");

    private final String words;

    OwnershipRule(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
