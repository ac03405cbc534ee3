package colophon.storage.axon;

import colophon.storage.durability.OutageDetection;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The position of one consumer in the log. It reads from storage until it has caught up, then from
 * the ring. Safe for several threads, because Axon's pooled processor uses more than one.
 */
final class LogStream implements TrackingEventStream {

    private final EventStorageEngine engine;
    private final LogTailer tailer;
    private long position;
    private long index = -1;
    private @Nullable Stream<? extends TrackedEventMessage<?>> behind;
    private @Nullable Iterator<? extends TrackedEventMessage<?>> rest;
    private @Nullable TrackedEventMessage<?> peeked;
    private volatile @Nullable Runnable callback;

    LogStream(EventStorageEngine engine, LogTailer tailer, long position) {
        this.engine = engine;
        this.tailer = tailer;
        this.position = position;
    }

    @Override
    public synchronized Optional<TrackedEventMessage<?>> peek() {
        if (peeked == null) peeked = next();
        return Optional.ofNullable(peeked);
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        if (peek().isPresent()) return true;
        var until = System.nanoTime() + unit.toNanos(timeout);
        for (var left = unit.toNanos(timeout); left > 0; left = until - System.nanoTime()) {
            await(left);
            if (peek().isPresent()) return true;
        }
        return false;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (true) {
            var event = take();
            if (event != null) return event;
            await(Long.MAX_VALUE);
        }
    }

    /** The callback runs only when the ring has events for this stream. */
    @Override
    public boolean setOnAvailableCallback(Runnable whenAvailable) {
        if (!tailer.isThere()) return false;
        callback = whenAvailable;
        return true;
    }

    @Override
    public synchronized void close() {
        callback = null;
        tailer.forget(this);
        leaveStorage();
    }

    void available() {
        var whenAvailable = callback;
        if (whenAvailable != null) whenAvailable.run();
    }

    private synchronized @Nullable TrackedEventMessage<?> take() {
        var event = peek().orElse(null);
        peeked = null;
        return event;
    }

    /** During an outage there are no new events; the consumer waits and asks again. */
    private @Nullable TrackedEventMessage<?> next() {
        try {
            return found();
        } catch (RuntimeException e) {
            if (!OutageDetection.isBehind(e)) throw e;
            leaveStorage();
            return null;
        }
    }

    private @Nullable TrackedEventMessage<?> found() {
        while (true) {
            if (index >= 0) {
                var event = fromRing();
                if (event != null) return event;
                if (index >= 0) return null;
            }
            if (rest == null && !joined()) readStorage();
            if (rest == null) continue;
            if (rest.hasNext()) return passed(rest.next());
            leaveStorage();
            if (!tailer.isThere()) return null;
            index = tailer.join(position);
        }
    }

    /** A stream whose position is in the ring does not need storage. */
    private boolean joined() {
        index = tailer.ring().after(position);
        return index >= 0;
    }

    private @Nullable TrackedEventMessage<?> fromRing() {
        while (true) {
            var entry = tailer.ring().get(index);
            if (entry == null && index < tailer.ring().end()) {
                index = -1;
                return null;
            }
            if (entry == null) {
                if (callback == null || !missed()) return null;
                continue;
            }
            index++;
            if (entry.position() > position) return passed(entry.event());
        }
    }

    /** Registers for notification, then looks again. Events added in between would be missed. */
    private boolean missed() {
        tailer.remember(this);
        if (tailer.ring().end() == index) return false;
        tailer.forget(this);
        return true;
    }

    private TrackedEventMessage<?> passed(TrackedEventMessage<?> event) {
        position = TokenPositions.of(event.trackingToken());
        return event;
    }

    private void readStorage() {
        var token = TokenPositions.commit(position) == 0 ? null : TokenPositions.token(position);
        var events = engine.readEvents(token, false);
        behind = events;
        rest = events.iterator();
    }

    private void leaveStorage() {
        if (behind != null) behind.close();
        behind = null;
        rest = null;
    }

    /** Waits without the lock, so that the stream can be closed meanwhile. */
    private void await(long nanos) throws InterruptedException {
        var at = waitingAt();
        if (at >= 0) tailer.await(at, nanos);
        else TimeUnit.NANOSECONDS.sleep(Math.min(nanos, tailer.pollNanos()));
    }

    private synchronized long waitingAt() {
        return index;
    }
}
