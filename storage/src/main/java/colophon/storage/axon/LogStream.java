package colophon.storage.axon;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One consumer's way through the log: from storage until it has caught up, then from the ring. */
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
    public Optional<TrackedEventMessage<?>> peek() {
        if (peeked == null) peeked = next();
        return Optional.ofNullable(peeked);
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        if (peeked == null) peeked = next();
        var until = System.nanoTime() + unit.toNanos(timeout);
        while (peeked == null) {
            var left = until - System.nanoTime();
            if (left <= 0) break;
            await(left);
            peeked = next();
        }
        return peeked != null;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (peeked == null) hasNextAvailable(Integer.MAX_VALUE, TimeUnit.MILLISECONDS);
        var event = peeked;
        peeked = null;
        return event;
    }

    /** Told only when the ring holds something for this stream: never a call for nothing. */
    @Override
    public boolean setOnAvailableCallback(Runnable whenAvailable) {
        if (!tailer.isThere()) return false;
        callback = whenAvailable;
        return true;
    }

    @Override
    public void close() {
        callback = null;
        tailer.forget(this);
        leaveStorage();
    }

    void available() {
        var whenAvailable = callback;
        if (whenAvailable != null) whenAvailable.run();
    }

    private @Nullable TrackedEventMessage<?> next() {
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
        tailer.tell(this);
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

    private void await(long nanos) throws InterruptedException {
        if (index >= 0) tailer.await(index, nanos);
        else TimeUnit.NANOSECONDS.sleep(Math.min(nanos, tailer.pollNanos()));
    }
}
