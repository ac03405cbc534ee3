package colophon.system.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import colophon.storage.ServerStorage;
import colophon.views.ViewsConfiguration;
import colophon.views.reading.Edition;
import colophon.views.reading.Folding;
import colophon.views.reading.View;
import colophon.views.reading.ViewsProjection;
import colophon.views.reading.memory.MemoryLibrary;
import colophon.views.reading.memory.MemoryParked;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.OptionalInt;

/** Compares the views of a database with views that are built in memory from the same log. */
public final class Rebuilt {

    private Rebuilt() {}

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
            views.start();
            try {
                var folded = folded(storage, clock);
                await().atMost(Duration.ofMinutes(5))
                        .until(() -> views.library().edition().position() >= folded.position());
                assertThat(views.parked().size()).as("dead letters").isZero();
                int records = 0;
                for (var view : ViewsConfiguration.VIEWS)
                    records += assertEqual(view, views.library().edition(), folded);
                return records;
            } finally {
                views.stop();
            }
        }
    }

    private static Edition folded(ServerStorage storage, Clock clock) {
        var library =
                new MemoryLibrary(
                        ViewsConfiguration.VIEWS,
                        (ZoneId zone) -> LocalDate.now(clock.withZone(zone)));
        var folding = new Folding(ViewsConfiguration.VIEWS, library, new MemoryParked(), clock);
        try (var events = storage.engine().readEvents(null, false)) {
            events.forEach(
                    event -> folding.read(ViewsProjection.fact(event, event.trackingToken())));
        }
        return library.edition();
    }

    private static <V> int assertEqual(View<V> view, Edition kept, Edition folded) {
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
