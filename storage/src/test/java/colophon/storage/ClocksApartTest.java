package colophon.storage;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.offering.SeatTaken;
import colophon.storage.mongo.NeedsMongoDb;
import colophon.storage.mongo.TestServer;
import colophon.storage.operations.LogVerification;
import colophon.storage.operations.OperationProgress;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The log keeps all times as recorded, and no commit is lost to readers because of its time. */
@Tag("io")
class ClocksApartTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final OperationProgress UNSEEN = (_, _) -> {};

    @TempDir Path directory;

    @Test
    void a_clock_that_jumps_ahead_by_days_and_back_dates_each_commit_by_what_it_says() {
        try (var storage = EmbeddedStorage.open(directory)) {
            commit(storage, NOON);
            commit(storage, NOON.plus(HOUR.multipliedBy(72)));
            commit(storage, NOON.plus(HOUR));
            commit(storage, NOON.plus(HOUR.multipliedBy(2)));
            assertThat(times(storage))
                    .containsExactly(
                            NOON,
                            NOON.plus(HOUR.multipliedBy(72)),
                            NOON.plus(HOUR),
                            NOON.plus(HOUR.multipliedBy(2)));
            assertThat(storage.past().knownAt(NOON)).isEqualTo(1);
            assertThat(storage.past().knownAt(NOON.plus(HOUR))).isEqualTo(3);
            assertThat(storage.past().knownAt(NOON.plus(HOUR.multipliedBy(2)))).isEqualTo(4);
        }
        assertThat(LogVerification.ofDirectory(directory, UNSEEN).commits()).isEqualTo(4);
    }

    @Test
    @NeedsMongoDb
    void two_processes_an_hour_apart_both_know_their_own_commits_and_those_before() {
        try (var server = TestServer.open()) {
            try (var right = ServerStorage.open(server.uri());
                    var ahead = ServerStorage.open(server.uri())) {
                for (int minute = 0; minute < 20; minute++) {
                    var now = NOON.plus(Duration.ofMinutes(minute));
                    commit(right, now);
                    // each process, at its own present instant, knows everything that is in the log
                    // by then
                    assertThat(right.past().knownAt(now)).isEqualTo(2L * minute + 1);
                    commit(ahead, now.plus(HOUR));
                    assertThat(ahead.past().knownAt(now.plus(HOUR))).isEqualTo(2L * minute + 2);
                    assertThat(right.past().knownAt(now)).isEqualTo(2L * minute + 1);
                }
                assertThat(times(ahead)).isEqualTo(times(right)).hasSize(40);
                assertThat(right.past().knownAt(NOON.plus(HOUR))).isEqualTo(39);
                assertThat(right.past().knownAt(NOON.minusMillis(1))).isZero();
            }
            assertThat(LogVerification.ofServer(server.uri(), UNSEEN).commits()).isEqualTo(40);
        }
    }

    private static List<Instant> times(Storage storage) {
        return storage.log().records(0, 100).stream()
                .map(commit -> Instant.ofEpochMilli(commit.time()))
                .toList();
    }

    private static void commit(Storage storage, Instant at) {
        var id = UUID.randomUUID().toString();
        DatedCommit.append(storage, "Offering", id, new SeatTaken(id, "e", "s"), at);
    }
}
