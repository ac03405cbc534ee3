package colophon.security;

import java.util.Locale;

/** Why a request went no further than the door. Documented in {@code docs/problems.md}. */
public enum SecurityProblem {
    UNAUTHENTICATED(401, "Nobody is signed in"),
    FORBIDDEN(403, "Not for this role"),
    SIGN_IN_UNAVAILABLE(503, "Nobody can be recognised at the moment");

    private final int status;
    private final String title;

    SecurityProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The word of the reason in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Status of the answer. */
    public int status() {
        return status;
    }

    /** The same for every such problem. */
    public String title() {
        return title;
    }
}
