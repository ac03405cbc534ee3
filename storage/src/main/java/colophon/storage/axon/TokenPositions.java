package colophon.storage.axon;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;

/**
 * Converts places in the log to Axon's tokens: {@code commit << 16 | offset}. The last event of a
 * commit has the offset 0xFFFF, so that a token tells whether its commit is finished.
 */
final class TokenPositions {

    private static final int LAST = 0xFFFF;

    private TokenPositions() {}

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

    /** True if it is the last event of its commit. */
    static boolean isLast(long position) {
        return (position & LAST) == LAST;
    }

    /** The value of a token; of null, the value before the first commit. */
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
