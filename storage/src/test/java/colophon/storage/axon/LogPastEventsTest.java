package colophon.storage.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.events.Recorded;
import colophon.events.offering.SeatTaken;
import colophon.storage.EmbeddedStorage;
import colophon.views.reading.past.PastEvents;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

@Tag("io")
@SuppressWarnings("NullAway.Init")
class LogPastEventsTest {

    @TempDir private Path path;
    private EmbeddedStorage storage;
    private PastEvents log;

    @BeforeEach
    void open() {
        storage = EmbeddedStorage.open(path);
        log = storage.past();
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void events_come_back_in_log_order_each_once_with_all_the_log_knows_of_them() {
        commit(1_000, "a", "b", "c");
        commit(2_000, "d");
        var last = Recorded.endOf(2);
        var middle = 1L << 16 | 1;
        assertThat(log.read(new long[] {last, middle, last}))
                .containsExactly(
                        new Recorded<>(
                                new SeatTaken("b", "e", "s"),
                                1,
                                1,
                                Instant.ofEpochMilli(1_000),
                                "ada",
                                "b-1000"),
                        new Recorded<>(
                                new SeatTaken("d", "e", "s"),
                                2,
                                Recorded.LAST,
                                Instant.ofEpochMilli(2_000),
                                "ada",
                                "d-2000"));
        assertThat(log.read(new long[0])).isEmpty();
        assertThatThrownBy(() -> log.read(new long[] {1L << 16 | 2}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_commit_comes_back_whole_and_there_is_nothing_behind_the_last() {
        commit(1_000, "a", "b", "c");
        commit(2_000, "d");
        assertThat(log.commit(1).stream().<Object>map(Recorded::event))
                .containsExactly(
                        new SeatTaken("a", "e", "s"),
                        new SeatTaken("b", "e", "s"),
                        new SeatTaken("c", "e", "s"));
        assertThat(log.commit(2).stream().<Object>map(Recorded::event))
                .containsExactly(new SeatTaken("d", "e", "s"));
        assertThat(log.commit(3)).isEmpty();
        assertThat(log.commit(Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void known_is_all_up_to_the_last_commit_not_recorded_later() {
        assertThat(log.knownAt(Instant.ofEpochMilli(9_999))).isZero();
        commit(1_000, "a");
        commit(3_000, "b");
        commit(2_000, "c"); // a clock that was ahead went back
        commit(5_000, "d");
        assertThat(known(999)).isZero();
        assertThat(known(1_000)).isEqualTo(1);
        assertThat(known(1_999)).isEqualTo(1);
        assertThat(known(2_000)).isEqualTo(3);
        assertThat(known(3_000)).isEqualTo(3);
        assertThat(known(4_999)).isEqualTo(3);
        assertThat(log.knownAt(Instant.ofEpochMilli(4_999).plusNanos(999_999))).isEqualTo(3);
        assertThat(known(5_000)).isEqualTo(4);
        assertThat(known(Long.MAX_VALUE)).isEqualTo(4);
        assertThat(log.knownAt(Instant.MIN)).isZero();
        assertThat(log.knownAt(Instant.MAX)).isEqualTo(4);
    }

    private long known(long millis) {
        return log.knownAt(Instant.ofEpochMilli(millis));
    }

    private void commit(long millis, String... offerings) {
        var work = DefaultUnitOfWork.startAndGet(null);
        for (var offering : offerings)
            storage.eventStore()
                    .publish(
                            new GenericDomainEventMessage<>(
                                    "Offering",
                                    offering,
                                    0,
                                    new SeatTaken(offering, "e", "s"),
                                    MetaData.from(Map.of("who", "ada")),
                                    offering + "-" + millis,
                                    Instant.ofEpochMilli(millis)));
        work.commit();
    }
}
