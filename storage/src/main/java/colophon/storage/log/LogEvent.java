package colophon.storage.log;

import org.jspecify.annotations.Nullable;

/**
 * One event as stored in the log.
 *
 * @param stream id of the aggregate; the event's own id if it belongs to none
 * @param sequence from 0, unique in its stream
 * @param type kind of aggregate, or null if it belongs to none
 * @param id its own; checked within its commit, and for an event without an aggregate in the log
 * @param timestamp milliseconds since 1970; finer parts are cut off
 * @param name the stored name of the payload type
 * @param revision of the payload, or null
 */
public record LogEvent(
        String stream,
        long sequence,
        @Nullable String type,
        String id,
        long timestamp,
        String name,
        @Nullable String revision,
        byte[] payload,
        byte[] metadata) {

    /** True for an event that belongs to no aggregate. */
    public boolean isAlone() {
        return type == null && stream.equals(id);
    }

    /** Approximate size in bytes, for limits. */
    int size() {
        return 64
                + stream.length()
                + id.length()
                + name.length()
                + payload.length
                + metadata.length;
    }
}
