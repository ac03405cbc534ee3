package colophon.views.reading;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The events that a record of a view could not read, and those that wait behind them. */
public final class Parked {

    /**
     * One event that one record has not read.
     *
     * @param key the record, "?" when the event does not even say which one
     * @param position the commit of the event
     * @param reason what is wrong, in words
     */
    public record ParkedEvent(
            String view,
            String key,
            long position,
            int offset,
            String event,
            String reason,
            Instant parkedAt) {

        /** Its place in the list, which is the order of the log. */
        public String place() {
            return "%019d.%05d.%s.%s".formatted(position, offset, view, key);
        }
    }

    private final ConcurrentSkipListMap<String, ParkedEvent> events = new ConcurrentSkipListMap<>();
    private final Set<String> records = ConcurrentHashMap.newKeySet();

    /** How many events are parked; 0 when every record has read everything. */
    public int size() {
        return events.size();
    }

    /** Up to {@code limit} of them in the order of the log, beginning behind that place. */
    public List<ParkedEvent> list(String afterPlace, int limit) {
        return events.tailMap(afterPlace, false).values().stream().limit(limit).toList();
    }

    boolean holds(String view, String key) {
        return !records.isEmpty() && records.contains(view + "/" + key);
    }

    void park(ParkedEvent event) {
        records.add(event.view() + "/" + event.key());
        events.putIfAbsent(event.place(), event);
    }

    void clear() {
        events.clear();
        records.clear();
    }
}
