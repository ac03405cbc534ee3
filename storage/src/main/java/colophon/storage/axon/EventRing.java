package colophon.storage.axon;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The newest events, decoded once and shared by all streams. One thread adds; any number of threads
 * read without locks. Each entry carries its index, so that a reader notices when its place has
 * been overwritten.
 */
final class EventRing {

    private final AtomicReferenceArray<@Nullable RingEntry> entries;
    private volatile long end;

    /**
     * One event.
     *
     * @param before position of the previous event; there is no event between the two positions
     */
    record RingEntry(long index, long before, long position, TrackedEventMessage<?> event) {}

    EventRing(int capacity) {
        entries = new AtomicReferenceArray<>(Math.max(1, capacity));
    }

    /** Index of the next event to be added. */
    long end() {
        return end;
    }

    void add(long before, long position, TrackedEventMessage<?> event) {
        var index = end;
        entries.set(slot(index), new RingEntry(index, before, position, event));
        end = index + 1;
    }

    /** The entry with this index; null if it is not there yet or has been overwritten. */
    @Nullable RingEntry get(long index) {
        var entry = entries.get(slot(index));
        return entry != null && entry.index == index ? entry : null;
    }

    /**
     * Index of the first event after this position, {@link #end} if there is none yet, or -1 if the
     * ring is empty or does not reach back that far any more.
     */
    long after(long position) {
        while (true) {
            var high = end;
            if (high == 0) return -1;
            var low = Math.max(0, high - entries.length());
            var oldest = get(low);
            if (oldest == null) continue;
            if (oldest.before > position) return -1;
            var found = search(low, high, position);
            if (found >= 0) return found;
        }
    }

    private long search(long from, long to, long position) {
        var low = from;
        var high = to;
        while (low < high) {
            var middle = (low + high) >>> 1;
            var entry = get(middle);
            if (entry == null) return -1;
            if (entry.position > position) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    private int slot(long index) {
        return (int) (index % entries.length());
    }
}
