package colophon.events.fund;

import java.util.Locale;

/** Where the money of a fund comes from. Its word is what JSON shows. */
public enum FundedBy {
    PROGRAM,
    EXTERNAL;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
