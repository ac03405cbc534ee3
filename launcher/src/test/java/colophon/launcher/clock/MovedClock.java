package colophon.launcher.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test sets, together with time that passes. */
final class MovedClock extends Clock {

    private Instant says = Instant.parse("2026-06-01T09:00:00Z");
    private long nanos = Long.MAX_VALUE - 5; // it may overflow

    void passes(Duration time) {
        says = says.plus(time);
        nanos += time.toNanos();
    }

    void isSetBy(Duration jump) {
        says = says.plus(jump);
    }

    long nanos() {
        return nanos;
    }

    @Override
    public Instant instant() {
        return says;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
