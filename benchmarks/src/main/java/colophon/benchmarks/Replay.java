package colophon.benchmarks;

import colophon.storage.EmbeddedStorage;
import colophon.storage.operations.Verification;
import colophon.views.MemoryViewsConfiguration;
import colophon.views.reading.CatchUp;

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
            var parked = views.parked();
            var reading = views.reading(storage::head);
            var projection =
                    views.viewsProjection(
                            views.folding(library, parked, Clock.systemUTC()), library, reading);
            var started = System.nanoTime();
            new CatchUp(storage.eventStore(), projection, reading).run();
            var read = reading.position() == storage.head();
            var seconds = (System.nanoTime() - started) / 1e9;
            if (!read || parked.size() > 0)
                throw new IllegalStateException(
                        "Read up to %d of %d, %d dead letters"
                                .formatted(reading.position(), storage.head(), parked.size()));
            var events = Verification.of(storage.log(), (_, _) -> {}).events();
            return new Outcome(events, seconds);
        }
    }
}
