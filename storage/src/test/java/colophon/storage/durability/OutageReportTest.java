package colophon.storage.durability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

class OutageReportTest {

    private final AtomicLong nanos = new AtomicLong(-5); // the origin of nanoTime is arbitrary
    private final ArrayList<String> lines = new ArrayList<>();
    private final OutageReport outage =
            new OutageReport("The log", nanos::get, lines::add, lines::add);

    @Test
    void it_is_said_once_when_it_begins_and_once_when_it_is_over() {
        outage.over();
        for (int i = 0; i < 1_000; i++) {
            outage.is("disk I/O error");
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(30));
        }
        assertThat(outage.now()).hasValue("disk I/O error");
        outage.over();
        outage.over();
        assertThat(outage.now()).isEmpty();
        assertThat(lines).containsExactly("The log: disk I/O error", "The log: resolved");
    }

    @Test
    void what_comes_and_goes_is_one_trouble() {
        for (int i = 0; i < 1_000; i++) {
            outage.is("disk I/O error");
            outage.over();
        }
        assertThat(lines).containsExactly("The log: disk I/O error", "The log: resolved");
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(61));
        outage.is("disk I/O error");
        assertThat(lines).hasSize(3);
    }

    @Test
    void who_met_it_throws_the_first_line_of_why_and_what_it_came_from() {
        var cause = new IOException("no\nmore");
        assertThat(outage.met(cause)).hasMessage("The log: no").hasCause(cause);
        assertThat(outage.now()).hasValue("no");
    }
}
