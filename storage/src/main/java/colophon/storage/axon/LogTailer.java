package colophon.storage.axon;

import colophon.storage.durability.OutageDetection;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Follows the head of the log in one thread. It reads each event once, puts it into the ring, and
 * only then notifies the waiting streams.
 */
final class LogTailer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogTailer.class);

    private final EventStorageEngine engine;
    private final EventRing ring;
    private final long pollNanos;
    private final @Nullable ThreadFactory threads;
    private final Set<LogStream> waiting = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private volatile @Nullable Thread thread;
    private volatile boolean awake;
    private volatile boolean parked;
    private volatile boolean closed;
    private long position;
    private boolean blind;

    LogTailer(
            EventStorageEngine engine,
            int cached,
            long pollMillis,
            @Nullable ThreadFactory threads) {
        this.engine = engine;
        this.ring = new EventRing(cached);
        this.pollNanos = TimeUnit.MILLISECONDS.toNanos(pollMillis);
        this.threads = threads;
    }

    EventRing ring() {
        return ring;
    }

    /** False if every stream has to read storage for itself. */
    boolean isThere() {
        return threads != null;
    }

    /**
     * The index in the ring from which a stream goes on after reading storage up to this position,
     * or -1 if it must read storage again. The first stream starts the thread.
     */
    long join(long from) {
        if (threads == null) return -1;
        if (thread == null) start(threads, from);
        return ring.end() == 0 ? joinEmpty(from) : ring.after(from);
    }

    /** Wakes the thread after an append of this process. Cheap: called once for each commit. */
    void wake() {
        awake = true;
        var running = thread;
        if (parked && running != null) LockSupport.unpark(running);
    }

    /** Registers a stream for one notification when the ring has more for it. */
    void remember(LogStream stream) {
        waiting.add(stream);
    }

    void forget(LogStream stream) {
        waiting.remove(stream);
    }

    /**
     * Waits until something is added or the time is over. Returns at once if the ring has moved on.
     */
    @SuppressWarnings("WaitNotInLoop") // waking early is harmless: the caller looks again
    void await(long end, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (ring.end() == end && !closed) more.awaitNanos(nanos);
        } finally {
            lock.unlock();
        }
    }

    /** How long a stream without a tailer sleeps between two reads. */
    long pollNanos() {
        return pollNanos;
    }

    @Override
    public void close() {
        closed = true;
        wake();
        var running = thread;
        if (running != null) LockSupport.unpark(running);
    }

    private synchronized void start(ThreadFactory factory, long from) {
        if (thread != null || closed) return;
        position = from;
        var started = factory.newThread(this::run);
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    /** The ring is empty. A stream at the position where the tailer started waits at index 0. */
    private synchronized long joinEmpty(long from) {
        return from >= position ? 0 : -1;
    }

    private void run() {
        while (!closed) {
            awake = false;
            if (!read()) park();
        }
    }

    private boolean read() {
        var found = false;
        try (Stream<? extends TrackedEventMessage<?>> events =
                engine.readEvents(token(position), true)) {
            for (var i = events.iterator(); i.hasNext() && !closed; ) {
                add(i.next());
                found = true;
            }
            blind = false;
        } catch (RuntimeException e) {
            tell(e);
            LockSupport.parkNanos(this, TimeUnit.SECONDS.toNanos(1));
        }
        return found;
    }

    /** Logs a failure once until it is over. The log itself reports outages. */
    private void tell(RuntimeException e) {
        if (!blind && !OutageDetection.isBehind(e))
            LOG.error("Cannot read the event log; trying again every second", e);
        blind = true;
    }

    private void add(TrackedEventMessage<?> event) {
        var at = TokenPositions.of(event.trackingToken());
        ring.add(position, at, event);
        moved(at);
        announce();
    }

    private synchronized void moved(long at) {
        position = at;
    }

    private void announce() {
        lock.lock();
        try {
            more.signalAll();
        } finally {
            lock.unlock();
        }
        for (var stream : waiting) {
            waiting.remove(stream);
            tell(stream);
        }
    }

    /** A consumer that is shutting down must not prevent the others from being notified. */
    private static void tell(LogStream stream) {
        try {
            stream.available();
        } catch (RuntimeException e) {
            LOG.warn("A consumer of the event log could not be told: {}", e.getMessage());
        }
    }

    private void park() {
        parked = true;
        // Read after the flag was set: a commit either sees that we sleep, or is seen here.
        if (!awake && !closed) LockSupport.parkNanos(this, pollNanos);
        parked = false;
    }

    private static @Nullable TrackingToken token(long position) {
        return TokenPositions.commit(position) == 0 ? null : TokenPositions.token(position);
    }
}
