package colophon.views.reading.projection;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.Recorded;
import colophon.events.program.ProgramOpened;
import colophon.views.Given;
import colophon.views.ViewsConfiguration;
import colophon.views.catalog.Program;
import colophon.views.reading.ViewPosition;
import colophon.views.reading.memory.MemoryDeadLetters;
import colophon.views.reading.memory.MemoryViewDatabase;

import org.awaitility.Awaitility;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** The loop that reads the log into the views, in both modes. */
class ProjectionLoopTest {

    private final MemoryViewDatabase database =
            new MemoryViewDatabase(ViewsConfiguration.VIEWS, _ -> Given.MAY_1);
    private final AtomicInteger commits = new AtomicInteger(3_000);
    private final ViewPosition position = new ViewPosition(commits::get);
    private final ViewsProjection views =
            new ViewsProjection(
                    new Projector(
                            ViewsConfiguration.VIEWS,
                            database,
                            new MemoryDeadLetters(),
                            Clock.systemUTC()),
                    database,
                    position);
    private volatile int broken = -1;

    @AfterEach
    void stop() {
        views.stop();
    }

    @Test
    void reads_what_was_there_and_then_what_comes() {
        views.start(new Log());
        await(views::caughtUp);
        assertThat(position.position()).isEqualTo(3_000);
        add();
        await(() -> position.position() == 3_001);
        assertThat(database.snapshot().of(Program.VIEW).get("p-3001")).isNotNull();
        assertThat(views.isBroken()).isFalse();
    }

    @Test
    void has_caught_up_with_an_empty_log() {
        commits.set(0);
        views.start(new Log());
        assertThat(views.caughtUp()).isTrue();
    }

    @Test
    void reads_up_to_an_event_that_cannot_be_read_and_goes_on_when_it_can() {
        broken = 2_600;
        views.start(new Log());
        await(views::isBroken);
        assertThat(position.position()).isEqualTo(2_599);
        assertThat(views.caughtUp()).isFalse();
        broken = -1;
        await(views::caughtUp);
        await(() -> !views.isBroken());
    }

    @Test
    void reads_nothing_more_once_it_is_stopped() {
        views.start(new Log());
        await(views::caughtUp);
        views.stop();
        add();
        assertThat(position.position()).isEqualTo(3_000);
    }

    @Test
    void waits_for_a_claim_and_gives_it_up_at_the_end() {
        var target = new Claimed();
        var loop = new ProjectionLoop(new Log(), target);
        var thread = Thread.ofVirtual().start(loop);
        await(() -> target.refused.get() > 0);
        assertThat(loop.isFailing()).isFalse();
        target.isFree = true;
        await(() -> target.read.get() == 3_000 && target.idle.get() > 0);
        loop.stop();
        await(() -> !thread.isAlive());
        assertThat(target.ended).isTrue();
    }

    @Test
    void goes_on_from_where_the_target_is_after_a_failure() {
        var target = new Claimed();
        target.isFree = true;
        target.fails = true;
        var loop = new ProjectionLoop(new Log(), target);
        Thread.ofVirtual().start(loop);
        await(loop::isFailing);
        assertThat(target.read.get()).isZero();
        target.fails = false;
        await(() -> target.read.get() == 3_000);
        await(() -> !loop.isFailing());
        loop.stop();
    }

    private void add() {
        synchronized (commits) {
            commits.incrementAndGet();
            commits.notifyAll();
        }
    }

    private static void await(BooleanSupplier condition) {
        Awaitility.await().atMost(Duration.ofMinutes(5)).until(condition::getAsBoolean);
    }

    /** Something that another process may have claimed. */
    private static final class Claimed implements ProjectionLoop.Target {

        final AtomicInteger refused = new AtomicInteger();
        final AtomicInteger read = new AtomicInteger();
        final AtomicInteger idle = new AtomicInteger();
        volatile boolean isFree;
        volatile boolean fails;
        volatile boolean ended;
        private long last;

        @Override
        public long begin() {
            if (isFree) return last;
            refused.incrementAndGet();
            throw new UnableToClaimTokenException("claimed");
        }

        @Override
        public void read(List<Recorded<?>> facts) {
            if (fails) throw new IllegalStateException("cannot write");
            last = facts.getLast().index();
            read.addAndGet(facts.size());
        }

        @Override
        public void idle() {
            idle.incrementAndGet();
        }

        @Override
        public void end() {
            ended = true;
        }
    }

    /** Commits of one event each; one of them may not be readable. */
    private final class Log implements StreamableMessageSource<TrackedEventMessage<?>> {

        @Override
        public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken from) {
            var read = from == null ? 0 : from.position().orElseThrow() >> 16;
            return new Events(new AtomicInteger((int) read));
        }
    }

    private final class Events implements BlockingStream<TrackedEventMessage<?>> {

        private final AtomicInteger read;

        Events(AtomicInteger read) {
            this.read = read;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            synchronized (commits) {
                if (read.get() >= commits.get() && timeout > 0)
                    commits.wait(unit.toMillis(timeout));
                return read.get() < commits.get();
            }
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() {
            int commit = read.incrementAndGet();
            if (commit == broken) throw new IllegalStateException("cannot be read");
            return new GenericTrackedEventMessage<>(
                    new GlobalSequenceTrackingToken(Recorded.endOf(commit)),
                    new GenericEventMessage<>(new ProgramOpened("p-" + commit, "i", "A program")));
        }

        @Override
        public void close() {}
    }
}
