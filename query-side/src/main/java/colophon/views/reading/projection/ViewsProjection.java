package colophon.views.reading.projection;

import static java.util.Objects.requireNonNull;

import colophon.events.Recorded;
import colophon.views.reading.ViewDatabase;
import colophon.views.reading.ViewPosition;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Reads the log into views in memory, from its beginning at every start, because views and position
 * are lost with the process.
 */
public final class ViewsProjection implements LiveViews, ProjectionLoop.Target {

    private static final Logger LOG = LoggerFactory.getLogger(ViewsProjection.class);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Projector projector;
    private final ViewDatabase database;
    private final ViewPosition viewPosition;
    private long last;
    private long events;
    private long begunAt;
    private long saidAt;
    private boolean following = true;
    private @Nullable ProjectionLoop loop;
    private @Nullable Thread thread;

    /** Reads with the projector, and reports the position when a commit is complete. */
    public ViewsProjection(Projector projector, ViewDatabase database, ViewPosition viewPosition) {
        this.projector = projector;
        this.database = database;
        this.viewPosition = viewPosition;
    }

    @Override
    public synchronized void start(@Nullable StreamableMessageSource<TrackedEventMessage<?>> log) {
        LOG.info("Views: rebuilding from {} commits", viewPosition.head());
        begunAt = System.nanoTime();
        saidAt = begunAt;
        following = false;
        var started = new ProjectionLoop(requireNonNull(log), this);
        loop = started;
        thread = Thread.ofPlatform().name("views").daemon().start(started);
    }

    @Override
    public synchronized void stop() {
        var running = thread;
        if (loop != null) loop.stop();
        if (running == null) return;
        try {
            running.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean caughtUp() {
        return viewPosition.caughtUp();
    }

    @Override
    public synchronized boolean isBroken() {
        return loop != null && loop.isFailing();
    }

    @Override
    public long begin() {
        return last;
    }

    @Override
    public void read(List<Recorded<?>> facts) {
        facts.forEach(this::read);
        if (!following) sayHowFar();
    }

    private void read(Recorded<?> fact) {
        projector.read(fact);
        last = fact.index();
        events++;
        long position = database.snapshot().position();
        if (position > viewPosition.position()) viewPosition.moveTo(position);
    }

    private void sayHowFar() {
        long now = System.nanoTime();
        following = viewPosition.caughtUp();
        if (following)
            LOG.info(
                    "Views: read {} commits in {} ms",
                    viewPosition.position(),
                    TimeUnit.NANOSECONDS.toMillis(now - begunAt));
        if (following || now - saidAt < SECOND) return;
        saidAt = now;
        long head = Math.max(1, viewPosition.head());
        LOG.info(
                "Views: read {} events, {} of {} commits ({} %)",
                events, viewPosition.position(), head, viewPosition.position() * 100 / head);
    }

    @Override
    public String toString() {
        return "the log";
    }
}
