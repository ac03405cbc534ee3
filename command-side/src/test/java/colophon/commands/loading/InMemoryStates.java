package colophon.commands.loading;

import colophon.commands.loading.StreamType.StreamId;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** States without a log: the events of each stream, in lists. */
public final class InMemoryStates implements States {

    private final Map<StreamId<?, ?>, List<Object>> events = new LinkedHashMap<>();

    @Override
    @SuppressWarnings("unchecked") // a stream holds the events of its own type only
    public <S, E> S read(StreamId<S, E> stream) {
        var type = stream.subject();
        S state = type.initial();
        for (var event : events(stream)) state = type.evolve().apply(state, (E) event);
        return state;
    }

    @Override
    public <E> void append(List<StreamId<?, ? super E>> streams, List<? extends E> decided) {
        if (!decided.isEmpty())
            for (var stream : streams)
                events.computeIfAbsent(stream, _ -> new ArrayList<>()).addAll(decided);
    }

    /** The events of a stream, oldest first. */
    public List<Object> events(StreamId<?, ?> stream) {
        return List.copyOf(events.getOrDefault(stream, List.of()));
    }

    /** The names of the streams that have events. */
    public List<StreamId<?, ?>> streams() {
        return List.copyOf(events.keySet());
    }
}
