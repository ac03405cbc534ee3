package colophon.views.reading.projection;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.Recorded;
import colophon.events.program.ProgramOpened;
import colophon.views.Given;
import colophon.views.ViewsConfiguration;
import colophon.views.catalog.Program;
import colophon.views.reading.DeadLetters;
import colophon.views.reading.ViewPosition;
import colophon.views.reading.memory.MemoryDeadLetters;
import colophon.views.reading.memory.MemoryViewDatabase;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

class CatchUpTest {

    private final MemoryViewDatabase library =
            new MemoryViewDatabase(ViewsConfiguration.VIEWS, _ -> Given.MAY_1);
    private final DeadLetters deadLetters = new MemoryDeadLetters();

    @Test
    void reads_everything_that_was_there_and_says_where_it_ended() {
        var viewPosition = new ViewPosition(() -> 1_300);
        var last = catchUp(new Log(1_300, -1), viewPosition).run();
        assertThat(last).isEqualTo(token(1_300));
        assertThat(viewPosition.position()).isEqualTo(1_300);
        assertThat(library.snapshot().of(Program.VIEW).get("p-1300")).isNotNull();
    }

    @Test
    void leaves_what_came_later_to_the_event_processor() {
        var viewPosition = new ViewPosition(() -> 700);
        assertThat(catchUp(new Log(1_300, -1), viewPosition).run()).isEqualTo(token(700));
    }

    @Test
    void has_nothing_to_do_on_an_empty_log() {
        assertThat(catchUp(new Log(0, -1), new ViewPosition(() -> 0)).run()).isNull();
    }

    @Test
    void ends_before_an_event_that_cannot_be_read() {
        var viewPosition = new ViewPosition(() -> 1_300);
        assertThat(catchUp(new Log(1_300, 600), viewPosition).run()).isEqualTo(token(512));
        assertThat(viewPosition.position()).isEqualTo(512);
    }

    private CatchUp catchUp(Log log, ViewPosition viewPosition) {
        var projector =
                new Projector(ViewsConfiguration.VIEWS, library, deadLetters, Clock.systemUTC());
        return new CatchUp(
                log, new ViewsProjection(projector, library, viewPosition), viewPosition);
    }

    private static TrackingToken token(long commit) {
        return new GlobalSequenceTrackingToken(Recorded.endOf(commit));
    }

    /** Commits of one event each; one of them cannot be read. */
    private record Log(int commits, int broken)
            implements StreamableMessageSource<TrackedEventMessage<?>> {

        @Override
        public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken from) {
            return new Events(new AtomicInteger(), this);
        }

        TrackedEventMessage<?> event(int commit) {
            if (commit == broken) throw new IllegalStateException("cannot be read");
            var opened = new ProgramOpened("p-" + commit, "i", "A program");
            return new GenericTrackedEventMessage<>(
                    token(commit), new GenericEventMessage<>(opened));
        }
    }

    private record Events(AtomicInteger read, Log log)
            implements BlockingStream<TrackedEventMessage<?>> {

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) {
            return read.get() < log.commits();
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() {
            return log.event(read.incrementAndGet());
        }

        @Override
        public void close() {}
    }
}
