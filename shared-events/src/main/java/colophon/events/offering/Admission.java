package colophon.events.offering;

import java.util.Locale;

/**
 * How students get a seat: at once, or by an application that the program accepts. JSON shows its
 * word.
 */
public enum Admission {
    OPEN,
    APPLICATION;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
