package colophon.views.reading.past;

import colophon.events.Recorded;

import java.time.Instant;
import java.util.List;

/** The event log, for those who ask what had happened. Safe for use by many threads. */
public interface Log {

    /**
     * The events at these places, in the order of the log, each once.
     *
     * @param places as {@link Recorded#index} gives them; an IllegalArgumentException if there is
     *     no event at one of them
     */
    List<Recorded<?>> read(long[] places);

    /**
     * Number of the last commit that was recorded at that instant or before it, by the clock of its
     * writer: it and all before it in the log was known then. 0 where nothing was.
     */
    long knownAt(Instant instant);
}
