package colophon.storage.log;

import colophon.commands.reply.StoredReply;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.OptionalLong;

/** Reads a log from its database, as {@link CommitLog} says. Safe for use by many threads. */
public interface LogReader extends AuditableLog, CommitTimes.TimeSource {

    /** A read stops after the commit that exceeds this, so that batches stay small in memory. */
    long MOST_BYTES = 8 << 20;

    /** The events at these places: see {@link CommitLog#at}. */
    List<LogEvent> at(long[] places);

    /** Events that lie in a stream: see {@link CommitLog#stream}. */
    List<LogEvent> stream(String stream, long from, int most);

    /** The highest sequence number of a stream: see {@link CommitLog#lastSequence}. */
    OptionalLong lastSequence(String stream);

    /** The reply to a command, or null. */
    @Nullable StoredReply reply(String commandId);

    /** The exception for a place without an event. */
    static IllegalArgumentException noEventAt(long place) {
        return new IllegalArgumentException(
                "Commit %d has no event at offset %d".formatted(place >> 16, place & 0xFFFF));
    }
}
