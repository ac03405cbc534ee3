package org.axonframework.eventsourcing.eventstore;

import colophon.storage.axon.CommitLogEventStore;

import org.axonframework.common.Registration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;

import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/**
 * Axon's suite creates its store with Axon's builder, in private code. This class is what the
 * builder returns instead: a store of Axon's type that passes every call on to ours.
 */
final class StoreInPlaceOfAxons extends EmbeddedEventStore {

    private final CommitLogEventStore ours;

    private StoreInPlaceOfAxons(Builder settings, CommitLogEventStore ours) {
        super(settings);
        this.ours = ours;
    }

    static EmbeddedEventStore.Builder settings() {
        return new Settings();
    }

    @Override
    public void publish(List<? extends EventMessage<?>> events) {
        ours.publish(events);
    }

    @Override
    public TrackingEventStream openStream(TrackingToken token) {
        return ours.openStream(token);
    }

    @Override
    public DomainEventStream readEvents(String stream) {
        return ours.readEvents(stream);
    }

    @Override
    public DomainEventStream readEvents(String stream, long first) {
        return ours.readEvents(stream, first);
    }

    @Override
    public Registration subscribe(Consumer<List<? extends EventMessage<?>>> processor) {
        return ours.subscribe(processor);
    }

    @Override
    public void shutDown() {
        ours.shutDown();
    }

    private static final class Settings extends EmbeddedEventStore.Builder {

        private EventStorageEngine engine;
        private int cached = 10_000;
        private long poll = 20;
        private ThreadFactory threads;
        private boolean tailing = true;
        private EventBusSpanFactory spans;

        @Override
        public EmbeddedEventStore.Builder storageEngine(EventStorageEngine given) {
            engine = given;
            return super.storageEngine(given);
        }

        @Override
        public EmbeddedEventStore.Builder cachedEvents(int given) {
            cached = given;
            return this;
        }

        @Override
        public EmbeddedEventStore.Builder fetchDelay(long given) {
            poll = given;
            return this;
        }

        @Override
        public EmbeddedEventStore.Builder threadFactory(ThreadFactory given) {
            threads = given;
            return this;
        }

        @Override
        public EmbeddedEventStore.Builder optimizeEventConsumption(boolean given) {
            tailing = given;
            return this;
        }

        @Override
        public EmbeddedEventStore.Builder spanFactory(EventBusSpanFactory given) {
            spans = given;
            return this;
        }

        @Override
        public EmbeddedEventStore build() {
            var ours =
                    CommitLogEventStore.over(engine)
                            .cached(cached)
                            .pollMillis(poll)
                            .threads(threads);
            ours.spanFactory(spans);
            if (!tailing) ours.withoutTailer();
            return new StoreInPlaceOfAxons(this, ours.build());
        }
    }
}
