package colophon.commands.desk;

import java.util.function.BiFunction;

/**
 * A kind of thing that decisions are made about: how its state folds from its events.
 *
 * @param type unique; the stream of a subject is {@code type:id}, so that ids of two kinds never
 *     meet
 * @param initial the state before the first event
 * @param evolve pure: the state after one more event
 * @param <S> the state, immutable: it is shared between threads
 * @param <E> the events of the stream
 */
public record Subject<S, E>(String type, S initial, BiFunction<S, E, S> evolve) {

    /** The stream of the subject with this id. */
    public Stream<S, E> stream(String id) {
        return new Stream<>(this, id);
    }

    /** The events of one subject. */
    public record Stream<S, E>(Subject<S, E> subject, String id) {

        /** Its identifier in the log. */
        public String name() {
            return subject.type() + ":" + id;
        }
    }
}
