package colophon.launcher.clock;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Holds the clock against the time that has passed. A clock that was set says so nowhere, and what
 * is recorded by it is dated wrongly; a monotonic source tells. Safe for use by many threads.
 */
public final class ClockWatch {

    /** What people correct by hand, or a machine that slept; the network corrects far less. */
    static final Duration JUMP = Duration.ofMinutes(5);

    /** A clock that stays where it was set is believed in the end. */
    static final Duration IN_DOUBT = Duration.ofDays(1);

    private final Clock clock;
    private final LongSupplier nanos;
    private final Consumer<String> lines;

    /** Where both stood when they last agreed. */
    private Instant then;

    private long nanosThen;

    /** How far the clock has jumped in all, ahead if it is positive. */
    private Duration away = Duration.ZERO;

    private long jumpedAt;
    private @Nullable String said;

    /**
     * Begins to watch.
     *
     * @param nanos a source of nanoseconds that nobody sets, as {@link System#nanoTime}
     * @param lines takes one line for each jump
     */
    ClockWatch(Clock clock, LongSupplier nanos, Consumer<String> lines) {
        this.clock = clock;
        this.nanos = nanos;
        this.lines = lines;
        this.then = clock.instant();
        this.nanosThen = nanos.getAsLong();
    }

    /**
     * Looks at both now, and says in one line how far the clock has jumped, if it has; empty if it
     * has not, if it is back, or if that was more than a day ago.
     */
    public synchronized Optional<String> trouble() {
        var now = clock.instant();
        long nanosNow = nanos.getAsLong();
        var due = then.plusNanos(nanosNow - nanosThen);
        var jump = Duration.between(due, now);
        if (isFar(jump)) jumped(jump, due, now, nanosNow);
        return isFar(away) && nanosNow - jumpedAt < IN_DOUBT.toNanos()
                ? Optional.ofNullable(said)
                : Optional.empty();
    }

    /**
     * True while the clock is ahead of the time that has passed, for a day at most: what runs out
     * by itself is better left until somebody has looked.
     */
    public synchronized boolean isAhead() {
        return trouble().isPresent() && away.isPositive();
    }

    private void jumped(Duration jump, Instant due, Instant now, long nanosNow) {
        away = away.plus(jump);
        then = now;
        nanosThen = nanosNow;
        jumpedAt = nanosNow;
        said =
                "The clock jumped %s by %s: it says %s where %s was due"
                        .formatted(
                                jump.isPositive() ? "ahead" : "back",
                                words(jump.abs()),
                                now.truncatedTo(ChronoUnit.SECONDS),
                                due.truncatedTo(ChronoUnit.SECONDS));
        lines.accept(said);
    }

    private static boolean isFar(Duration by) {
        return by.abs().compareTo(JUMP) > 0;
    }

    private static String words(Duration by) {
        if (by.toDays() > 0) return by.toDays() + " d " + by.toHoursPart() + " h";
        return by.toHours() > 0
                ? by.toHours() + " h " + by.toMinutesPart() + " min"
                : by.toMinutes() + " min";
    }
}
