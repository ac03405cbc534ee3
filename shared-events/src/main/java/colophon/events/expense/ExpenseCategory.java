package colophon.events.expense;

import java.util.Locale;

/** What a student spent money on. JSON shows its word. */
public enum ExpenseCategory {
    TRAVEL,
    LODGING,
    MEALS,
    MATERIALS,
    OTHER;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
