package colophon.events.imports;

import java.util.Locale;

/** What the rows of an imported file are. JSON shows its word. */
public enum ImportKind {
    STUDENTS(0),
    ENROLLMENTS(1),
    COMPLETIONS(2),
    PAYMENTS(3),
    AWARDS(4);

    private final byte code;

    ImportKind(int code) {
        this.code = (byte) code;
    }

    /** Its number in the digests of imports, which are stored: it never changes. */
    public byte code() {
        return code;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
