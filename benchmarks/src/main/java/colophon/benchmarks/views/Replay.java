package colophon.benchmarks.views;

import colophon.storage.EmbeddedStorage;
import colophon.storage.operations.LogVerification;
import colophon.views.MemoryViewsConfiguration;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** Reads a whole log into all views, as the server does at its start. */
public final class Replay {

    private Replay() {}

    /** The number of events, and the time from the first request to the last event. */
    public record Outcome(long events, double seconds) {}

    public static Outcome of(Path directory) {
        try (var storage = EmbeddedStorage.open(directory)) {
            var views = new MemoryViewsConfiguration();
            var library = views.library(Clock.systemUTC());
            var deadLetters = views.deadLetters();
            var viewPosition = views.reading(storage::head);
            var projection =
                    views.viewsProjection(library, deadLetters, viewPosition, Clock.systemUTC());
            var started = System.nanoTime();
            projection.start(storage.eventStore());
            var read = viewPosition.awaitPosition(storage.head(), Duration.ofHours(1));
            var seconds = (System.nanoTime() - started) / 1e9;
            projection.stop();
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
