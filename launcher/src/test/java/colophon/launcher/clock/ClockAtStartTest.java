package colophon.launcher.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.events.offering.SeatTaken;
import colophon.storage.DatedCommit;
import colophon.storage.EmbeddedStorage;
import colophon.storage.log.LogRefusedException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

@Tag("io")
class ClockAtStartTest {

    @TempDir Path directory;

    private final MovedClock clock = new MovedClock();

    @Test
    void a_start_within_a_day_of_the_newest_commit_is_well() {
        start(false).close(); // the log is empty
        commit(clock.instant().plus(Duration.ofDays(1)));
        start(false).close();
    }

    @Test
    void a_start_more_than_a_day_before_it_is_refused_in_a_line_unless_it_is_accepted() {
        commit(clock.instant().plus(Duration.ofDays(1).plusSeconds(1)));
        assertThatThrownBy(() -> start(false))
                .isInstanceOf(LogRefusedException.class)
                .hasMessageContaining("2026-06-01T09:00:00Z")
                .hasMessageContaining("2026-06-02T09:00:01Z")
                .hasMessageContaining("--colophon.accept-earlier-clock=true")
                .hasMessageNotContaining("\n");
        start(true).close(); // the directory was released before
    }

    @Test
    void what_counts_is_the_newest_commit_and_not_the_latest() {
        commit(clock.instant().plus(Duration.ofDays(100)));
        commit(clock.instant());
        var storage = start(false);
        assertThat(storage.head()).isEqualTo(2);
        storage.close();
    }

    private EmbeddedStorage start(boolean accepted) {
        return ClockAtStart.checked(EmbeddedStorage.open(directory), clock, accepted);
    }

    private void commit(Instant at) {
        try (var storage = EmbeddedStorage.open(directory)) {
            var id = "o-" + at;
            DatedCommit.append(storage, "Offering", id, new SeatTaken(id, "e", "s"), at);
        }
    }
}
