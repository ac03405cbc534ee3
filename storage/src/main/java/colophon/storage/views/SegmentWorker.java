package colophon.storage.views;

import colophon.events.Recorded;
import colophon.storage.durability.OutageDetection;
import colophon.storage.views.MongoViewDatabase.OvertakenException;
import colophon.storage.views.ViewGenerations.Generation;
import colophon.views.reading.projection.ProjectionLoop;
import colophon.views.reading.projection.Projector;
import colophon.views.reading.projection.Segment;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;

/**
 * Reads the whole log into the records of one segment, as long as it holds the claim. It writes the
 * records first and its position after that. After a crash or a lost claim, the next worker may
 * read some events again, which changes nothing.
 */
final class SegmentWorker implements ProjectionLoop.Target {

    private static final Logger LOG = LoggerFactory.getLogger(SegmentWorker.class);
    private static final int PATIENCE = 100;

    private final MongoViews.Settings settings;
    private final MongoSegmentTokens tokens;
    private final Generation generation;
    private final int segment;
    private final MongoViewDatabase library;
    private final Runnable moved;
    private final Segment share;
    private @Nullable Projector projector;

    /**
     * A worker for a segment.
     *
     * @param library the records; it must be the only user of this one
     * @param moved runs after every step
     */
    SegmentWorker(
            MongoViews.Settings settings,
            MongoSegmentTokens tokens,
            Generation generation,
            int segment,
            MongoViewDatabase library,
            Runnable moved) {
        this.settings = settings;
        this.tokens = tokens;
        this.generation = generation;
        this.segment = segment;
        this.library = library;
        this.moved = moved;
        this.share = (view, key) -> segment(view, key, generation.segments()) == segment;
    }

    /** The segment of a record. */
    static int segment(String view, String key, int segments) {
        return Math.floorMod((view + "/" + key).hashCode(), segments);
    }

    /** Takes the claim. Throws UnableToClaimTokenException while another process has it. */
    @Override
    public long begin() {
        long from = tokens.claim(generation.processor(), segment);
        library.forget();
        // dead letters of an earlier owner are read anew with each claim
        projector =
                new Projector(
                        settings.views(),
                        library,
                        settings.deadLetters(generation),
                        settings.clock(),
                        share);
        LOG.info("Views: {} is read here, from {}", this, from);
        return from;
    }

    /** Writes records before the position: the other order would lose events after a crash. */
    @Override
    public void read(List<Recorded<?>> facts) {
        write(facts);
        keep(facts.getLast().index());
    }

    /** Reads events into its records and writes the records. */
    void write(List<Recorded<?>> facts) {
        for (int tries = 1; ; tries++) {
            fold(facts);
            try {
                publish(facts.getLast().position());
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
    void publish(long position) {
        library.publish(position);
    }

    /** Stores the position. Throws UnableToClaimTokenException if the claim was taken. */
    void keep(long place) {
        tokens.store(place, generation.processor(), segment, library.changed());
        moved.run();
    }

    @Override
    public void idle() {
        tokens.extendClaim(generation.processor(), segment);
    }

    @Override
    public void end() {
        try {
            tokens.releaseClaim(generation.processor(), segment);
        } catch (RuntimeException e) {
            LOG.debug("Views: {} was not released; its claim will expire", this, e);
        }
    }

    @Override
    public boolean isOutage(RuntimeException e) {
        return OutageDetection.isBehind(e);
    }

    @Override
    public String toString() {
        return "segment %d of generation %d".formatted(segment, generation.number());
    }
}
