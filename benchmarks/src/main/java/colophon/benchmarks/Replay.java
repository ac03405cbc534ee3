package colophon.benchmarks;

import colophon.storage.EmbeddedStorage;
import colophon.views.ViewsConfiguration;
import colophon.views.reading.ViewsProjection;

import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Reads a whole log into all views, as the server does when it starts. */
final class Replay {

    private Replay() {}

    /** What was read, and how long it took from the first event asked for to the last one read. */
    record Outcome(long commits, double seconds) {}

    static Outcome of(Path directory) {
        try (var storage = EmbeddedStorage.open(directory)) {
            var views = new ViewsConfiguration();
            var library = views.library();
            var parked = views.parked();
            var reading = views.reading(storage::head);
            var projection =
                    views.viewsProjection(
                            views.folding(library, parked, Clock.systemUTC()), library, reading);
            var started = System.nanoTime();
            var processor = processor(projection, storage.eventStore());
            processor.start();
            var read = reading.awaitPosition(storage.head(), Duration.ofMinutes(2));
            var seconds = (System.nanoTime() - started) / 1e9;
            processor.shutDown();
            if (!read || parked.size() > 0)
                throw new IllegalStateException(
                        "Read up to %d of %d, %d events parked"
                                .formatted(reading.position(), storage.head(), parked.size()));
            return new Outcome(storage.head(), seconds);
        }
    }

    private static PooledStreamingEventProcessor processor(
            ViewsProjection projection, EventStore events) {
        var coordinator = executor("views-coordinator");
        var worker = executor("views");
        return PooledStreamingEventProcessor.builder()
                .name(ViewsProjection.GROUP)
                .eventHandlerInvoker(
                        SimpleEventHandlerInvoker.builder()
                                .eventHandlers(projection)
                                .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                                .build())
                .messageSource(events)
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.instance())
                .errorHandler(PropagatingErrorHandler.instance())
                .coordinatorExecutor(_ -> coordinator)
                .workerExecutor(_ -> worker)
                .initialSegmentCount(1)
                .initialToken(source -> source.createTailToken())
                .batchSize(512)
                .build();
    }

    private static ScheduledExecutorService executor(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                task -> Thread.ofPlatform().name(name).daemon().unstarted(task));
    }
}
