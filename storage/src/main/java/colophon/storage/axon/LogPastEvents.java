package colophon.storage.axon;

import colophon.events.Recorded;
import colophon.views.reading.past.PastEvents;
import colophon.views.reading.projection.ProjectionLoop;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/** Reads the log for questions about the past: single events, and what was known at an instant. */
public final class LogPastEvents implements PastEvents {

    private static final Instant FAR = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final CommitLogEngine engine;

    /** Reads the log of this engine, with its serializer and its upcasters. */
    public LogPastEvents(CommitLogEngine engine) {
        this.engine = engine;
    }

    @Override
    public List<Recorded<?>> read(long[] places) {
        var inOrder = LongStream.of(places).sorted().distinct().toArray();
        return engine.at(inOrder).stream().<Recorded<?>>map(ProjectionLoop::fact).toList();
    }

    @Override
    public List<Recorded<?>> commit(long number) {
        var found = engine.log().read(number - 1, 1);
        if (found.isEmpty()) return List.of();
        int last = found.getFirst().events().size() - 1;
        var places =
                LongStream.rangeClosed(0, last)
                        .map(at -> at == last ? Recorded.endOf(number) : number << 16 | at);
        return read(places.toArray());
    }

    @Override
    public long knownAt(Instant instant) {
        if (instant.isBefore(Instant.EPOCH)) return 0;
        return instant.isBefore(FAR)
                ? engine.log().lastUntil(instant.toEpochMilli())
                : engine.log().head();
    }
}
