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
 * Compares the clock with the time that has passed. Nothing reports that a clock was set, and what
 * it then dates is wrong; a monotonic time source shows it. Safe for use by many threads.
 */
public final class ClockWatch {

    /**
     * A person's correction, or a machine that slept. Corrections by the network are far smaller.
     */
    static final Duration JUMP = Duration.ofMinutes(5);

    /** After this time, the clock is trusted as it is. */
    static final Duration IN_DOUBT = Duration.ofDays(1);

    private final Clock clock;
    private final LongSupplier nanos;
    private final Consumer<String> lines;

    /** The clock's time when both last agreed. */
    private Instant then;

    private long nanosThen;

    /** The sum of the clock's jumps; positive means ahead. */
    private Duration away = Duration.ZERO;

    private long jumpedAt;
    private @Nullable String said;

    /**
     * Starts to watch.
     *
     * @param nanos a source of nanoseconds that nobody can set, as {@link System#nanoTime}
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
     * Compares both now, and says in one line how far the clock has jumped. Empty if it has not
     * jumped, if it is back, or if the jump was more than a day ago.
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
     * True for at most a day while the clock is ahead of the time that has passed. Deadlines are
     * not applied meanwhile, so that somebody can look at the clock first.
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
                "The clock jumped %s by %s: it says %s instead of %s"
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
