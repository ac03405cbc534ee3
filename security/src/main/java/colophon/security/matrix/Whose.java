package colophon.security.matrix;

/** What decides whether a thing is theirs who ask. What is not theirs looks like missing. */
public enum Whose {
    /** Nothing: it is there for all who may call it. */
    OPEN("-"),
    /** The institution of what the path or the body names by id. */
    NAMED("what the path and the body name"),
    /** The student whom the path names: own, or known to one of one's institutions. */
    PERSON("the student"),
    /** The institution and the student of what the path names. */
    SUBJECT("what the path names"),
    /** A list: each of its items. */
    ITEMS("each item"),
    /** It is one's own by the way it is asked for. */
    SELF("oneself"),
    /** Whoever started it. */
    STARTER("who started it");

    private final String words;

    Whose(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
