package colophon.views.fund;

import java.util.Locale;

/** How far an award is. JSON shows its word. */
public enum AwardState {
    OFFERED,
    ACCEPTED,
    RELEASED,
    REVOKED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
