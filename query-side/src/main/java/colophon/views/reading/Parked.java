package colophon.views.reading;

import java.time.Instant;
import java.util.List;

/** The events that a record of a view could not read, and those that wait behind them. */
public interface Parked {

    /**
     * One event that one record has not read.
     *
     * @param key the record, "?" when the event does not even say which one
     * @param position the commit of the event
     * @param reason what is wrong, in words
     */
    record ParkedEvent(
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

    /** How many events are parked; 0 when every record has read everything. */
    int size();

    /** Up to {@code limit} of them in the order of the log, beginning behind that place. */
    List<ParkedEvent> list(String afterPlace, int limit);

    /** True if that record is behind: whatever comes for it has to be parked too. */
    boolean holds(String view, String key);

    /** Keeps one more; one that is there already stays what it was. */
    void park(ParkedEvent event);

    /** Forgets all of them. */
    void clear();
}
