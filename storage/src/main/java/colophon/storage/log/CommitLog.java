package colophon.storage.log;

import colophon.commands.reply.CommitTooLargeException;
import colophon.commands.reply.DuplicateCommandException;
import colophon.commands.reply.OutcomeUnknownException;
import colophon.commands.reply.ReplyStore;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/**
 * The event log: commits numbered 1, 2, 3… without gaps. A reader that has seen n has seen
 * everything up to n. Acknowledged commits are durable. Safe for use by many threads.
 */
public interface CommitLog extends ReplyStore, AuditableLog, AutoCloseable {

    /**
     * Appends a commit. The future gives its number once it is durable, or fails:
     *
     * <ul>
     *   <li>{@link ConflictingCommitException}: another commit was first at a place of one of its
     *       events; nothing added
     *   <li>{@link DuplicateCommandException}: its command has a reply already; nothing added
     *   <li>{@link LogUnavailableException}: the log is unavailable, e.g. the disk is full; nothing
     *       added
     *   <li>{@link OutcomeUnknownException}: it may be there, now or later
     * </ul>
     *
     * ({@link CommitTooLargeException} comes from {@link Commit#of}.)
     */
    CompletableFuture<Long> append(Commit commit);

    /**
     * The same, for a thread that waits for the result. The thread may do the writing itself, which
     * is faster if no other thread writes. Do not use it to append many commits at a time.
     */
    CompletableFuture<Long> appendHere(Commit commit);

    /**
     * Complete commits after {@code after}, in order; at most {@code most}, fewer if they are
     * large. Empty only at the head. Each event comes once, in however many streams it lies.
     */
    List<CommittedEvents> read(long after, int most);

    /**
     * The events at these places, in the same order. A place is {@code commit << 16 | offset}, and
     * the offset of the last event of a commit is 0xFFFF.
     *
     * @throws IllegalArgumentException if there is no event at one of them
     */
    List<LogEvent> at(long[] places);

    /**
     * Events that lie in a stream, from this sequence number there on, inclusive, in order; at most
     * {@code most}. Each comes with all its places: {@link LogEvent#placeIn} gives the one in this
     * stream.
     */
    List<LogEvent> stream(String stream, long from, int most);

    /** The highest sequence number of a stream, or empty if it has no events. */
    OptionalLong lastSequence(String stream);

    /**
     * Number of the first commit that holds an event of this time or later; empty if there is none.
     *
     * @param time milliseconds since 1970
     */
    OptionalLong firstSince(long time);

    /**
     * Number of the last commit with this time or an earlier one; 0 if there is none. It and all
     * earlier commits were known at that time. Earlier commits may carry later times, from a clock
     * that was ahead.
     *
     * @param time milliseconds since 1970
     */
    long lastUntil(long time);

    /** Appends the commits accepted so far, then stops. */
    @Override
    void close();

    /**
     * The events of one commit, for readers of the log.
     *
     * @param number from 1, without gaps
     */
    record CommittedEvents(long number, List<LogEvent> events) {}
}
