package colophon.api.access;

import org.jspecify.annotations.Nullable;

/** The sender of the request in this thread. */
public interface CommandActor {

    /**
     * Id of the account, never null. It goes into the metadata of every event and scopes the
     * idempotency keys. It must reveal no name, because it stays in the log for ever.
     */
    String who();

    /** Id of the person they act for; null if they act for themselves. */
    default @Nullable String behalf() {
        return null;
    }

    /** What they may change. */
    default WriteAccess access() {
        return WriteAccess.whole(who());
    }
}
