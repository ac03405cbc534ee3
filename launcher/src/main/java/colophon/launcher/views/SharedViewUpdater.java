package colophon.launcher.views;

import colophon.launcher.roles.ProcessRoles;
import colophon.launcher.roles.ProcessRoles.ProcessRole;
import colophon.launcher.roles.ServerModeCondition;
import colophon.storage.views.MongoViews;
import colophon.views.reading.WarmUp;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.List;

/**
 * Views that several processes share. Processes with the role {@code query} write the segments that
 * are free; the others only read.
 */
@Component
@Conditional(ServerModeCondition.class)
class SharedViewUpdater implements SmartLifecycle, ViewUpdater {

    private static final Logger LOG = LoggerFactory.getLogger(SharedViewUpdater.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final MongoViews views;
    private final EventStore events;
    private final ProcessRoles roles;
    private final List<WarmUp> prepared;
    private volatile boolean running;

    SharedViewUpdater(
            MongoViews views, EventStore events, ProcessRoles roles, List<WarmUp> prepared) {
        this.views = views;
        this.events = events;
        this.roles = roles;
        this.prepared = prepared;
    }

    @Override
    public void start() {
        running = true;
        if (!roles.include(ProcessRole.QUERY)) {
            views.start();
            return;
        }
        views.start(events);
        Thread.ofVirtual().name("views-prepare").start(this::prepare);
    }

    @Override
    public void stop() {
        running = false;
        views.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public boolean isBroken() {
        return views.isBroken();
    }

    /** Prepares what queries need, once there are views to answer from. */
    private void prepare() {
        try {
            while (running && !caughtUp()) Thread.sleep(LOOK);
            if (running) prepared.forEach(one -> one.prepare(views.library().snapshot()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("The first query will take longer: {}", e.getMessage());
        }
    }

    /** A server that does not answer now may answer in a second. */
    private boolean caughtUp() {
        try {
            return views.caughtUp();
        } catch (RuntimeException e) {
            return false;
        }
    }
}
