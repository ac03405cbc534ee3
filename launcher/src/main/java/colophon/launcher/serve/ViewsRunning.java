package colophon.launcher.serve;

import colophon.views.reading.Reading;
import colophon.views.reading.ViewsProjection;

import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Reads the log into the views, from its beginning at every start: the views are in memory, and so
 * is the token that says how far they have read.
 */
@Component
class ViewsRunning implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ViewsRunning.class);

    private final Reading reading;
    private final ScheduledExecutorService worker = executor("views");
    private final ScheduledExecutorService coordinator = executor("views-coordinator");
    private final PooledStreamingEventProcessor processor;

    ViewsRunning(ViewsProjection projection, EventStore events, Reading reading) {
        this.reading = reading;
        this.processor =
                PooledStreamingEventProcessor.builder()
                        .name(ViewsProjection.GROUP)
                        .eventHandlerInvoker(
                                SimpleEventHandlerInvoker.builder()
                                        .eventHandlers(projection)
                                        .listenerInvocationErrorHandler(
                                                PropagatingErrorHandler.instance())
                                        .build())
                        .messageSource(events)
                        .tokenStore(new InMemoryTokenStore())
                        .transactionManager(NoTransactionManager.instance())
                        .errorHandler(PropagatingErrorHandler.instance())
                        .coordinatorExecutor(_ -> coordinator)
                        .workerExecutor(_ -> worker)
                        .initialSegmentCount(1) // the views have one writer
                        .initialToken(source -> source.createTailToken())
                        .batchSize(512)
                        .build();
    }

    @Override
    public void start() {
        LOG.info("Views: rebuilding from {} commits", reading.head());
        processor.start();
    }

    @Override
    public void stop() {
        processor.shutDown();
        worker.shutdown();
        coordinator.shutdown();
    }

    @Override
    public boolean isRunning() {
        return processor.isRunning();
    }

    boolean isBroken() {
        return processor.isError();
    }

    private static ScheduledExecutorService executor(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                task -> Thread.ofPlatform().name(name).daemon().unstarted(task));
    }
}
