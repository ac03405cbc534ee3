package colophon.storage.views;

import colophon.storage.durability.OutageDetection;
import colophon.storage.views.ViewGenerations.Generation;
import colophon.storage.views.ViewGenerations.GenerationState;
import colophon.views.reading.DeadLetters;
import colophon.views.reading.View;
import colophon.views.reading.ViewDatabase;
import colophon.views.reading.ViewPosition;
import colophon.views.reading.ViewSnapshot;
import colophon.views.reading.projection.LiveViews;

import com.mongodb.client.MongoDatabase;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The views of one of several processes. All read them from MongoDB; those that fold write them.
 * One thread polls the position of the writers, more often while a query waits for it.
 */
public final class MongoViews implements LiveViews {

    private static final Logger LOG = LoggerFactory.getLogger(MongoViews.class);

    private static final long AWAITED_MILLIS = 2;
    private static final long IDLE_MILLIS = 100;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Settings settings;
    private final LongSupplier head;
    private final ViewGenerations generations;
    private final MongoSegmentTokens tokens;
    private final ViewPosition viewPosition;
    private final Semaphore wakes = new Semaphore(0);
    private volatile @Nullable SegmentWorkers workers;
    private volatile @Nullable PublishedGeneration shown;
    private volatile List<Generation> ours = List.of();
    private volatile boolean running;
    private volatile boolean blind;
    private volatile long lookedAt;

    /** The end of the log a moment ago. A growing log must not prevent the end of a rebuild. */
    private volatile long goal;

    private @Nullable Thread thread;

    /**
     * The settings of the views in a process.
     *
     * @param database reads what a majority has, and its writes are durable with a majority
     * @param log id of the log they are made from
     * @param small the views of which every process keeps a copy
     * @param owner claims segments under this name; every process needs another one
     * @param segments the number of segments for the records of the next generation that is begun
     *     here; if empty, the number stays as it is
     * @param claimTimeout another process may take a segment after its owner was silent for so long
     * @param clock decides what "today" is for queries
     */
    public record Settings(
            MongoDatabase database,
            String log,
            Collection<View<?>> views,
            Collection<View<?>> small,
            String owner,
            OptionalInt segments,
            Duration claimTimeout,
            Clock clock) {

        /** The records of a generation, for one writer or for readers. */
        MongoViewDatabase library(Generation of) {
            return new MongoViewDatabase(
                    views,
                    small,
                    database,
                    of.number(),
                    zone -> LocalDate.ofInstant(clock.instant(), zone));
        }

        /** The dead letters of a generation, read now. */
        MongoDeadLetters deadLetters(Generation of) {
            return new MongoDeadLetters(database, of.number());
        }
    }

    private record PublishedGeneration(
            Generation generation, MongoViewDatabase library, MongoDeadLetters deadLetters) {}

    /**
     * Views that are not started yet.
     *
     * @param head returns the number of the last commit of the log
     */
    public MongoViews(Settings settings, LongSupplier head) {
        this.settings = settings;
        this.head = head;
        this.generations =
                new ViewGenerations(
                        settings.database,
                        settings.log,
                        ViewDefinition.of(settings.views),
                        settings.segments);
        this.tokens =
                new MongoSegmentTokens(
                        settings.database, settings.log, settings.owner, settings.claimTimeout);
        this.viewPosition = new ViewPosition(head, this::wake);
    }

    /** The library for queries. Throws IllegalStateException before {@link #start}. */
    public ViewDatabase library() {
        return this::snapshot;
    }

    /** The position of the views. Queries wait here for a commit. */
    public ViewPosition reading() {
        return viewPosition;
    }

    /** The dead letters of the generation that is read. */
    public DeadLetters deadLetters() {
        return new DeadLetters() {
            @Override
            public int size() {
                return shown().deadLetters.size();
            }

            @Override
            public List<DeadLetter> list(String afterPlace, int limit) {
                return shown().deadLetters.list(afterPlace, limit);
            }

            @Override
            public boolean contains(String view, String key) {
                return shown().deadLetters.contains(view, key);
            }

            @Override
            public void add(DeadLetter event) {
                throw new UnsupportedOperationException("Only a folding process adds any");
            }
        };
    }

    /**
     * Starts reading, and folds free segments if there is a log.
     *
     * @throws colophon.storage.log.LogRefusedException if the views belong to another log
     */
    @Override
    public synchronized void start(@Nullable StreamableMessageSource<TrackedEventMessage<?>> log) {
        if (running) return;
        generations.check();
        running = true;
        if (log != null)
            workers = new SegmentWorkers(settings, generations, tokens, log, this::wake);
        lookAtGenerations();
        look();
        thread = Thread.ofPlatform().name("views-position").daemon().start(this::keepLooking);
    }

    /** When this returns, the segments are free for other processes. */
    @Override
    public void stop() {
        var looking = thread;
        var folding = workers;
        synchronized (this) {
            running = false;
            if (folding != null) folding.stop();
        }
        wake();
        SegmentWorkers.join(looking);
        if (folding != null) folding.join();
    }

    @Override
    public boolean caughtUp() {
        return shown != null && viewPosition.caughtUp();
    }

    /** True while a segment of this process cannot go on, or the server does not answer. */
    @Override
    public boolean isBroken() {
        var folding = workers;
        return blind || folding != null && folding.areFailing();
    }

    /**
     * Builds all views anew beside the live ones, and replaces these when the new ones have caught
     * up. Any process may call it, even one that only reads; the folding processes do it.
     *
     * @return the number of the new generation
     */
    public int rebuild() {
        var begun = generations.begin();
        wake();
        return begun.number();
    }

    /** The number of the generation that is read. */
    public int generation() {
        return shown().generation.number();
    }

    /** The last commit that a generation has read completely; 0 if it was not begun. */
    public long filled(int generation) {
        return generations.ours().stream()
                .filter(one -> one.number() == generation)
                .mapToLong(one -> tokens.progress(one.processor()).position())
                .findFirst()
                .orElse(0);
    }

    private ViewSnapshot snapshot() {
        if (System.nanoTime() - lookedAt > 5 * SECOND) look();
        else if (System.nanoTime() - lookedAt > TimeUnit.MILLISECONDS.toNanos(10)) wake();
        return shown().library.snapshot();
    }

    private PublishedGeneration shown() {
        var now = shown;
        if (now == null) throw new IllegalStateException("The views are not started");
        return now;
    }

    private void wake() {
        if (wakes.availablePermits() == 0) wakes.release();
    }

    private void keepLooking() {
        long slowly = System.nanoTime();
        while (running) {
            try {
                if (System.nanoTime() - slowly > SECOND) {
                    slowly = System.nanoTime();
                    lookAtGenerations();
                }
                look();
                if (blind) LOG.info("Views: the server answers again");
                blind = false;
            } catch (RuntimeException e) {
                if (!blind && running && OutageDetection.isBehind(e))
                    LOG.error("Views: their position is unknown: {}", e.getMessage());
                else if (!blind && running) LOG.error("Views: their position is unknown", e);
                blind = true;
            }
            rest();
        }
    }

    private void rest() {
        try {
            if (viewPosition.isAwaited() && !blind) Thread.sleep(AWAITED_MILLIS);
            else if (wakes.tryAcquire(IDLE_MILLIS, TimeUnit.MILLISECONDS)) wakes.drainPermits();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    /** Polls the position of the writers. */
    private synchronized void look() {
        var begun = System.nanoTime();
        for (var one : ours) {
            if (one.state() == GenerationState.LEFT) continue;
            if (isShown(one)) advance(one);
            else consider(one);
        }
        lookedAt = begun;
    }

    private boolean isShown(Generation one) {
        var now = shown;
        return now != null && now.generation.number() == one.number();
    }

    private void advance(Generation one) {
        var progress = tokens.progress(one.processor());
        var now = shown();
        if (progress.position() > now.library.position() || now.library.position() == 0) {
            now.library.moveTo(progress.position(), progress.changed());
            if (progress.position() > viewPosition.position())
                viewPosition.moveTo(progress.position());
        }
        if (one.state() == GenerationState.FILLING) finishIfFull(one, progress.position());
    }

    /** Decides whether this generation becomes the one to read. */
    private void consider(Generation one) {
        var now = shown;
        if (now != null && one.number() < now.generation.number()) return;
        var progress = tokens.progress(one.processor());
        if (one.state() == GenerationState.FILLING && now != null) {
            finishIfFull(one, progress.position());
            return;
        }
        // the position must never go back
        if (now != null && progress.position() < viewPosition.position()) return;
        var library = settings.library(one);
        library.moveTo(progress.position(), progress.changed());
        shown = new PublishedGeneration(one, library, settings.deadLetters(one));
        LOG.info("Views: generation {} is live now", one.number());
        if (progress.position() > viewPosition.position()) viewPosition.moveTo(progress.position());
    }

    private void finishIfFull(Generation one, long position) {
        if (position < goal) return;
        generations.finish(one);
        ours = generations.ours();
        LOG.info("Views: generation {} has caught up, at {}", one.number(), position);
    }

    private synchronized void lookAtGenerations() {
        if (!running) return;
        ours = generations.ours();
        goal = head.getAsLong();
        var now = shown;
        if (now != null) now.deadLetters.refresh();
        var folding = workers;
        if (folding != null) folding.lookAt(ours);
    }
}
