package colophon.storage.axon;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;

/**
 * Places in the log as Axon's tokens: {@code commit << 16 | offset}, the last event of a commit
 * with offset 0xFFFF, so that the token of a finished commit says so by itself.
 */
final class Positions {

    private static final int LAST = 0xFFFF;

    private Positions() {}

    /** The value of the token of an event. */
    static long of(long commit, int offset, int events) {
        return commit << 16 | (offset == events - 1 ? LAST : offset);
    }

    /** The value of the token after a whole commit. */
    static long after(long commit) {
        return commit << 16 | LAST;
    }

    static long commit(long position) {
        return position >> 16;
    }

    /** True if nothing of its commit comes after it. */
    static boolean isLast(long position) {
        return (position & LAST) == LAST;
    }

    /** The value of a token; of none, that before the first commit. */
    static long of(@Nullable TrackingToken token) {
        var plain = token == null ? null : WrappedToken.unwrapLowerBound(token);
        if (plain == null) return after(0);
        if (plain instanceof GlobalSequenceTrackingToken global) return global.getGlobalIndex();
        throw new IllegalArgumentException("Not a token of this log: " + token);
    }

    static GlobalSequenceTrackingToken token(long position) {
        return new GlobalSequenceTrackingToken(position);
    }
}
