package colophon.events.fund;

import java.util.Locale;

/** A kind of cost that a fund may pay for. Its word is what JSON shows. */
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
