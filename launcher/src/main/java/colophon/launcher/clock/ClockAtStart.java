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
 * Refuses to begin with a clock that is far behind the log: either it is wrong, and all that is
 * recorded by it would be, or the one before it was, and somebody ought to know.
 */
public final class ClockAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(ClockAtStart.class);

    /** Processes on several machines are never as far from each other. */
    private static final Duration MOST = Duration.ofDays(1);

    private ClockAtStart() {}

    /**
     * Looks at the newest commit of a storage that was just opened, and closes it again if that is
     * refused.
     *
     * @param accepted true if somebody has said that it is well
     * @throws LogRefusedException if it is more than a day later than the clock; the message is one
     *     line for the person at the terminal
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
                    "The clock says %s, and the newest commit was recorded at %s: set the clock right or, if the one before was wrong, add --colophon.accept-earlier-clock=true once"
                            .formatted(now, recorded));
        LOG.warn(
                "The clock says {}, and the newest commit was recorded at {}: accepted",
                now,
                recorded);
    }
}
