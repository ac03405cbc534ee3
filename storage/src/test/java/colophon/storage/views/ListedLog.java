package colophon.storage.views;

import colophon.events.Recorded;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A log whose events all exist, but become visible one by one. */
final class ListedLog implements StreamableMessageSource<TrackedEventMessage<?>> {

    private final List<TrackedEventMessage<?>> events;
    private int shown;

    /** The offset of the last event of a commit. */
    private static final int LAST = 0xFFFF;

    /**
     * A log of these events, of which about the first {@code shown} are visible: whole commits
     * only, since a log shows no part of one.
     */
    ListedLog(List<Recorded<?>> facts, int shown) {
        this.events = facts.stream().<TrackedEventMessage<?>>map(ListedLog::message).toList();
        var end = shown;
        while (end > 0 && (index(events.get(end - 1)) & LAST) != LAST) end--;
        this.shown = end;
    }

    /** Number of the last visible commit. */
    synchronized long head() {
        return shown == 0 ? 0 : index(events.get(shown - 1)) >> 16;
    }

    synchronized void showAll() {
        shown = events.size();
        notifyAll();
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        int next = 0;
        if (token instanceof GlobalSequenceTrackingToken at)
            while (next < events.size() && index(events.get(next)) <= at.getGlobalIndex()) next++;
        return new Events(next);
    }

    private static long index(TrackedEventMessage<?> event) {
        return event.trackingToken().position().orElseThrow();
    }

    private static TrackedEventMessage<?> message(Recorded<?> fact) {
        return new GenericTrackedEventMessage<>(
                new GlobalSequenceTrackingToken(fact.index()),
                new GenericEventMessage<>(
                        fact.eventId(),
                        fact.event(),
                        MetaData.with("who", fact.who()),
                        fact.recordedAt()));
    }

    private final class Events implements BlockingStream<TrackedEventMessage<?>> {

        private int next;

        Events(int next) {
            this.next = next;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            synchronized (ListedLog.this) {
                if (next >= shown && timeout > 0) ListedLog.this.wait(unit.toMillis(timeout));
                return next < shown;
            }
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() {
            return events.get(next++);
        }

        @Override
        public void close() {}
    }
}
