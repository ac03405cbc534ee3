package colophon.api.access;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** The actor of the request in this thread. */
@FunctionalInterface
public interface CurrentActor {

    /** The actor; empty if nobody is signed in. */
    Optional<Actor> find();

    /** The actor. Throws if nobody is signed in; the answer is then 401. */
    default Actor current() {
        return find().orElseThrow();
    }

    /** Id of the student they act for; null if they act for themselves. */
    default @Nullable String behalf() {
        return null;
    }

    /** What they may change by this request. Throws if nobody is signed in. */
    default WriteAccess access() {
        return WriteAccess.of(current());
    }
}
