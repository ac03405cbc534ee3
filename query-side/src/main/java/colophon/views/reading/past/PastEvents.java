package colophon.views.reading.past;

import colophon.events.Recorded;

import java.time.Instant;
import java.util.List;

/** Reads the event log for questions about the past. Safe for use by many threads. */
public interface PastEvents {

    /**
     * The events at these places, in the order of the log, each once.
     *
     * @param places as {@link Recorded#index} gives them; throws IllegalArgumentException if there
     *     is no event at one of them
     */
    List<Recorded<?>> read(long[] places);

    /** The events of a commit, in order; empty if there is no such commit. */
    List<Recorded<?>> commit(long number);

    /**
     * Number of the last commit that was recorded at or before that instant, by the clock of its
     * writer; 0 if there is none. This commit and all earlier ones were known then.
     */
    long knownAt(Instant instant);
}
