package colophon.storage.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * Finds commits by their time. Commits carry the time of the clock that recorded them, and clocks
 * go back, so the times are not sorted and bisection does not work. Instead, the earliest and the
 * latest time of every {@link #BLOCK} commits are cached. They are read only once, because commits
 * never change. The first question in a process therefore reads the times of all commits, each
 * later one those of a block or two. Safe for use by many threads.
 */
public final class CommitTimes {

    /** The number of commits in a block. */
    public static final int BLOCK = 1_024;

    /** Number of blocks read together at first, to save round trips to a server. */
    private static final int AT_ONCE = 32;

    private final TimeSource source;
    private final List<Span> spans = new ArrayList<>();

    /** Reads times from the log. */
    @FunctionalInterface
    public interface TimeSource {

        /**
         * The times of these commits, milliseconds since 1970, in their order.
         *
         * @param after number of the commit before the first
         * @param until number of the last, which must exist
         */
        long[] times(long after, long until);
    }

    /** The earliest and the latest time of a block. */
    private record Span(long earliest, long latest) {}

    /** Searches the times of this source. */
    public CommitTimes(TimeSource source) {
        this.source = source;
    }

    /**
     * Number of the last commit, up to {@code head}, with that time or an earlier one; 0 if there
     * is none.
     */
    public long lastUntil(long time, long head) {
        long blocks = remembered(head);
        var found = last(source.times(blocks * BLOCK, head), time);
        if (found >= 0) return blocks * BLOCK + found + 1;
        for (long block = blocks - 1; block >= 0; block--) {
            if (span(block).earliest > time) continue;
            var within = last(source.times(block * BLOCK, (block + 1) * BLOCK), time);
            return block * BLOCK + within + 1;
        }
        return 0;
    }

    /**
     * Number of the first commit, up to {@code head}, with that time or a later one; empty if there
     * is none.
     */
    public OptionalLong firstSince(long time, long head) {
        long blocks = remembered(head);
        for (long block = 0; block < blocks; block++) {
            if (span(block).latest < time) continue;
            var within = first(source.times(block * BLOCK, (block + 1) * BLOCK), time);
            return OptionalLong.of(block * BLOCK + within + 1);
        }
        var found = first(source.times(blocks * BLOCK, head), time);
        return found < 0 ? OptionalLong.empty() : OptionalLong.of(blocks * BLOCK + found + 1);
    }

    /** Caches all complete blocks, and returns their number. */
    private synchronized long remembered(long head) {
        long blocks = head / BLOCK;
        while (spans.size() < blocks) {
            long first = spans.size();
            var times = source.times(first * BLOCK, Math.min(blocks, first + AT_ONCE) * BLOCK);
            for (int at = 0; at < times.length; at += BLOCK)
                spans.add(span(Arrays.copyOfRange(times, at, at + BLOCK)));
        }
        return blocks;
    }

    private synchronized Span span(long block) {
        return spans.get((int) block);
    }

    private static Span span(long[] times) {
        var earliest = Long.MAX_VALUE;
        var latest = Long.MIN_VALUE;
        for (var time : times) {
            earliest = Math.min(earliest, time);
            latest = Math.max(latest, time);
        }
        return new Span(earliest, latest);
    }

    private static int last(long[] times, long time) {
        for (var i = times.length - 1; i >= 0; i--) if (times[i] <= time) return i;
        return -1;
    }

    private static int first(long[] times, long time) {
        for (var i = 0; i < times.length; i++) if (times[i] >= time) return i;
        return -1;
    }
}
