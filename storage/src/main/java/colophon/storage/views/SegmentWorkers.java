package colophon.storage.views;

import colophon.storage.views.ViewGenerations.Generation;
import colophon.storage.views.ViewGenerations.GenerationState;
import colophon.views.reading.projection.ProjectionLoop;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The workers of this process: one for every segment of every generation, whether its claim is free
 * or not. They also remove the generations that were replaced.
 */
final class SegmentWorkers {

    private static final Logger LOG = LoggerFactory.getLogger(SegmentWorkers.class);

    /** A replaced generation is kept for so long, because other processes may still read it. */
    private static final Duration LEFT_FOR = Duration.ofSeconds(60);

    private final MongoViews.Settings settings;
    private final ViewGenerations generations;
    private final MongoSegmentTokens tokens;
    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    private final Runnable moved;
    private final Map<Integer, List<ProjectionLoop>> loops = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();

    /** No workers at first; {@code moved} runs after every step of each. */
    SegmentWorkers(
            MongoViews.Settings settings,
            ViewGenerations generations,
            MongoSegmentTokens tokens,
            StreamableMessageSource<TrackedEventMessage<?>> log,
            Runnable moved) {
        this.settings = settings;
        this.generations = generations;
        this.tokens = tokens;
        this.log = log;
        this.moved = moved;
    }

    /** Begins to work on new generations, and drops replaced ones. */
    synchronized void lookAt(List<Generation> ours) {
        for (var one : ours) if (!loops.containsKey(one.number())) work(one);
        cleanUp();
    }

    /** True while one of them cannot go on for a reason other than a claim of another process. */
    boolean areFailing() {
        return loops.values().stream().flatMap(List::stream).anyMatch(ProjectionLoop::isFailing);
    }

    /** Stops all; they release their claims soon. */
    void stop() {
        loops.values().forEach(some -> some.forEach(ProjectionLoop::stop));
    }

    /** Waits until all have released their claims. */
    synchronized void join() {
        threads.forEach(SegmentWorkers::join);
    }

    static void join(@Nullable Thread one) {
        if (one == null) return;
        try {
            one.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(Generation one) {
        settings.library(one).declareIndexes();
        var some = new ArrayList<ProjectionLoop>();
        for (int segment = 0; segment < one.segments(); segment++) {
            tokens.begin(one.processor(), segment);
            var worker =
                    new SegmentWorker(settings, tokens, one, segment, settings.library(one), moved);
            some.add(new ProjectionLoop(log, worker));
        }
        loops.put(one.number(), some);
        for (var loop : some)
            threads.add(
                    Thread.ofPlatform()
                            .name("views-" + one.number() + "-" + some.indexOf(loop))
                            .daemon()
                            .start(loop));
    }

    private void cleanUp() {
        for (var left : generations.left(LEFT_FOR)) {
            var some = loops.remove(left.number());
            if (some != null) some.forEach(ProjectionLoop::stop);
            settings.library(left).drop();
            settings.deadLetters(left).clear();
            tokens.forget(left.processor());
            generations.forget(left);
            LOG.info("Views: generation {} is dropped", left.number());
        }
        for (var other : generations.others())
            if (other.state() != GenerationState.LEFT
                    && generations.isOld(other, LEFT_FOR)
                    && !tokens.isClaimed(other.processor())) generations.leave(other);
    }
}
