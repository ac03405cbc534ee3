package colophon.benchmarks;

import colophon.storage.EmbeddedStorage;
import colophon.storage.operations.LogVerification;
import colophon.views.MemoryViewsConfiguration;
import colophon.views.reading.projection.CatchUp;

import java.nio.file.Path;
import java.time.Clock;

/** Reads a whole log into all views, as the server does at its start. */
final class Replay {

    private Replay() {}

    /** The number of events, and the time from the first request to the last event. */
    record Outcome(long events, double seconds) {}

    static Outcome of(Path directory) {
        try (var storage = EmbeddedStorage.open(directory)) {
            var views = new MemoryViewsConfiguration();
            var library = views.library(Clock.systemUTC());
            var deadLetters = views.deadLetters();
            var viewPosition = views.reading(storage::head);
            var projection =
                    views.viewsProjection(
                            views.folding(library, deadLetters, Clock.systemUTC()),
                            library,
                            viewPosition);
            var started = System.nanoTime();
            new CatchUp(storage.eventStore(), projection, viewPosition).run();
            var read = viewPosition.position() == storage.head();
            var seconds = (System.nanoTime() - started) / 1e9;
            if (!read || deadLetters.size() > 0)
                throw new IllegalStateException(
                        "Read up to %d of %d, %d dead letters"
                                .formatted(
                                        viewPosition.position(),
                                        storage.head(),
                                        deadLetters.size()));
            var events = LogVerification.of(storage.log(), (_, _) -> {}).events();
            return new Outcome(events, seconds);
        }
    }
}
