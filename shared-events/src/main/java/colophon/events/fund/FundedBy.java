package colophon.events.fund;

import java.util.Locale;

/** Where the money of a fund comes from. JSON shows its word. */
public enum FundedBy {
    PROGRAM,
    EXTERNAL;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
