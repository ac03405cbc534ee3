package colophon.benchmarks.append;

import java.util.Arrays;

/** Keeps every measured duration, so percentiles are exact. For one thread. */
public final class Samples {

    private long[] nanos = new long[1 << 12];
    private int size;

    public void add(long taken) {
        if (size == nanos.length) nanos = Arrays.copyOf(nanos, size * 2);
        nanos[size++] = taken;
    }

    public void addAll(Samples other) {
        for (int i = 0; i < other.size; i++) add(other.nanos[i]);
    }

    public void clear() {
        size = 0;
    }

    public int count() {
        return size;
    }

    /**
     * The duration, in milliseconds, that this share of the samples does not exceed; 0 if there are
     * none.
     */
    public double millis(double share) {
        if (size == 0) return 0;
        Arrays.sort(nanos, 0, size);
        return nanos[Math.min(size - 1, (int) (share * size))] / 1e6;
    }
}
