package colophon.storage.axon;

import org.axonframework.common.AxonThreadFactory;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.lifecycle.Lifecycle;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Axon's event store over a commit log. One thread follows the head for all streams of the process
 * and notifies them of new events. A stream that is further behind reads from storage.
 */
public final class CommitLogEventStore extends AbstractEventStore implements Lifecycle {

    private final LogTailer tailer;
    private final String appended = "colophon.appended@" + System.identityHashCode(this);

    private CommitLogEventStore(Builder builder) {
        super(builder);
        this.tailer =
                new LogTailer(builder.engine, builder.cached, builder.pollMillis, builder.threads);
    }

    /** A builder over this engine, which must return tokens like {@link CommitLogEngine}. */
    public static Builder over(EventStorageEngine engine) {
        return new Builder(engine);
    }

    /**
     * A stream of all events after the token.
     *
     * @throws EventStoreException if the token is ahead of the log. The log was then restored to an
     *     earlier state, and the stream would skip new events silently.
     */
    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        var position = TokenPositions.of(token);
        var head = TokenPositions.of(storageEngine().createHeadToken());
        if (position > head)
            throw new EventStoreException(
                    "The token %s is ahead of the log, whose last commit is %d; reset its processor"
                            .formatted(token, TokenPositions.commit(head)));
        return new LogStream(storageEngine(), tailer, position);
    }

    @Override
    public void registerLifecycleHandlers(LifecycleRegistry registry) {
        registry.onShutdown(Phase.INBOUND_EVENT_CONNECTORS - 10, this::shutDown);
    }

    /** Stops the thread that follows the head. Streams then find nothing new. */
    public void shutDown() {
        tailer.close();
    }

    @Override
    protected void prepareCommit(List<? extends EventMessage<?>> events) {
        super.prepareCommit(events);
        if (!CurrentUnitOfWork.isStarted()) return;
        var root = CurrentUnitOfWork.get().root();
        AtomicInteger count =
                root.getOrComputeResource(
                        appended,
                        _ -> {
                            var counted = new AtomicInteger();
                            // Handlers run in reverse order, so this one runs before the engine's:
                            // if it refuses, nothing has been appended.
                            root.onCommit(_ -> refuseLate(counted.get()));
                            return counted;
                        });
        count.addAndGet(events.size());
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        tailer.wake();
    }

    /**
     * Refuses events published late in a unit of work: Axon queues them, but never appends them.
     */
    private void refuseLate(int count) {
        var queued = queuedMessages();
        if (queued.size() > count)
            throw new EventStoreException(
                    "%s was published too late in its unit of work to be appended"
                            .formatted(queued.getLast().getPayloadType().getSimpleName()));
    }

    /** Settings of the store. */
    public static final class Builder extends AbstractEventStore.Builder {

        private final EventStorageEngine engine;
        private int cached = 10_000;
        private long pollMillis = 20;
        private @Nullable ThreadFactory threads = new AxonThreadFactory("log-tailer");

        private Builder(EventStorageEngine engine) {
            this.engine = engine;
            storageEngine(engine);
        }

        /** How many of the newest events are kept in memory, decoded; at least one. */
        public Builder cached(int events) {
            cached = events;
            return this;
        }

        /** The interval for finding commits of other processes. Own commits are found at once. */
        public Builder pollMillis(long milliseconds) {
            pollMillis = milliseconds;
            return this;
        }

        /** Creates the single thread that follows the head. */
        public Builder threads(ThreadFactory factory) {
            threads = factory;
            return this;
        }

        /** Starts no thread: each stream reads storage itself. For tools that read once and end. */
        public Builder withoutTailer() {
            threads = null;
            return this;
        }

        /** Builds the store. */
        public CommitLogEventStore build() {
            return new CommitLogEventStore(this);
        }
    }
}
