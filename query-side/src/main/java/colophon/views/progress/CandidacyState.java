package colophon.views.progress;

import java.util.Locale;

/** How far a candidacy is. JSON shows its word. */
public enum CandidacyState {
    IN_PROGRESS,
    /** It would take too much work to tell whether the requirement is met. */
    UNDECIDED,
    /** The requirement is met, and nothing is conferred yet. */
    MET,
    CONFERRED,
    /** What was conferred was revoked. */
    REVOKED,
    LAPSED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
