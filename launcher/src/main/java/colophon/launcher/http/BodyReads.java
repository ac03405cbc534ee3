package colophon.launcher.http;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Records which threads wait for bytes of a body, and since when. A read returns with the first
 * byte of the body. It can last for hours if a client sends only chunk framing, one byte now and
 * then.
 */
@Component
public class BodyReads {

    private final Map<Thread, Long> since = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    /** Uses the monotonic time of this machine. */
    public BodyReads() {
        this(System::nanoTime);
    }

    BodyReads(LongSupplier nanos) {
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

    /**
     * When that thread began to wait, in the terms of {@link System#nanoTime}; null if it does not
     * wait.
     */
    public @Nullable Long since(Thread thread) {
        return since.get(thread);
    }

    /** The number of threads that wait. */
    public int size() {
        return since.size();
    }
}
