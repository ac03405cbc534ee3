package colophon.views;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.views.reading.Folding;
import colophon.views.reading.Library;
import colophon.views.reading.Parked;
import colophon.views.reading.Recorded;
import colophon.views.reading.memory.MemoryLibrary;

import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.List;

class RebuildSpeedTest {

    /** Far above what it takes, so that only a change of kind (a growing copy) fails it. */
    private static final long MOST_MILLIS = 6_000;

    @Test
    void reads_a_hundred_thousand_events_into_all_views_without_growing_slower() {
        var history = LargeHistory.of(3_950);
        assertThat(history).hasSizeGreaterThan(100_000);

        long cold = millis(history);
        long warm = millis(history);

        System.out.printf("%d events: %d ms cold, %d ms warm%n", history.size(), cold, warm);
        assertThat(cold).isLessThan(MOST_MILLIS);
    }

    private static long millis(List<Recorded<?>> history) {
        Library library = new MemoryLibrary(ViewsConfiguration.VIEWS);
        var parked = new Parked();
        var folding = new Folding(ViewsConfiguration.VIEWS, library, parked, Clock.systemUTC());
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        for (var fact : history) folding.read(fact);
        long after = threads.getCurrentThreadCpuTime();
        assertThat(parked.size()).isZero();
        assertThat(library.edition().position()).isEqualTo(history.getLast().position());
        return (after - before) / 1_000_000;
    }
}
