package colophon.commands.reply;

import java.time.Clock;
import java.time.Duration;

/**
 * Drops old answers that belong to no commit. Most of them are refusals, of which a client can
 * cause any number. A request repeated after that is decided anew.
 */
public final class ReplyExpiry {

    private static final int AT_ONCE = 1_000;
    private static final int TIMES = 20;

    private final ReplyStore replies;
    private final Clock clock;
    private final Duration keptFor;

    /** Drops replies older than {@code keptFor}. */
    public ReplyExpiry(ReplyStore replies, Clock clock, Duration keptFor) {
        this.replies = replies;
        this.clock = clock;
        this.keptFor = keptFor;
    }

    /**
     * Drops old replies in small steps, so that other writes can run in between. Returns the
     * number.
     */
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
