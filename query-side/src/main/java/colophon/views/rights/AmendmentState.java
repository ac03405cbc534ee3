package colophon.views.rights;

import java.util.Locale;

/** What became of a request to correct the record. JSON shows its word. */
public enum AmendmentState {
    REQUESTED,
    GRANTED,
    DENIED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
