package colophon.commands.loading;

import static colophon.commands.campus.Campus.NOW;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import colophon.commands.campus.MemoryLog;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Two processes on one log: each knows what the other wrote when it decides. */
@Timeout(300)
class BarrierTest {

    private static final AtomicInteger FOLDED = new AtomicInteger();

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
    private final Shared shared = new Shared();
    private final Barrier barrier = new HeadBarrier(shared, here);

    @AfterEach
    void leave_no_unit_of_work_open() {
        while (CurrentUnitOfWork.isStarted()) CurrentUnitOfWork.get().rollback();
    }

    @Test
    void what_another_process_wrote_is_known_behind_the_barrier() {
        say(here, ANNA, "a");
        say(elsewhere, ANNA, "b");

        barrier.pass();

        assertThat(here.read(ANNA)).isEqualTo("ab");
    }

    @Test
    void a_subject_that_is_only_read_is_never_older_than_the_log_was() {
        assertThat(here.read(ANNA)).isEmpty();
        for (int n = 1; n <= 20; n++) {
            say(elsewhere, ANNA, "x");
            barrier.pass();
            assertThat(here.read(ANNA)).hasSize(n);
        }
    }

    @Test
    void what_nobody_else_touched_stays_remembered() {
        say(here, ANNA, "a");
        say(elsewhere, BERT, "b");
        barrier.pass();

        FOLDED.set(0);
        assertThat(here.read(ANNA)).isEqualTo("a");
        assertThat(FOLDED).hasValue(0);
    }

    @Test
    void its_own_commits_are_not_read_again() {
        barrier.wrote(say(here, ANNA, "a"));
        barrier.wrote(say(here, ANNA, "b"));
        barrier.pass();

        assertThat(shared.told).hasValue(0);
        FOLDED.set(0);
        assertThat(here.read(ANNA)).isEqualTo("ab");
        assertThat(FOLDED).hasValue(0);
    }

    @Test
    void its_own_commits_among_those_of_others_are_no_reason_to_miss_one() {
        barrier.wrote(say(here, ANNA, "a"));
        say(here, BERT, "b");
        say(elsewhere, BERT, "c");
        barrier.wrote(say(here, ANNA, "d"));
        say(elsewhere, ANNA, "e");
        barrier.pass();

        assertThat(here.read(ANNA)).isEqualTo("ade");
        assertThat(here.read(BERT)).isEqualTo("bc");
    }

    @Test
    void who_is_far_behind_forgets_everything_instead_of_reading_it() {
        say(here, ANNA, "a");
        for (int n = 0; n <= HeadBarrier.FAR; n++) say(elsewhere, BERT, "b");
        say(elsewhere, ANNA, "c");
        barrier.pass();

        assertThat(shared.told).hasValue(0);
        assertThat(here.read(ANNA)).isEqualTo("ac");
    }

    @Test
    void a_state_that_was_being_read_when_it_was_forgotten_is_not_remembered() throws Exception {
        say(elsewhere, ANNA, "a");
        var slow = new Slow();
        var reader = Thread.ofVirtual().start(() -> slow.states.read(ANNA));
        slow.read.acquire();
        say(elsewhere, ANNA, "b");
        new HeadBarrier(shared, slow.states).pass();
        slow.goOn.countDown();
        reader.join();

        assertThat(slow.states.read(ANNA)).isEqualTo("ab");
    }

    @Test
    void what_was_appended_here_is_not_remembered_if_somebody_was_next_already() {
        var unit = start();
        here.append(ANNA, List.of("a"));
        // The last registered runs first, so this runs before the state is cached.
        unit.afterCommit(
                _ ->
                        meanwhile(
                                () -> {
                                    say(elsewhere, ANNA, "b");
                                    barrier.pass();
                                }));
        unit.commit();

        assertThat(here.read(ANNA)).isEqualTo("ab");
    }

    @Test
    void many_who_come_at_once_share_a_look_that_began_after_they_came() throws Exception {
        shared.slow = new CountDownLatch(1);
        var first = Thread.ofVirtual().start(barrier::pass);
        await().atMost(Duration.ofMinutes(5)).until(() -> shared.looks.get() == 1);
        say(elsewhere, ANNA, "a");
        var others = new ArrayList<Thread>();
        for (int n = 0; n < 50; n++) others.add(Thread.ofVirtual().start(barrier::pass));
        await().atMost(Duration.ofMinutes(5))
                .until(() -> others.stream().allMatch(BarrierTest::waits));
        shared.slow.countDown();
        first.join();
        for (var other : others) other.join();

        assertThat(shared.looks).as("one for the first, one for all later ones").hasValue(2);
        assertThat(here.read(ANNA)).isEqualTo("a");
    }

    @Test
    void nobody_passes_on_a_look_that_failed() throws Exception {
        shared.slow = new CountDownLatch(1);
        var first = Thread.ofVirtual().start(barrier::pass);
        await().atMost(Duration.ofMinutes(5)).until(() -> shared.looks.get() == 1);
        shared.fails = true;
        var refused = new AtomicInteger();
        var others = new ArrayList<Thread>();
        for (int n = 0; n < 10; n++)
            others.add(
                    Thread.ofVirtual()
                            .start(
                                    () ->
                                            assertThatExceptionOfType(IllegalStateException.class)
                                                    .isThrownBy(barrier::pass)
                                                    .satisfies(_ -> refused.incrementAndGet())));
        await().atMost(Duration.ofMinutes(5))
                .until(() -> others.stream().allMatch(BarrierTest::waits));
        shared.slow.countDown();
        first.join();
        for (var other : others) other.join();
        assertThat(refused).hasValue(10);
        assertThat(shared.looks).as("they fail together, not one after the other").hasValue(2);

        shared.fails = false;
        barrier.pass();
    }

    private static void meanwhile(Runnable somethingElse) {
        try {
            Thread.ofVirtual().start(somethingElse).join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean waits(Thread thread) {
        return thread.getState() == Thread.State.WAITING;
    }

    /** The log as the barrier sees it. It counts the calls. */
    private final class Shared implements SharedLog {

        private final AtomicInteger looks = new AtomicInteger();
        private final AtomicInteger told = new AtomicInteger();
        private volatile CountDownLatch slow = new CountDownLatch(0);
        private volatile boolean fails;

        @Override
        public long head() {
            looks.incrementAndGet();
            if (fails) throw new IllegalStateException("the log does not answer");
            long head = log.head();
            try {
                slow.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return head;
        }

        @Override
        public long replay(long after, int most, Listener listener) {
            told.incrementAndGet();
            var commits = log.commits();
            long upTo = Math.min(commits.size(), after + most);
            for (var commit : commits.subList((int) after, (int) upTo))
                for (var event : commit)
                    if (event instanceof DomainEventMessage<?> one)
                        listener.happened(one.getAggregateIdentifier(), one.getSequenceNumber());
            return upTo;
        }
    }

    /** A read that is held up between reading its events and caching the state. */
    private final class Slow {

        private final Semaphore read = new Semaphore(0);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final StateStore states =
                new StateStore(
                        new EmbeddedEventStore(EmbeddedEventStore.builder().storageEngine(log)) {
                            @Override
                            public DomainEventStream readEvents(String stream) {
                                var there = super.readEvents(stream).asStream().toList();
                                read.release();
                                try {
                                    goOn.await();
                                } catch (InterruptedException e) {
                                    throw new IllegalStateException(e);
                                }
                                return DomainEventStream.of(there.stream());
                            }
                        },
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        100);
    }

    private long say(StateStore states, StreamType.StreamId<String, String> stream, String word) {
        var unit = start();
        states.append(stream, List.of(word));
        unit.commit();
        return log.head();
    }

    private static DefaultUnitOfWork<GenericCommandMessage<String>> start() {
        return DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>("say"));
    }

    private StateStore subjects() {
        return new StateStore(
                EmbeddedEventStore.builder().storageEngine(log).build(),
                Clock.fixed(NOW, ZoneOffset.UTC),
                100);
    }
}
