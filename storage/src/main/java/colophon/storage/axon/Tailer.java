package colophon.storage.axon;

import colophon.storage.log.Outage;

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
 * The one thread that follows the head of the log: it reads each event once, puts it into the ring,
 * and only then tells the streams that wait.
 */
final class Tailer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Tailer.class);

    private final EventStorageEngine engine;
    private final Ring ring;
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

    Tailer(
            EventStorageEngine engine,
            int cached,
            long pollMillis,
            @Nullable ThreadFactory threads) {
        this.engine = engine;
        this.ring = new Ring(cached);
        this.pollNanos = TimeUnit.MILLISECONDS.toNanos(pollMillis);
        this.threads = threads;
    }

    Ring ring() {
        return ring;
    }

    /** False if every stream has to read storage for itself. */
    boolean isThere() {
        return threads != null;
    }

    /**
     * Index in the ring from which a stream that has read storage up to this position goes on, or
     * -1 if it has to read storage once more. The first stream to come sets the thread going.
     */
    long join(long from) {
        if (threads == null) return -1;
        if (thread == null) start(threads, from);
        return ring.end() == 0 ? joinEmpty(from) : ring.after(from);
    }

    /** Says that something was appended here. Cheap: called once for each commit. */
    void wake() {
        awake = true;
        var running = thread;
        if (parked && running != null) LockSupport.unpark(running);
    }

    /** Registers a stream to be told, once, that the ring has more for it. */
    void remember(LogStream stream) {
        waiting.add(stream);
    }

    void forget(LogStream stream) {
        waiting.remove(stream);
    }

    /** Waits until something is added or the time is over, unless the ring has gone on already. */
    @SuppressWarnings("WaitNotInLoop") // waking early is harmless: the caller looks again
    void await(long end, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (ring.end() == end && !closed) more.awaitNanos(nanos);
        } finally {
            lock.unlock();
        }
    }

    /** How long a stream without a tailer sleeps between two looks. */
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

    /** The ring holds nothing yet: whoever stands where the tailer started waits at index 0. */
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

    /** Once until it is over: the log itself has said what there is to say of an outage. */
    private void tell(RuntimeException e) {
        if (!blind && !Outage.isBehind(e))
            LOG.error("Cannot read the event log; trying again every second", e);
        blind = true;
    }

    private void add(TrackedEventMessage<?> event) {
        var at = Positions.of(event.trackingToken());
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

    /** A consumer that is shutting down must not keep the others from hearing. */
    private static void tell(LogStream stream) {
        try {
            stream.available();
        } catch (RuntimeException e) {
            LOG.warn("A consumer of the event log could not be told: {}", e.getMessage());
        }
    }

    private void park() {
        parked = true;
        // Looked at after saying so: a commit either sees us parked or is seen here.
        if (!awake && !closed) LockSupport.parkNanos(this, pollNanos);
        parked = false;
    }

    private static @Nullable TrackingToken token(long position) {
        return Positions.commit(position) == 0 ? null : Positions.token(position);
    }
}
