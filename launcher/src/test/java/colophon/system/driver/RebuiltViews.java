package colophon.system.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import colophon.storage.ServerStorage;
import colophon.views.ViewsConfiguration;
import colophon.views.reading.View;
import colophon.views.reading.ViewSnapshot;
import colophon.views.reading.memory.MemoryDeadLetters;
import colophon.views.reading.memory.MemoryViewDatabase;
import colophon.views.reading.projection.ProjectionLoop;
import colophon.views.reading.projection.Projector;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.OptionalInt;

/** Compares the views of a database with views that are built in memory from the same log. */
public final class RebuiltViews {

    private RebuiltViews() {}

    /**
     * Waits until the views have read the log, and fails unless every record of every view is the
     * same.
     *
     * @return how many records there are
     */
    public static int assertEqual(String uri) {
        var clock = Clock.systemUTC();
        try (var storage = ServerStorage.open(uri)) {
            var views = storage.views(OptionalInt.empty(), Duration.ofSeconds(10), clock);
            views.start(null);
            try {
                var folded = folded(storage, clock);
                await().atMost(Duration.ofMinutes(5))
                        .until(() -> views.library().snapshot().position() >= folded.position());
                assertThat(views.deadLetters().size()).as("dead letters").isZero();
                int records = 0;
                for (var view : ViewsConfiguration.VIEWS)
                    records += assertEqual(view, views.library().snapshot(), folded);
                return records;
            } finally {
                views.stop();
            }
        }
    }

    private static ViewSnapshot folded(ServerStorage storage, Clock clock) {
        var library =
                new MemoryViewDatabase(
                        ViewsConfiguration.VIEWS,
                        (ZoneId zone) -> LocalDate.now(clock.withZone(zone)));
        var projector =
                new Projector(ViewsConfiguration.VIEWS, library, new MemoryDeadLetters(), clock);
        try (var events = storage.engine().readEvents(null, false)) {
            events.forEach(event -> projector.read(ProjectionLoop.fact(event)));
        }
        return library.snapshot();
    }

    private static <V> int assertEqual(View<V> view, ViewSnapshot kept, ViewSnapshot folded) {
        var after = "";
        int records = 0;
        while (true) {
            var some = folded.of(view).find(View.BY_KEY, "", after, 500);
            var same = kept.of(view).find(View.BY_KEY, "", after, 500);
            assertThat(same).as("records of %s after %s", view.name(), after).isEqualTo(some);
            records += some.size();
            if (some.size() < 500) return records;
            after = some.getLast().at();
        }
    }
}
