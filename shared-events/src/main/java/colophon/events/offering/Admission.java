package colophon.events.offering;

import java.util.Locale;

/**
 * How students come in: at once, or by an application that the program accepts. Its word is what
 * JSON shows.
 */
public enum Admission {
    OPEN,
    APPLICATION;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
