package colophon.commands.reply;

import java.time.Clock;
import java.time.Duration;

/**
 * Drops the answers that no commit carries when they are old enough: refusals above all, of which a
 * client can make any number. Whoever repeats such a request later than that is decided anew.
 */
public final class OldReplies {

    private static final int AT_ONCE = 1_000;
    private static final int TIMES = 20;

    private final Replies replies;
    private final Clock clock;
    private final Duration keptFor;

    /** Of those replies, by that clock. */
    public OldReplies(Replies replies, Clock clock, Duration keptFor) {
        this.replies = replies;
        this.clock = clock;
        this.keptFor = keptFor;
    }

    /** Drops some, in small steps between which others write; says how many. */
    public int drop() {
        var before = clock.instant().minus(keptFor);
        var dropped = 0;
        for (var i = 0; i < TIMES; i++) {
            var some = replies.forget(before, AT_ONCE);
            dropped += some;
            if (some < AT_ONCE) break;
        }
        return dropped;
    }
}
