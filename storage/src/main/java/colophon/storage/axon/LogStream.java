package colophon.storage.axon;

import colophon.storage.log.Outage;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One consumer's way through the log: from storage until it has caught up, then from the ring. Safe
 * for several threads, since Axon's pooled processor asks from more than one.
 */
final class LogStream implements TrackingEventStream {

    private final EventStorageEngine engine;
    private final Tailer tailer;
    private long position;
    private long index = -1;
    private @Nullable Stream<? extends TrackedEventMessage<?>> behind;
    private @Nullable Iterator<? extends TrackedEventMessage<?>> rest;
    private @Nullable TrackedEventMessage<?> peeked;
    private volatile @Nullable Runnable callback;

    LogStream(EventStorageEngine engine, Tailer tailer, long position) {
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

    /** Told only when the ring holds something for this stream: never a call for nothing. */
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

    /** What cannot be read now is not there yet: whoever follows the log waits, and asks again. */
    private @Nullable TrackedEventMessage<?> next() {
        try {
            return found();
        } catch (RuntimeException e) {
            if (!Outage.isBehind(e)) throw e;
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

    /** A stream that finds its place in the ring has no need of storage. */
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

    /** Asks to be told, then looks again: what came in between would never be told. */
    private boolean missed() {
        tailer.remember(this);
        if (tailer.ring().end() == index) return false;
        tailer.forget(this);
        return true;
    }

    private TrackedEventMessage<?> passed(TrackedEventMessage<?> event) {
        position = Positions.of(event.trackingToken());
        return event;
    }

    private void readStorage() {
        var token = Positions.commit(position) == 0 ? null : Positions.token(position);
        var events = engine.readEvents(token, false);
        behind = events;
        rest = events.iterator();
    }

    private void leaveStorage() {
        if (behind != null) behind.close();
        behind = null;
        rest = null;
    }

    /** Without the lock, so that a stream that waits can be closed. */
    private void await(long nanos) throws InterruptedException {
        var at = waitingAt();
        if (at >= 0) tailer.await(at, nanos);
        else TimeUnit.NANOSECONDS.sleep(Math.min(nanos, tailer.pollNanos()));
    }

    private synchronized long waitingAt() {
        return index;
    }
}
