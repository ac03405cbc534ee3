package colophon.views.reading;

import java.time.Instant;
import java.util.List;

/**
 * The dead letters: events that a record of a view could not read, and later events for the same
 * record.
 */
public interface DeadLetters {

    /**
     * One event that one record has not read.
     *
     * @param key the key of the record, "?" if the key itself could not be determined
     * @param position the commit of the event
     * @param reason what is wrong, in words
     */
    record DeadLetter(
            String view,
            String key,
            long position,
            int offset,
            String event,
            String reason,
            Instant enqueuedAt) {

        /** Its place in the list, which is the order of the log. */
        public String place() {
            return "%019d.%05d.%s.%s".formatted(position, offset, view, key);
        }
    }

    /** The number of dead letters; 0 if every record has read everything. */
    int size();

    /** Up to {@code limit} of them in the order of the log, behind that place. */
    List<DeadLetter> list(String afterPlace, int limit);

    /** True if that record has dead letters. Later events for it must become dead letters, too. */
    boolean contains(String view, String key);

    /** Adds one. If it is there already, the first one stays. */
    void add(DeadLetter event);
}
