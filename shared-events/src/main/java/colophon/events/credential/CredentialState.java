package colophon.events.credential;

import java.util.Locale;

/** Whether a credential still stands. JSON shows its word. */
public enum CredentialState {
    VALID,
    REVOKED,
    /** Another one replaced it. */
    SUPERSEDED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
