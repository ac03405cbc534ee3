package colophon.commands.loading;

import colophon.commands.Reason;
import colophon.commands.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.function.BiFunction;

/**
 * A kind of stream: how its state is computed from its events.
 *
 * @param type unique name; a stream is called {@code type:id}, so that ids of two kinds never
 *     collide
 * @param initial the state before the first event
 * @param evolve the state after one more event; a pure function
 * @param notFound why a command is refused that names a stream without events; null if such a
 *     stream is no different from others
 * @param <S> the state; it must be immutable, since threads share it
 * @param <E> the events of the stream
 */
public record StreamType<S, E>(
        String type, S initial, BiFunction<S, E, S> evolve, @Nullable Reason notFound) {

    /** A kind of stream whose streams need not begin with anything. */
    public StreamType(String type, S initial, BiFunction<S, E, S> evolve) {
        this(type, initial, evolve, null);
    }

    /** The refusal of an id that no stream has. */
    public Refusal notFound(String id) {
        return new Refusal(
                Objects.requireNonNull(notFound), "There is no " + type + " " + id + ".");
    }

    /** The state, which must be of this type. Refused as not found if it is not. */
    public <K extends S> K require(S state, Class<K> known, String id) {
        if (!known.isInstance(state)) throw notFound(id);
        return known.cast(state);
    }

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
