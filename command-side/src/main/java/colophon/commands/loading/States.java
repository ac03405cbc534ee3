package colophon.commands.loading;

import colophon.commands.loading.StreamType.StreamId;

import java.util.List;

/**
 * The streams that one decision reads and appends to. A decision reads what it appended. Rules over
 * several streams take this; the locks and the commit belong to {@link StateStore}.
 */
public interface States {

    /** The state of a stream; the initial state if it has no events. */
    <S, E> S read(StreamId<S, E> stream);

    /** Appends the events decided for one stream; an empty list changes nothing. */
    default <S, E> void append(StreamId<S, E> stream, List<? extends E> decided) {
        append(List.<StreamId<?, ? super E>>of(stream), decided);
    }

    /**
     * Appends events that lie in several streams, so that one fact is one event. An empty list
     * changes nothing.
     *
     * @param streams the stream that the events are about, then the others; each once
     */
    <E> void append(List<StreamId<?, ? super E>> streams, List<? extends E> decided);
}
