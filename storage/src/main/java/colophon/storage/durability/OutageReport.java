package colophon.storage.durability;

import colophon.storage.log.LogUnavailableException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The present trouble with a storage. It is logged once when it begins and once when it is over, no
 * matter how many threads meet it. Trouble that returns within a minute counts as the same. Safe
 * for use by many threads.
 */
public final class OutageReport {

    private static final Logger LOG = LoggerFactory.getLogger(OutageReport.class);
    private static final long SAME = TimeUnit.MINUTES.toNanos(1);

    private final String place;
    private final LongSupplier nanos;
    private final Consumer<String> begun;
    private final Consumer<String> ended;
    private volatile @Nullable String why;
    private long met;
    private boolean ever;
    private boolean said;

    /** No trouble at first; {@code place} begins the sentences, as in "The event log". */
    public OutageReport(String place) {
        this(place, System::nanoTime, LOG::error, LOG::info);
    }

    /** For tests: with a clock that does not jump, and with other outputs. */
    OutageReport(String place, LongSupplier nanos, Consumer<String> begun, Consumer<String> ended) {
        this.place = place;
        this.nanos = nanos;
        this.begun = begun;
        this.ended = ended;
    }

    /** Reports the trouble; {@code line} says why, in one line. */
    public synchronized void is(String line) {
        var now = nanos.getAsLong();
        var isNew = !ever || now - met > SAME;
        ever = true;
        met = now;
        why = line;
        if (!isNew) return;
        said = true;
        begun.accept(place + ": " + line);
    }

    /**
     * Reports it and returns the exception to throw: nothing was added, and a retry may succeed.
     */
    public LogUnavailableException met(Throwable cause) {
        var line = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        is(line);
        return new LogUnavailableException(place + ": " + line, cause);
    }

    /** Reports that all is well. Cheap if there was no trouble. */
    public void over() {
        if (why == null) return;
        synchronized (this) {
            why = null;
            if (!said) return;
            said = false;
            ended.accept(place + ": resolved");
        }
    }

    /** The present trouble in one line; empty if there is none. */
    public Optional<String> now() {
        return Optional.ofNullable(why);
    }
}
