package colophon.launcher.views;

import colophon.launcher.roles.ProcessRoles;
import colophon.launcher.roles.ProcessRoles.ProcessRole;
import colophon.views.reading.ViewDatabase;
import colophon.views.reading.WarmUp;
import colophon.views.reading.projection.LiveViews;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.List;

/**
 * Reads the log into the views while the process serves. Of several processes, those with the role
 * {@code query} do; the others only read the views.
 */
@Component
class ViewUpdater implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ViewUpdater.class);
    private static final Duration LOOK = Duration.ofMillis(250);

    private final LiveViews views;
    private final EventStore events;
    private final ProcessRoles roles;
    private final ViewDatabase database;
    private final List<WarmUp> prepared;
    private volatile boolean running;

    ViewUpdater(
            LiveViews views,
            EventStore events,
            ProcessRoles roles,
            ViewDatabase database,
            List<WarmUp> prepared) {
        this.views = views;
        this.events = events;
        this.roles = roles;
        this.database = database;
        this.prepared = prepared;
    }

    @Override
    public void start() {
        running = true;
        var writes = roles.include(ProcessRole.QUERY);
        views.start(writes ? events : null);
        if (writes) Thread.ofVirtual().name("views-prepare").start(this::prepare);
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

    /** Prepares what queries need, once there are views to answer from. */
    private void prepare() {
        try {
            while (running && !caughtUp()) Thread.sleep(LOOK);
            if (running) prepared.forEach(one -> one.prepare(database.snapshot()));
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
