package colophon.launcher.views;

import colophon.views.MemoryViewsConfiguration.WithoutServer;
import colophon.views.reading.ViewDatabase;
import colophon.views.reading.ViewPosition;
import colophon.views.reading.WarmUp;
import colophon.views.reading.projection.CatchUp;
import colophon.views.reading.projection.ViewsProjection;

import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Reads the log into the views, from its beginning at every start: both the views and the token
 * with their position are in memory. It first catches up with the existing log, and then a
 * processor follows new commits.
 */
@Component
@Conditional(WithoutServer.class)
class MemoryViewUpdater implements SmartLifecycle, ViewUpdater {

    private static final Logger LOG = LoggerFactory.getLogger(MemoryViewUpdater.class);

    private final ViewsProjection projection;
    private final EventStore events;
    private final ViewPosition viewPosition;
    private final CatchUp catchUp;
    private final ViewDatabase database;
    private final List<WarmUp> prepared;
    private final ScheduledExecutorService worker = executor("views");
    private final ScheduledExecutorService coordinator = executor("views-coordinator");
    private @Nullable PooledStreamingEventProcessor processor;
    private boolean running;

    MemoryViewUpdater(
            ViewsProjection projection,
            EventStore events,
            ViewPosition viewPosition,
            ViewDatabase database,
            List<WarmUp> prepared) {
        this.projection = projection;
        this.events = events;
        this.viewPosition = viewPosition;
        this.database = database;
        this.prepared = prepared;
        this.catchUp = new CatchUp(events, projection, viewPosition);
    }

    @Override
    public synchronized void start() {
        running = true;
        LOG.info("Views: rebuilding from {} commits", viewPosition.head());
        Thread.ofPlatform().name("views-catch-up").daemon().start(this::catchUp);
    }

    @Override
    public synchronized void stop() {
        running = false;
        catchUp.stop();
        if (processor != null) processor.shutDown();
        worker.shutdown();
        coordinator.shutdown();
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    @Override
    public synchronized boolean isBroken() {
        return processor != null && processor.isError();
    }

    private void catchUp() {
        var begun = System.nanoTime();
        var last = catchUp.run();
        LOG.info(
                "Views: read {} commits in {} ms",
                viewPosition.position(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
        follow(last);
        prepared.forEach(one -> one.prepare(database.snapshot()));
    }

    private synchronized void follow(@Nullable TrackingToken from) {
        if (!running) return;
        processor = processor(from);
        processor.start();
    }

    private PooledStreamingEventProcessor processor(@Nullable TrackingToken from) {
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
                .initialSegmentCount(1) // the views have one writer
                .initialToken(source -> from == null ? source.createTailToken() : from)
                .batchSize(512)
                .build();
    }

    private static ScheduledExecutorService executor(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                task -> Thread.ofPlatform().name(name).daemon().unstarted(task));
    }
}
