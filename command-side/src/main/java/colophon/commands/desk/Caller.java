package colophon.commands.desk;

import org.jspecify.annotations.Nullable;

/** Who sends the request of this thread. */
public interface Caller {

    /**
     * Never null; goes into the metadata of every event and scopes the idempotency keys. An id that
     * tells no name: it stays in the log for ever.
     */
    String who();

    /** Whom they act for, an id as well; null if for nobody else. */
    default @Nullable String behalf() {
        return null;
    }

    /** What they may touch. */
    default Scope scope() {
        return Scope.whole(who());
    }
}
