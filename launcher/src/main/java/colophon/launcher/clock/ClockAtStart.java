package colophon.launcher.clock;

import colophon.storage.Storage;
import colophon.storage.log.LogRefusedException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Refuses to start with a clock that is far behind the log. Either this clock is wrong, and
 * everything it dates would be wrong too, or an earlier clock was wrong and somebody should know.
 */
public final class ClockAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(ClockAtStart.class);

    /** The clocks of several machines never differ by this much. */
    private static final Duration MOST = Duration.ofDays(1);

    private ClockAtStart() {}

    /**
     * Checks the newest commit of a storage that was just opened. If the start is refused, this
     * closes the storage again.
     *
     * @param accepted true if somebody has confirmed that the clock is right
     * @throws LogRefusedException if the commit is more than a day later than the clock; the
     *     message is one line for the person at the terminal
     */
    public static <S extends Storage> S checked(S storage, Clock clock, boolean accepted) {
        try {
            check(storage, clock, accepted);
            return storage;
        } catch (RuntimeException e) {
            storage.close();
            throw e;
        }
    }

    private static void check(Storage storage, Clock clock, boolean accepted) {
        long head = storage.head();
        if (head == 0) return;
        var newest = storage.log().records(head - 1, 1).getFirst();
        var recorded = Instant.ofEpochMilli(newest.time()).truncatedTo(ChronoUnit.SECONDS);
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        if (!recorded.isAfter(now.plus(MOST))) return;
        if (!accepted)
            throw new LogRefusedException(
                    "The clock says %s, and the newest commit was recorded at %s: set the clock right or, if the earlier clock was wrong, add --colophon.accept-earlier-clock=true once"
                            .formatted(now, recorded));
        LOG.warn(
                "The clock says {}, and the newest commit was recorded at {}: accepted",
                now,
                recorded);
    }
}
