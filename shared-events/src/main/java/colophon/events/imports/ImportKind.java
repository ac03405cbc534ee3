package colophon.events.imports;

import java.util.Locale;

/** What the rows of an imported file are. JSON shows its word. */
public enum ImportKind {
    STUDENTS,
    ENROLLMENTS,
    COMPLETIONS,
    PAYMENTS,
    AWARDS;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
