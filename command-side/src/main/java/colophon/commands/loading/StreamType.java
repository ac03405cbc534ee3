package colophon.commands.loading;

import java.util.function.BiFunction;

/**
 * A kind of stream: how its state is computed from its events.
 *
 * @param type unique name; a stream is called {@code type:id}, so that ids of two kinds never
 *     collide
 * @param initial the state before the first event
 * @param evolve the state after one more event; a pure function
 * @param <S> the state; it must be immutable, since threads share it
 * @param <E> the events of the stream
 */
public record StreamType<S, E>(String type, S initial, BiFunction<S, E, S> evolve) {

    /** The stream with this id. */
    public StreamId<S, E> stream(String id) {
        return new StreamId<>(this, id);
    }

    /** One stream. */
    public record StreamId<S, E>(StreamType<S, E> subject, String id) {

        /** The identifier of the stream in the log. */
        public String name() {
            return subject.type() + ":" + id;
        }
    }
}
