package colophon.storage.log;

import static colophon.storage.log.SampleEvents.event;
import static colophon.storage.log.SampleEvents.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.commands.loading.SharedEventMessage;
import colophon.commands.loading.StreamPlace;
import colophon.commands.reply.CommitTooLargeException;
import colophon.commands.reply.DuplicateCommandException;
import colophon.commands.reply.OutcomeUnknownException;
import colophon.commands.reply.Reply;
import colophon.commands.reply.ReplyExpiry;
import colophon.commands.reply.ReplyStore;
import colophon.events.offering.SeatTaken;
import colophon.storage.axon.CommitLogEngine;
import colophon.storage.axon.CommitLogEventStore;
import colophon.storage.axon.Serializers;
import colophon.storage.log.CommitLog.CommittedEvents;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The contract of every commit log. The test of a store opens the log, and can lose an answer. */
@SuppressWarnings("NullAway.Init")
public abstract class CommitLogContract {

    protected CommitLog log;

    /** The log as it was left; empty at first. */
    protected abstract CommitLog open();

    /** Closes what {@link #open} opened. */
    protected abstract void shut();

    /** The next commit becomes durable, but its answer does not reach the writer. */
    protected abstract void loseTheNextAnswer();

    @BeforeEach
    final void openLog() {
        log = open();
    }

    @AfterEach
    final void shutLog() {
        shut();
    }

    @Test
    void a_commit_over_several_streams_is_there_whole() {
        append(event("a", 0), event("b", 0), event("a", 1));
        assertThat(log.read(0, 10))
                .singleElement()
                .satisfies(commit -> assertThat(places(commit)).containsExactly("a0", "b0", "a1"));
        assertThat(log.stream("a", 0, 10)).hasSize(2);
        assertThat(log.stream("b", 0, 10)).hasSize(1);
    }

    @Test
    void single_events_are_read_by_their_places_in_the_order_asked() {
        append(event("a", 0), event("b", 0), event("a", 1));
        append(event("c", 0));
        assertThat(log.at(new long[] {2L << 16 | 0xFFFF, 1L << 16 | 1, 1L << 16 | 0xFFFF}))
                .extracting(event -> event.stream() + event.sequence())
                .containsExactly("c0", "b0", "a1");
        assertThat(log.at(new long[0])).isEmpty();
        assertThatThrownBy(() -> log.at(new long[] {1L << 16 | 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("offset 2");
        assertThatThrownBy(() -> log.at(new long[] {3L << 16 | 0xFFFF}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_value_of_an_event_comes_back() {
        var full = event("a", 0);
        var alone = alone("id-1");
        append(full, alone);
        var events = log.read(0, 1).getFirst().events();
        assertThat(events).usingRecursiveFieldByFieldElementComparator().contains(full, alone);
        assertThat(events.getFirst().isAlone()).isFalse();
        assertThat(events.getLast().isAlone()).isTrue();
    }

    @Test
    void commits_are_numbered_from_one_without_gaps_whatever_fails_between() {
        assertThat(append(event("a", 0))).isEqualTo(1);
        assertThatThrownBy(() -> append(event("b", 0), event("a", 0)))
                .isInstanceOf(ConflictingCommitException.class);
        assertThat(append(event("a", 1))).isEqualTo(2);
        assertThat(log.head()).isEqualTo(2);
        assertThat(log.read(0, 10)).extracting(CommittedEvents::number).containsExactly(1L, 2L);
    }

    @Test
    void who_is_late_at_a_place_of_a_stream_loses_the_whole_commit_and_hears_which_event() {
        append(event("a", 0));
        assertThatThrownBy(() -> append(event("b", 0), event("a", 0), event("c", 0)))
                .isInstanceOfSatisfying(
                        ConflictingCommitException.class, e -> assertThat(e.index()).isEqualTo(1));
        assertThat(log.stream("b", 0, 10)).isEmpty();
        assertThat(append(event("b", 0))).isEqualTo(2);
    }

    @Test
    void an_event_of_no_stream_is_there_once() {
        append(event("a", 0), alone("id-1"));
        assertThatThrownBy(() -> append(event("b", 0), alone("id-1")))
                .isInstanceOfSatisfying(
                        ConflictingCommitException.class, e -> assertThat(e.index()).isEqualTo(1));
        assertThat(log.head()).isEqualTo(1);
        append(alone("id-2"));
        assertThat(log.head()).isEqualTo(2);
    }

    @Test
    void names_of_streams_that_begin_alike_or_look_like_patterns_are_kept_apart() {
        var names =
                List.of("a", "a b", "a 0000000000000000", "a.", "a+", "ab", "(a|b)[c]{2}\\d", "ä€");
        for (var name : names) append(event(name, 0), event(name, 1));
        for (var name : names) {
            assertThat(log.stream(name, 0, 10))
                    .hasSize(2)
                    .allSatisfy(event -> assertThat(event.stream()).isEqualTo(name));
            assertThat(log.lastSequence(name)).hasValue(1);
        }
        assertThat(log.stream("a c", 0, 10)).isEmpty();
    }

    @Test
    void a_long_stream_is_read_from_anywhere() {
        for (var from = 0; from < 5_000; from += 100) {
            var events = new ArrayList<LogEvent>();
            for (var i = 0; i < 100; i++) events.add(event("long", from + i));
            events.add(event("other-" + from, 0));
            log.append(Commit.of(events, null)).join();
        }
        assertThat(log.lastSequence("long")).hasValue(4_999);
        for (var from : List.of(0, 1, 255, 256, 4_000, 4_095, 4_096, 4_990)) {
            var most = Math.min(300, 5_000 - from);
            assertThat(log.stream("long", from, 300))
                    .extracting(LogEvent::sequence)
                    .isEqualTo(LongStream.range(from, from + most).boxed().toList());
        }
        assertThat(log.stream("long", 5_000, 10)).isEmpty();
    }

    @Test
    void who_waits_and_writes_itself_hears_the_same() {
        assertThat(log.appendHere(commit(event("a", 0))).join()).isEqualTo(1);
        var first = log.append(commit(event("a", 1)));
        assertThat(log.appendHere(commit(event("a", 2))).join()).isEqualTo(3);
        assertThat(first).isCompletedWithValue(2L);
        assertThatThrownBy(() -> log.appendHere(commit(event("b", 0), event("a", 1))).join())
                .hasCauseInstanceOf(ConflictingCommitException.class);
        assertThat(log.appendHere(commit(event("b", 0))).join()).isEqualTo(4);
        assertThat(log.head()).isEqualTo(4);
        assertChain();
    }

    @Test
    void two_events_of_one_commit_at_the_same_place_are_refused_before_anything_is_written() {
        assertThatThrownBy(() -> append(event("a", 0), event("a", 0)))
                .isInstanceOf(ConflictingCommitException.class);
        assertThatThrownBy(() -> append(event(place("a", 0), place("b", 0)), event("b", 0)))
                .isInstanceOfSatisfying(
                        ConflictingCommitException.class, e -> assertThat(e.index()).isEqualTo(1));
        assertThatThrownBy(
                        () ->
                                append(
                                        event(place("a", 0), place("c", 0)),
                                        event(place("b", 0), place("c", 0))))
                .isInstanceOf(ConflictingCommitException.class);
        assertThat(append(event("a", 0))).isEqualTo(1);
    }

    @Test
    void two_places_of_one_event_in_the_same_stream_are_refused() {
        assertThatThrownBy(() -> event(place("a", 0), place("b", 0), place("a", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two places in one stream");
        assertThatThrownBy(() -> event()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> event(place("a", 0), new StreamPlace("b", 0, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no type");
        assertThat(append(event(place("a", 0), place("b", 0)))).isEqualTo(1);
    }

    @Test
    void an_event_of_several_streams_is_read_by_each_with_its_own_number_there() {
        append(event("account", 0), event("fund", 0), event("fund", 1));
        var payment = event(place("payment", 0), place("account", 1), place("fund", 2));
        append(payment);
        append(event("account", 2), event("fund", 3), event("payment", 1));
        restart();
        for (var place : payment.places()) {
            var there = log.stream(place.stream(), place.sequence(), 10);
            assertThat(there).hasSize(2);
            assertThat(there.getFirst()).usingRecursiveComparison().isEqualTo(payment);
            assertThat(there.getFirst().placeIn(place.stream())).isEqualTo(place);
            assertThat(log.stream(place.stream(), 0, (int) place.sequence() + 1).getLast())
                    .usingRecursiveComparison()
                    .isEqualTo(payment);
            assertThat(log.lastSequence(place.stream())).hasValue(place.sequence() + 1);
        }
        assertThat(payment.placeIn("elsewhere")).isNull();
        assertChain();
    }

    @Test
    void an_event_of_several_streams_is_one_event_of_the_log() {
        var payment = event(place("payment", 0), place("account", 0), place("fund", 0));
        append(payment);
        var transfer = event(place("fund", 1), place("account", 1));
        append(event("offering", 0), transfer, event("payment", 1));
        assertThat(log.read(0, 10))
                .extracting(commit -> commit.events().size())
                .containsExactly(1, 3);
        assertThat(log.read(0, 1).getFirst().events())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(payment);
        assertThat(log.records(1, 1).getFirst().events().get(1))
                .usingRecursiveComparison()
                .isEqualTo(transfer);
        assertThat(log.at(new long[] {2L << 16 | 1, 1L << 16 | 0xFFFF}))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(transfer, payment);
        assertThat(log.stream("account", 0, 10))
                .extracting(LogEvent::stream)
                .containsExactly("payment", "fund");
    }

    @Test
    void who_is_late_at_any_place_of_an_event_loses_the_whole_commit() {
        append(event("a", 0), event(place("b", 0), place("c", 0), place("d", 0)));
        var late =
                List.of(
                        event(place("x", 0), place("y", 0), place("a", 0)),
                        event(place("x", 0), place("y", 0), place("b", 0)),
                        event(place("x", 0), place("d", 0), place("y", 0)),
                        event(place("c", 0), place("x", 0), place("y", 0)),
                        event("d", 0));
        for (var event : late) {
            assertThatThrownBy(() -> append(event("first", 0), event, event("z", 0)))
                    .isInstanceOfSatisfying(
                            ConflictingCommitException.class,
                            e -> assertThat(e.index()).isEqualTo(1));
            for (var untouched : List.of("first", "x", "y", "z"))
                assertThat(log.stream(untouched, 0, 1)).isEmpty();
        }
        assertThat(log.head()).isEqualTo(1);
        assertThat(append(event(place("x", 0), place("a", 1), place("c", 1), place("d", 1))))
                .isEqualTo(2);
        assertChain();
    }

    @Test
    void a_conflict_at_a_shared_place_in_the_middle_of_a_group_leaves_the_rest() {
        append(event(place("a", 0), place("taken", 0)));
        var answers = new ArrayList<CompletableFuture<Long>>();
        for (var i = 0; i < 60; i++)
            answers.add(
                    log.append(
                            commit(
                                    event(
                                            place("s" + i, 0),
                                            i % 7 == 3 ? place("taken", 0) : place("t" + i, 0)))));
        var lost = answers.stream().filter(answer -> isRefused(answer)).count();
        assertThat(lost).isEqualTo(9);
        assertThat(log.head()).isEqualTo(52);
        assertThat(log.stream("s3", 0, 1)).isEmpty();
        assertThat(log.stream("t4", 0, 1)).hasSize(1);
        assertChain();
    }

    @Test
    void places_of_any_name_and_type_come_back() {
        var names =
                List.of(
                        "a b",
                        "a\"b",
                        "a\\",
                        "[\"x\",1,null]",
                        "(a|b)[c]{2}\\d",
                        "ä€",
                        "a'b",
                        "x, y");
        var places =
                names.stream()
                        .map(name -> new StreamPlace(name, 1L << 40, "type of " + name))
                        .toList();
        var event = event(places.toArray(StreamPlace[]::new));
        append(event);
        for (var name : names)
            assertThat(log.stream(name, 1L << 40, 1))
                    .usingRecursiveFieldByFieldElementComparator()
                    .containsExactly(event);
        assertChain();
    }

    @Test
    void a_large_commit_gives_each_stream_its_events_only() {
        var events = new ArrayList<LogEvent>();
        for (var i = 0; i < 300; i++)
            events.add(
                    i % 3 == 0
                            ? event(
                                    place("own", i),
                                    place("account-" + i % 2, i / 6),
                                    place("all", i / 3))
                            : event("own", i));
        append(Commit.of(events, null));
        assertThat(log.stream("all", 0, 200))
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(IntStream.range(0, 100).mapToObj(i -> events.get(3 * i)).toList());
        assertThat(log.stream("all", 40, 20))
                .extracting(LogEvent::sequence)
                .isEqualTo(LongStream.range(40, 60).map(i -> 3 * i).boxed().toList());
        assertThat(log.stream("account-1", 0, 200)).hasSize(50);
        assertThat(log.stream("own", 290, 20)).hasSize(10);
        assertThat(log.lastSequence("all")).hasValue(99);
        assertChain();
    }

    @Test
    void of_many_that_race_for_a_place_in_another_stream_one_wins() throws InterruptedException {
        var wins = new AtomicInteger();
        var threads =
                IntStream.range(0, 4)
                        .mapToObj(n -> Thread.ofPlatform().start(() -> raceBeside(n, wins)))
                        .toList();
        for (var thread : threads) thread.join();
        assertThat(wins).hasValue(30);
        assertThat(log.stream("contended", 0, 100)).hasSize(30);
        assertThat(log.head()).isEqualTo(30);
    }

    @Test
    void a_conflict_in_the_middle_of_a_group_leaves_the_rest() {
        append(event("taken", 0));
        var answers = new ArrayList<CompletableFuture<Long>>();
        for (var i = 0; i < 300; i++)
            answers.add(
                    log.append(
                            i % 7 == 3
                                    ? commit(event("s" + i, 0), event("taken", 0))
                                    : commit(event("s" + i, 0))));
        var numbers = new ArrayList<Long>();
        var lost = 0;
        for (var answer : answers)
            try {
                numbers.add(answer.join());
            } catch (CompletionException e) {
                assertThat(e).hasCauseInstanceOf(ConflictingCommitException.class);
                lost++;
            }
        assertThat(lost).isEqualTo(43);
        assertThat(numbers).isEqualTo(LongStream.rangeClosed(2, 258).boxed().toList());
        assertThat(log.head()).isEqualTo(258);
        assertThat(log.stream("s3", 0, 1)).isEmpty();
        assertThat(log.stream("s4", 0, 1)).hasSize(1);
        assertChain();
    }

    @Test
    void of_many_that_race_for_a_place_one_wins() throws InterruptedException {
        var winners = ConcurrentHashMap.<Long>newKeySet();
        var wins = new AtomicInteger();
        var threads =
                IntStream.range(0, 8)
                        .mapToObj(_ -> Thread.ofPlatform().start(() -> race(winners, wins)))
                        .toList();
        for (var thread : threads) thread.join();
        assertThat(wins).hasValue(50);
        assertThat(winners).hasSize(50);
        assertThat(log.stream("contended", 0, 100))
                .extracting(LogEvent::sequence)
                .isEqualTo(LongStream.range(0, 50).boxed().toList());
        assertThat(log.head()).isEqualTo(50);
    }

    @Test
    void a_read_gives_whole_commits_in_order_and_nothing_at_the_head() {
        for (var i = 0; i < 10; i++) append(event("a", 2 * i), event("a", 2 * i + 1));
        assertThat(log.read(3, 4))
                .extracting(CommittedEvents::number)
                .containsExactly(4L, 5L, 6L, 7L);
        assertThat(log.read(3, 4)).allSatisfy(commit -> assertThat(commit.events()).hasSize(2));
        assertThat(log.read(9, 100)).extracting(CommittedEvents::number).containsExactly(10L);
        assertThat(log.read(10, 100)).isEmpty();
    }

    @Test
    void a_stream_is_read_from_a_place_on_at_most_so_many() {
        for (var i = 0; i < 10; i++) append(event("a", i), event("b", i));
        assertThat(log.stream("a", 4, 3))
                .extracting(LogEvent::sequence)
                .containsExactly(4L, 5L, 6L);
        assertThat(log.lastSequence("a")).hasValue(9);
        assertThat(log.lastSequence("none")).isEmpty();
    }

    @Test
    void what_was_acknowledged_is_there_at_once_and_after_a_restart() {
        for (var i = 0; i < 20; i++) {
            append(event("a", i));
            assertThat(log.lastSequence("a")).hasValue(i);
        }
        restart();
        assertThat(log.head()).isEqualTo(20);
        assertThat(log.stream("a", 0, 100)).hasSize(20);
        assertThat(append(event("a", 20))).isEqualTo(21);
        assertThatThrownBy(() -> append(event("a", 20)))
                .isInstanceOf(ConflictingCommitException.class);
        assertChain();
    }

    @Test
    void a_reply_is_kept_with_its_commit_and_its_command_is_taken() {
        log.append(commit(reply("command-1", "done"), event("a", 0))).join();
        assertKept("command-1", "done", 1);
        assertThatThrownBy(() -> append(commit(reply("command-1", "again"), event("a", 1))))
                .isInstanceOf(DuplicateCommandException.class);
        assertThat(log.head()).isEqualTo(1);
        restart();
        assertKept("command-1", "done", 1);
        assertThatThrownBy(() -> append(commit(reply("command-1", "again"), event("a", 1))))
                .isInstanceOf(DuplicateCommandException.class);
    }

    @Test
    void of_the_replies_that_belong_to_no_commit_the_first_stays() {
        var first = log.keep(reply("command-1", "refused"));
        assertThat(first.position()).isZero();
        var second = log.keep(reply("command-1", "refused differently"));
        assertThat(new String(second.reply().body(), UTF_8)).isEqualTo("refused");
        restart();
        assertKept("command-1", "refused", 0);
        assertThat(log.find("command-2")).isNull();
        assertThatThrownBy(() -> append(commit(reply("command-1", "done"), event("a", 0))))
                .isInstanceOf(DuplicateCommandException.class);
        assertThat(log.head()).isZero();
    }

    @Test
    void what_no_commit_carries_is_dropped_when_it_is_old_and_what_one_carries_stays() {
        append(commit(reply("command-1", "done"), event("a", 0)));
        for (var n = 0; n < 5; n++) log.keep(reply("refused-" + n, "refused"));
        assertThat(old(Duration.ofDays(29)).drop()).isZero();
        restart();
        assertKept("refused-0", "refused", 0);

        assertThat(old(Duration.ofDays(31)).drop()).isEqualTo(5);
        for (var n = 0; n < 5; n++) assertThat(log.find("refused-" + n)).isNull();
        assertKept("command-1", "done", 1);
        assertThat(old(Duration.ofDays(31)).drop()).isZero();

        // the command may be sent again, and is decided anew
        append(commit(reply("refused-0", "done"), event("b", 0)));
        assertKept("refused-0", "done", 2);
        assertThat(log.read(0, 10)).hasSize(2);
    }

    @Test
    void no_more_of_it_is_dropped_at_once_than_was_said() {
        for (var n = 0; n < 5; n++) log.keep(reply("refused-" + n, "refused"));
        var later = Instant.now().plus(Duration.ofDays(1));
        assertThat(log.forget(later, 2)).isEqualTo(2);
        assertThat(log.forget(later, 2)).isEqualTo(2);
        assertThat(log.forget(later, 2)).isEqualTo(1);
        assertThat(log.forget(later, 2)).isZero();
    }

    /** The removal of old replies, with a clock that is ahead by this much. */
    private ReplyExpiry old(Duration later) {
        return new ReplyExpiry(log, Clock.offset(Clock.systemUTC(), later), Duration.ofDays(30));
    }

    @Test
    void a_reply_that_is_kept_already_is_given_for_one_that_has_a_commit() {
        append(commit(reply("command-1", "done"), event("a", 0)));
        var kept = log.keep(reply("command-1", "refused"));
        assertThat(new String(kept.reply().body(), UTF_8)).isEqualTo("done");
        assertThat(kept.position()).isEqualTo(1);
    }

    @Test
    void the_first_commit_since_a_time_is_found_though_clocks_went_back() {
        long[] times = {1_000, 3_000, 2_000, 2_500, 5_000};
        for (var i = 0; i < times.length; i++) append(event("a", i, times[i]));
        assertThat(log.firstSince(0)).hasValue(1);
        assertThat(log.firstSince(1_000)).hasValue(1);
        assertThat(log.firstSince(1_001)).hasValue(2);
        assertThat(log.firstSince(3_000)).hasValue(2);
        assertThat(log.firstSince(3_001)).hasValue(5);
        assertThat(log.firstSince(5_001)).isEmpty();
        assertThat(log.records(0, 9))
                .extracting(StoredCommit::time)
                .containsExactly(1_000L, 3_000L, 2_000L, 2_500L, 5_000L);
    }

    @Test
    void the_last_commit_until_a_time_is_found_though_clocks_jumped_ahead_and_back() {
        assertThat(log.lastUntil(Long.MAX_VALUE)).isZero();
        long[] times = {1_000, 9_000, 8_000, 2_000, 7_000, 3_000};
        for (var i = 0; i < times.length; i++) append(event("a", i, times[i]));
        restart();
        assertThat(log.lastUntil(999)).isZero();
        assertThat(log.lastUntil(1_000)).isEqualTo(1);
        assertThat(log.lastUntil(1_999)).isEqualTo(1);
        assertThat(log.lastUntil(2_000)).isEqualTo(4);
        assertThat(log.lastUntil(3_000)).isEqualTo(6);
        assertThat(log.lastUntil(Long.MAX_VALUE)).isEqualTo(6);
        append(event("a", 6, 500));
        assertThat(log.lastUntil(999)).isEqualTo(7);
        assertThat(log.lastUntil(499)).isZero();
    }

    @Test
    void a_commit_of_4096_events_is_taken_and_one_more_is_not() {
        var events = LongStream.range(0, 4_097).mapToObj(i -> event("a", i)).toList();
        assertThatThrownBy(() -> Commit.of(events, null))
                .isInstanceOf(CommitTooLargeException.class)
                .hasMessageContaining("4096")
                .hasMessageContaining("4097");
        assertThat(append(Commit.of(events.subList(0, 4_096), null))).isEqualTo(1);
        assertThat(log.read(0, 10).getFirst().events()).hasSize(4_096);
        assertChain();
    }

    @Test
    void a_commit_of_almost_4_MB_is_taken_and_a_larger_one_is_not() {
        assertThatThrownBy(() -> commit(event("a", 0, new byte[4 << 20])))
                .isInstanceOf(CommitTooLargeException.class);
        assertThat(append(commit(event("a", 0, new byte[(4 << 20) - 1_000])))).isEqualTo(1);
        assertThat(append(event("a", 1))).isEqualTo(2);
        assertThat(log.read(0, 10)).isNotEmpty();
    }

    @Test
    void each_commit_carries_the_hash_of_all_before_it() {
        append(event("a", 0));
        append(commit(reply("command-1", "done"), event("a", 1), event("b", 0)));
        restart();
        append(event("b", 1));
        assertThat(log.records(0, 9)).hasSize(3);
        assertThat(Objects.requireNonNull(log.records(1, 1).getFirst().reply()).commandId())
                .isEqualTo("command-1");
        assertChain();
    }

    @Test
    void a_commit_whose_answer_was_lost_is_there_once_and_the_log_goes_on() {
        append(event("a", 0));
        loseTheNextAnswer();
        var lost = log.append(commit(reply("command-1", "done"), event("a", 1)));
        try {
            assertThat(lost.join()).isEqualTo(2);
        } catch (CompletionException e) {
            assertThat(e).hasCauseInstanceOf(OutcomeUnknownException.class);
        }
        assertThat(append(event("a", 2))).isEqualTo(3);
        assertThat(log.stream("a", 0, 9)).hasSize(3);
        assertKept("command-1", "done", 2);
        assertChain();
    }

    @Test
    void through_axon_a_race_is_a_concurrency_exception_and_the_log_is_read_in_order()
            throws InterruptedException {
        var store = store();
        store.publish(message("x", 0));
        store.publish(message("x", 1));
        assertThatThrownBy(() -> store.publish(message("x", 1)))
                .isInstanceOf(ConcurrencyException.class);
        try (var stream = store.openStream(null)) {
            assertThat(stream.nextAvailable().trackingToken())
                    .isEqualTo(new GlobalSequenceTrackingToken(0x1FFFF));
            assertThat(stream.nextAvailable().trackingToken())
                    .isEqualTo(new GlobalSequenceTrackingToken(0x2FFFF));
            assertThat(stream.hasNextAvailable()).isFalse();
        }
        store.shutDown();
    }

    @Test
    void through_axon_the_unit_of_work_is_the_commit_and_hears_its_number() {
        var store = store();
        var work = DefaultUnitOfWork.startAndGet(null);
        work.resources().put(ReplyStore.PENDING, reply("command-1", "done"));
        store.publish(message("x", 0), message("y", 0));
        work.commit();
        assertThat(work.<Long>getResource(ReplyStore.POSITION)).isEqualTo(1);
        assertKept("command-1", "done", 1);
    }

    @Test
    void through_axon_an_event_of_several_streams_is_read_by_each_and_told_once()
            throws InterruptedException {
        var store = store();
        store.publish(message("x", 0), message("y", 0));
        store.publish(
                new SharedEventMessage<>(
                        message("x", 1),
                        List.of(
                                new StreamPlace("y", 1, "Account"),
                                new StreamPlace("z", 0, "Fund"))));
        for (var place :
                List.of(
                        new StreamPlace("x", 1, "Offering"),
                        new StreamPlace("y", 1, "Account"),
                        new StreamPlace("z", 0, "Fund"))) {
            var read = store.readEvents(place.stream(), place.sequence()).asStream().toList();
            assertThat(read).hasSize(1);
            assertThat(read.getFirst().getAggregateIdentifier()).isEqualTo(place.stream());
            assertThat(read.getFirst().getSequenceNumber()).isEqualTo(place.sequence());
            assertThat(read.getFirst().getType()).isEqualTo(place.type());
            assertThat(read.getFirst().getPayload()).isEqualTo(new SeatTaken("x", "e", "s"));
            assertThat(store.lastSequenceNumberFor(place.stream())).hasValue(place.sequence());
        }
        assertThatThrownBy(() -> store.publish(message("z", 0)))
                .isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(
                        () ->
                                store.publish(
                                        new SharedEventMessage<>(
                                                message("v", 0),
                                                List.of(new StreamPlace("y", 1, "Account")))))
                .isInstanceOf(ConcurrencyException.class);
        try (var stream = store.openStream(null)) {
            var told = new ArrayList<String>();
            while (stream.hasNextAvailable())
                told.add(((DomainEventMessage<?>) stream.nextAvailable()).getAggregateIdentifier());
            assertThat(told).containsExactly("x", "y", "x");
        }
        store.shutDown();
    }

    @Test
    void through_axon_what_is_published_too_late_fails_the_commit_and_leaves_nothing() {
        var store = store();
        var work = DefaultUnitOfWork.startAndGet(null);
        store.publish(message("x", 0));
        work.onPrepareCommit(_ -> store.publish(message("x", 1)));
        assertThatThrownBy(work::commit).isInstanceOf(EventStoreException.class);
        store.publish(message("x", 0));
        assertThat(log.head()).isEqualTo(1);
    }

    @Test
    void through_axon_a_token_ahead_of_the_log_is_refused() {
        var store = store();
        store.publish(message("x", 0));
        assertThatThrownBy(() -> store.openStream(new GlobalSequenceTrackingToken(0x2FFFF)))
                .isInstanceOf(EventStoreException.class);
        store.openStream(new GlobalSequenceTrackingToken(0x1FFFF)).close();
    }

    private void restart() {
        shut();
        log = open();
    }

    private void race(Set<Long> winners, AtomicInteger wins) {
        for (var sequence = 0; sequence < 50; sequence++)
            try {
                winners.add(log.append(commit(event("contended", sequence))).join());
                wins.incrementAndGet();
            } catch (CompletionException e) {
                assertThat(e).hasCauseInstanceOf(ConflictingCommitException.class);
            }
    }

    /** Every round of a writer has a stream of its own, and all rounds one in common. */
    private void raceBeside(int writer, AtomicInteger wins) {
        for (var sequence = 0; sequence < 30; sequence++)
            if (!isRefused(
                    log.append(
                            commit(
                                    event(
                                            place(writer + "-" + sequence, 0),
                                            place("contended", sequence))))))
                wins.incrementAndGet();
    }

    private static boolean isRefused(CompletableFuture<Long> answer) {
        try {
            answer.join();
            return false;
        } catch (CompletionException e) {
            assertThat(e).hasCauseInstanceOf(ConflictingCommitException.class);
            return true;
        }
    }

    private void assertChain() {
        var hash = HashChain.start();
        var number = 0L;
        while (number < log.head())
            for (var record : log.records(number, 100)) {
                assertThat(record.number()).isEqualTo(++number);
                var digest = HashChain.digest(record.id(), record.events(), record.reply());
                hash = HashChain.next(hash, number, record.time(), digest);
                assertThat(record.hash()).isEqualTo(hash);
            }
        assertThat(number).isPositive();
    }

    private void assertKept(String command, String body, long position) {
        var kept = Objects.requireNonNull(log.find(command));
        assertThat(kept.reply()).usingRecursiveComparison().isEqualTo(reply(command, body));
        assertThat(kept.position()).isEqualTo(position);
    }

    private CommitLogEventStore store() {
        var engine = CommitLogEngine.over(log).firstEventsRace();
        engine.eventSerializer(Serializers.events()).snapshotSerializer(Serializers.events());
        return CommitLogEventStore.over(engine.build()).build();
    }

    private long append(LogEvent... events) {
        return append(commit(events));
    }

    private long append(Commit commit) {
        try {
            return log.append(commit).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static Commit commit(LogEvent... events) {
        return Commit.of(List.of(events), null);
    }

    private static Commit commit(@Nullable Reply reply, LogEvent... events) {
        return Commit.of(List.of(events), reply);
    }

    private static LogEvent alone(String id) {
        return new LogEvent(
                List.of(new StreamPlace(id, 0, null)),
                id,
                5,
                "Name",
                null,
                new byte[0],
                new byte[] {1});
    }

    private static Reply reply(String command, String body) {
        return new Reply(command, new byte[] {7, 8}, 201, "application/json", body.getBytes(UTF_8));
    }

    private static DomainEventMessage<?> message(String stream, long sequence) {
        return new GenericDomainEventMessage<>(
                "Offering", stream, sequence, new SeatTaken(stream, "e", "s"));
    }

    private static List<String> places(CommittedEvents commit) {
        return commit.events().stream().map(event -> event.stream() + event.sequence()).toList();
    }
}
