package colophon.storage.log;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What is wrong with a place where things are kept. It is written to the log of the process once
 * when it begins and once when it is over, however many meet it meanwhile; what comes back within a
 * minute is the same trouble still. Safe for use by many threads.
 */
public final class Trouble {

    private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);
    private static final long SAME = TimeUnit.MINUTES.toNanos(1);

    private final String place;
    private final LongSupplier nanos;
    private final Consumer<String> begun;
    private final Consumer<String> ended;
    private volatile @Nullable String why;
    private long met;
    private boolean ever;
    private boolean said;

    /** None so far; {@code place} begins the sentences, as in "The event log". */
    public Trouble(String place) {
        this(place, System::nanoTime, LOG::error, LOG::info);
    }

    /** With a clock that does not jump, and elsewhere to write, for tests. */
    Trouble(String place, LongSupplier nanos, Consumer<String> begun, Consumer<String> ended) {
        this.place = place;
        this.nanos = nanos;
        this.begun = begun;
        this.ended = ended;
    }

    /** Somebody met it; says why in one line. */
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

    /** The same, as what to throw: nothing was added, and it is worth another try. */
    public LogUnavailableException met(Throwable cause) {
        var line = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        is(line);
        return new LogUnavailableException(place + ": " + line, cause);
    }

    /** All is well. Cheap where all was. */
    public void over() {
        if (why == null) return;
        synchronized (this) {
            why = null;
            if (!said) return;
            said = false;
            ended.accept(place + ": that is over");
        }
    }

    /** What is wrong now, in one line; empty while all is well. */
    public Optional<String> now() {
        return Optional.ofNullable(why);
    }
}
