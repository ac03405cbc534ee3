package colophon.views.reading.projection;

import colophon.events.Recorded;
import colophon.views.reading.ViewPosition;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Reads the events that are in the log at the start into the views: one thread reads and decodes,
 * another folds. An event processor would take three times as long for these, because its work for
 * each event pays off only when events come one by one.
 */
public final class CatchUp {

    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);
    private static final int CHUNK = 512;

    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    private final ViewsProjection projection;
    private final ViewPosition viewPosition;
    private final BlockingQueue<List<TrackedEventMessage<?>>> decoded = new ArrayBlockingQueue<>(8);
    private volatile boolean stopped;

    /** Reads from this log into these views; {@code reading} knows where the log ends. */
    public CatchUp(
            StreamableMessageSource<TrackedEventMessage<?>> log,
            ViewsProjection projection,
            ViewPosition viewPosition) {
        this.log = log;
        this.projection = projection;
        this.viewPosition = viewPosition;
    }

    /**
     * Reads up to the commit that was the last one when this began.
     *
     * @return the token of the last event that was read, null if there is none. An event processor
     *     that goes on from there meets the event that could not be read here, if any, and has to
     *     deal with it.
     */
    public @Nullable TrackingToken run() {
        long goal = viewPosition.head();
        if (goal == 0) return null;
        Thread.ofPlatform().name("views-reader").daemon().start(() -> decode(goal));
        TrackingToken last = null;
        try {
            for (var chunk = decoded.take(); !chunk.isEmpty(); chunk = decoded.take())
                for (var message : chunk) {
                    projection.on(message, message.trackingToken());
                    last = message.trackingToken();
                }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("Views: the event after {} could not be read", last, e);
        } finally {
            stop();
        }
        return last;
    }

    /** Ends it early; {@link #run} returns soon. */
    public void stop() {
        stopped = true;
        decoded.clear(); // lets a reader that waits for room notice it
    }

    private void decode(long goal) {
        try (var events = log.openStream(null)) {
            List<TrackedEventMessage<?>> chunk = new ArrayList<>(CHUNK);
            while (!stopped && events.hasNextAvailable()) {
                var message = events.nextAvailable();
                message.getPayload(); // decodes here instead of in the folding thread
                message.getMetaData();
                chunk.add(message);
                var atGoal = ViewsProjection.index(message.trackingToken()) >= Recorded.endOf(goal);
                if (chunk.size() == CHUNK || atGoal) {
                    decoded.put(chunk);
                    chunk = new ArrayList<>(CHUNK);
                }
                if (atGoal) break;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("Views: an event could not be decoded", e);
        } finally {
            end();
        }
    }

    private void end() {
        try {
            decoded.put(List.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
