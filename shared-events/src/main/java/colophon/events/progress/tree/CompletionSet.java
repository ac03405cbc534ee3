package colophon.events.progress.tree;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** An immutable set of completions, each given by its index in the order of days. */
final class CompletionSet {

    private final long[] words;
    private final int hash;

    private CompletionSet(long[] words) {
        this.words = words;
        this.hash = hash(words);
    }

    /** The indexes below {@code count} that the test picks. */
    static CompletionSet of(int count, IntPredicate picked) {
        var words = new long[(count + 63) >> 6];
        for (int i = 0; i < count; i++) if (picked.test(i)) words[i >> 6] |= 1L << i;
        return new CompletionSet(words);
    }

    static CompletionSet none(int count) {
        return new CompletionSet(new long[(count + 63) >> 6]);
    }

    boolean has(int place) {
        return (words[place >> 6] & 1L << place) != 0;
    }

    CompletionSet and(CompletionSet other) {
        var both = new long[words.length];
        for (int i = 0; i < both.length; i++) both[i] = words[i] & other.words[i];
        return new CompletionSet(both);
    }

    CompletionSet or(CompletionSet other) {
        var all = new long[words.length];
        for (int i = 0; i < all.length; i++) all[i] = words[i] | other.words[i];
        return new CompletionSet(all);
    }

    /** The set without the indexes that the test picks. */
    CompletionSet without(IntPredicate picked) {
        var some = words.clone();
        for (int i = next(0); i >= 0; i = next(i + 1))
            if (picked.test(i)) some[i >> 6] &= ~(1L << i);
        return new CompletionSet(some);
    }

    /** The indexes from {@code from}, inclusive, to {@code until}, exclusive. */
    CompletionSet between(int from, int until) {
        var some = new long[words.length];
        for (int i = from >> 6; i < some.length && i << 6 < until; i++) {
            some[i] = words[i];
            if (i == from >> 6) some[i] &= -1L << from;
            if (until - (i << 6) < 64) some[i] &= (1L << until) - 1;
        }
        return new CompletionSet(some);
    }

    /** The first index in the set that is {@code from} or later, or -1. */
    int next(int from) {
        int i = from >> 6;
        if (i >= words.length) return -1;
        var word = words[i] & -1L << from;
        while (word == 0) {
            if (++i == words.length) return -1;
            word = words[i];
        }
        return (i << 6) + Long.numberOfTrailingZeros(word);
    }

    int count() {
        int count = 0;
        for (var word : words) count += Long.bitCount(word);
        return count;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CompletionSet bits && Arrays.equals(words, bits.words);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** Mixes the bits well, because the sets in one map differ in few bits. */
    private static int hash(long[] words) {
        long hash = 0;
        for (var word : words) {
            hash = (hash ^ word) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        return (int) hash;
    }
}
