package colophon.commands.loading;

import static colophon.commands.campus.Campus.NOW;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import colophon.commands.campus.MemoryLog;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

@Timeout(300)
class StateStoreTest {

    private static final AtomicInteger FOLDED = new AtomicInteger();

    /** A stream whose state is its texts, in order. */
    private static final StreamType<String, String> TALK =
            new StreamType<>(
                    "talk",
                    "",
                    (said, word) -> {
                        FOLDED.incrementAndGet();
                        return said + word;
                    });

    private static final StreamType.StreamId<String, String> ANNA = TALK.stream("anna");
    private static final StreamType.StreamId<String, String> BERT = TALK.stream("bert");

    private final MemoryLog log = new MemoryLog();
    private final StateStore here = subjects();
    private final StateStore elsewhere = subjects();

    @AfterEach
    void leave_no_unit_of_work_open() {
        while (CurrentUnitOfWork.isStarted()) CurrentUnitOfWork.get().rollback();
    }

    @Test
    void a_subject_nothing_happened_to_is_in_its_initial_state() {
        assertThat(here.read(ANNA)).isEmpty();
    }

    @Test
    void the_stream_of_a_subject_is_named_by_its_kind_and_id() {
        assertThat(ANNA.name()).isEqualTo("talk:anna");
    }

    @Test
    void the_remembered_state_is_the_state_the_log_gives() {
        say(here, ANNA, "a", "b");
        say(here, ANNA, "c");

        FOLDED.set(0);
        assertThat(here.read(ANNA)).isEqualTo("abc");
        assertThat(FOLDED).as("events read for a cached state").hasValue(0);
        assertThat(elsewhere.read(ANNA)).isEqualTo("abc");
        assertThat(FOLDED).as("events read for a state that is not cached").hasValue(3);
    }

    @Test
    void places_in_a_stream_count_up_from_zero_across_commits() {
        say(here, ANNA, "a", "b");
        say(elsewhere, ANNA, "c");

        var past = events(log).readEvents(ANNA.name());
        assertThat(past.asStream().map(event -> event.getSequenceNumber()))
                .containsExactly(0L, 1L, 2L);
    }

    @Test
    void a_unit_of_work_reads_what_it_appended_before_the_log_has_it() {
        var unit = start();
        here.append(ANNA, List.of("a"));
        here.append(ANNA, List.of("b"));

        assertThat(here.read(ANNA)).isEqualTo("ab");
        assertThat(log.commits()).isEmpty();
        unit.commit();
        assertThat(subjects().read(ANNA)).isEqualTo("ab");
    }

    @Test
    void several_subjects_are_appended_to_in_one_commit_at_one_instant() {
        var unit = start();
        here.append(ANNA, List.of("a"));
        here.append(BERT, List.of("b"));
        unit.commit();

        assertThat(log.commits()).hasSize(1);
        assertThat(log.commits().getFirst())
                .hasSize(2)
                .extracting(EventMessage::getTimestamp)
                .containsOnly(NOW);
    }

    @Test
    void appending_nothing_commits_nothing() {
        var unit = start();
        here.append(ANNA, List.of());
        unit.commit();

        assertThat(log.commits()).isEmpty();
    }

    @Test
    void a_rolled_back_unit_of_work_leaves_neither_events_nor_a_remembered_state() {
        say(here, ANNA, "a");
        var unit = start();
        here.append(ANNA, List.of("b"));
        here.append(BERT, List.of("c"));
        unit.rollback();

        assertThat(log.commits()).hasSize(1);
        assertThat(here.read(ANNA)).isEqualTo("a");
        assertThat(here.read(BERT)).isEmpty();
    }

    @Test
    void a_commit_the_log_refuses_leaves_neither_events_nor_a_remembered_state() {
        say(here, ANNA, "a");
        log.failNext(new IllegalStateException("the disk is full"));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> say(here, ANNA, "b"));

        assertThat(here.read(ANNA)).isEqualTo("a");
        say(here, ANNA, "c");
        assertThat(subjects().read(ANNA)).isEqualTo("ac");
    }

    @Test
    void who_lost_a_race_to_another_process_reads_afresh() {
        say(here, ANNA, "a");
        say(elsewhere, ANNA, "b");
        assertThat(here.read(ANNA)).as("another process's event is not seen yet").isEqualTo("a");

        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> say(here, ANNA, "c"));

        assertThat(here.read(ANNA)).isEqualTo("ab");
        say(here, ANNA, "c");
        assertThat(subjects().read(ANNA)).isEqualTo("abc");
    }

    @Test
    void a_lost_race_forgets_every_subject_of_the_unit_of_work() {
        say(here, ANNA, "a");
        say(here, BERT, "a");
        say(elsewhere, ANNA, "b");
        say(elsewhere, BERT, "b");

        var unit = start();
        here.append(ANNA, List.of("c"));
        here.append(BERT, List.of("c"));
        assertThatExceptionOfType(ConcurrencyException.class).isThrownBy(unit::commit);

        assertThat(here.read(ANNA)).isEqualTo("ab");
        assertThat(here.read(BERT)).isEqualTo("ab");
    }

    @Test
    void a_lock_is_free_again_after_a_commit_and_after_a_rollback() throws InterruptedException {
        var first = start();
        here.lock(ANNA, BERT, ANNA);
        first.commit();
        var second = start();
        here.lock(ANNA, BERT);
        second.rollback();

        var third = Thread.ofVirtual().start(() -> say(here, ANNA, "a"));
        third.join();

        assertThat(here.read(ANNA)).isEqualTo("a");
    }

    @Test
    void who_locks_waits_for_who_had_locked() throws InterruptedException {
        var first = start();
        here.lock(ANNA);
        var second = Thread.ofVirtual().start(() -> say(here, ANNA, "b"));
        await().atMost(Duration.ofMinutes(5))
                .until(() -> second.getState() == Thread.State.WAITING);
        here.append(ANNA, List.of("a"));
        first.commit();
        second.join();

        assertThat(here.read(ANNA)).isEqualTo("ab");
    }

    @Test
    void who_locks_the_same_subjects_in_another_order_never_waits_for_ever()
            throws InterruptedException {
        var there = Thread.ofPlatform().daemon().start(() -> lockOften(ANNA, BERT));
        var back = Thread.ofPlatform().daemon().start(() -> lockOften(BERT, ANNA));

        there.join();
        back.join();
    }

    @Test
    void streams_that_became_more_while_they_were_locked_are_tried_again() {
        var unit = start();
        here.lock(() -> List.of(ANNA, BERT));
        unit.commit();

        start();
        var looks = new AtomicInteger();
        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(
                        () ->
                                here.lock(
                                        () ->
                                                looks.incrementAndGet() == 1
                                                        ? List.of(ANNA)
                                                        : List.of(ANNA, BERT)));
    }

    private void lockOften(StreamType.StreamId<?, ?> one, StreamType.StreamId<?, ?> other) {
        for (int i = 0; i < 5_000; i++) {
            var unit = start();
            here.lock(one, other);
            Thread.onSpinWait();
            unit.commit();
        }
    }

    private static void say(
            StateStore states, StreamType.StreamId<String, String> stream, String... words) {
        var unit = start();
        states.lock(stream);
        states.append(stream, List.of(words));
        unit.commit();
    }

    private static DefaultUnitOfWork<GenericCommandMessage<String>> start() {
        return DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>("say"));
    }

    private StateStore subjects() {
        return new StateStore(events(log), Clock.fixed(NOW, ZoneOffset.UTC), 100);
    }

    private static EmbeddedEventStore events(MemoryLog log) {
        return EmbeddedEventStore.builder().storageEngine(log).build();
    }
}
