package colophon.storage.views;

import colophon.events.Recorded;
import colophon.storage.durability.OutageDetection;
import colophon.storage.views.MongoViewDatabase.OvertakenException;
import colophon.storage.views.ViewGenerations.Generation;
import colophon.views.reading.View;
import colophon.views.reading.projection.Projector;
import colophon.views.reading.projection.Segment;
import colophon.views.reading.projection.ViewsProjection;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Reads the whole log into the records of one segment, as long as it holds the claim. It writes the
 * records first and its position after that. After a crash or a lost claim, the next worker may
 * read some events again, which changes nothing.
 */
final class SegmentWorker implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(SegmentWorker.class);
    private static final int AT_ONCE = 2_000;
    private static final int PATIENCE = 100;

    private final Collection<View<?>> views;
    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    private final MongoSegmentTokens tokens;
    private final Generation generation;
    private final int segment;
    private final MongoViewDatabase library;
    private final Supplier<MongoDeadLetters> deadLetters;
    private final Clock clock;
    private final Runnable moved;
    private final Segment share;
    private volatile @Nullable Projector projector;
    private volatile boolean stopped;
    private volatile boolean failing;
    private volatile @Nullable Thread thread;

    /**
     * A worker for a segment. It must be the only user of {@code library}.
     *
     * @param deadLetters the dead letters; refreshed with each claim
     * @param moved runs after every step
     */
    SegmentWorker(
            Collection<View<?>> views,
            StreamableMessageSource<TrackedEventMessage<?>> log,
            MongoSegmentTokens tokens,
            Generation generation,
            int segment,
            MongoViewDatabase library,
            Supplier<MongoDeadLetters> deadLetters,
            Clock clock,
            Runnable moved) {
        this.views = views;
        this.log = log;
        this.tokens = tokens;
        this.generation = generation;
        this.segment = segment;
        this.library = library;
        this.deadLetters = deadLetters;
        this.clock = clock;
        this.moved = moved;
        this.share = (view, key) -> segment(view, key, generation.segments()) == segment;
    }

    /** The segment of a record. */
    static int segment(String view, String key, int segments) {
        return Math.floorMod((view + "/" + key).hashCode(), segments);
    }

    /** True while it cannot go on for a reason other than a claim of another process. */
    boolean isFailing() {
        return failing;
    }

    /** Stops it. {@link #run} returns soon, and releases the claim. */
    void stop() {
        stopped = true;
        var running = thread;
        if (running != null) running.interrupt();
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        while (!stopped) {
            try {
                follow();
            } catch (UnableToClaimTokenException e) {
                failing = false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            } catch (RuntimeException e) {
                if (stopped) break;
                if (!OutageDetection.isBehind(e))
                    LOG.error("Views: {} cannot go on; tried again in a second", this, e);
                else if (!failing)
                    LOG.error(
                            "Views: {} cannot go on; tried every second: {}", this, e.getMessage());
                failing = true;
            }
            if (!pause()) break;
        }
        release();
    }

    /** Takes the claim. Throws UnableToClaimTokenException while another process has it. */
    @Nullable TrackingToken claim() {
        var token = tokens.fetchToken(generation.processor(), segment);
        library.forget();
        projector = new Projector(views, library, deadLetters.get(), clock, share);
        return token;
    }

    /** Writes records before the position: the other order would lose events after a crash. */
    void step(List<? extends TrackedEventMessage<?>> events) {
        read(events);
        keep(events.getLast().trackingToken());
    }

    /** Reads events into its records and writes the records. */
    void read(List<? extends TrackedEventMessage<?>> events) {
        var facts = new ArrayList<Recorded<?>>(events.size());
        for (var event : events) facts.add(ViewsProjection.fact(event, event.trackingToken()));
        for (int tries = 1; ; tries++) {
            fold(facts);
            try {
                write(facts.getLast().position());
                return;
            } catch (OvertakenException e) {
                // another process has the claim, or had it, so its records are read again
                if (tries == PATIENCE) throw e;
            }
        }
    }

    /** Reads events into its records, without writing the records. */
    void fold(List<Recorded<?>> facts) {
        var now = projector;
        if (now == null) throw new IllegalStateException("Not claimed");
        library.expect(facts, share);
        now.readAll(facts);
    }

    /** Writes the records. Throws OvertakenException if another process wrote some of them. */
    void write(long position) {
        library.publish(position);
    }

    /** Stores the position. Throws UnableToClaimTokenException if the claim was taken. */
    void keep(@Nullable TrackingToken token) {
        tokens.store(token, generation.processor(), segment, library.changed());
        moved.run();
    }

    private void follow() throws InterruptedException {
        var token = claim();
        LOG.info("Views: {} is read here, from {}", this, token);
        try (var events = log.openStream(token)) {
            while (!stopped) {
                var batch = take(events);
                if (batch.isEmpty()) tokens.extendClaim(generation.processor(), segment);
                else step(batch);
                failing = false;
            }
        }
    }

    private static List<TrackedEventMessage<?>> take(BlockingStream<TrackedEventMessage<?>> events)
            throws InterruptedException {
        var batch = new ArrayList<TrackedEventMessage<?>>();
        if (!events.hasNextAvailable(1, TimeUnit.SECONDS)) return batch;
        do batch.add(events.nextAvailable());
        while (batch.size() < AT_ONCE && events.hasNextAvailable());
        return batch;
    }

    private boolean pause() {
        if (stopped) return false;
        try {
            Thread.sleep(500);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void release() {
        // the driver refuses to work in an interrupted thread
        var interrupted = Thread.interrupted();
        try {
            tokens.releaseClaim(generation.processor(), segment);
        } catch (RuntimeException e) {
            LOG.debug("Views: {} was not released; its claim will expire", this, e);
        }
        if (interrupted) Thread.currentThread().interrupt();
    }

    @Override
    public String toString() {
        return "segment %d of generation %d".formatted(segment, generation.number());
    }
}
