package colophon.events.fund;

import java.util.Locale;

/** A kind of cost that a fund may pay for. JSON shows its word. */
public enum Coverage {
    TUITION,
    DEPOSIT,
    FEE,
    EXPENSE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
