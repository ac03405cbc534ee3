package colophon.launcher.http;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Who waits for bytes of a body, and since when. A read returns with the first byte of a body; it
 * can last for hours where only what stands around it comes, a byte now and then: the lengths of
 * chunks, and what follows the last of them.
 */
@Component
public class Reads {

    private final Map<Thread, Long> since = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    /** By the time of this machine. */
    public Reads() {
        this(System::nanoTime);
    }

    Reads(LongSupplier nanos) {
        this.nanos = nanos;
    }

    long now() {
        return nanos.getAsLong();
    }

    void begin() {
        since.put(Thread.currentThread(), now());
    }

    void end() {
        since.remove(Thread.currentThread());
    }

    /** When that thread began to wait, as {@link System#nanoTime} has it; null if it does not. */
    public @Nullable Long since(Thread thread) {
        return since.get(thread);
    }

    /** How many wait now. */
    public int size() {
        return since.size();
    }
}
