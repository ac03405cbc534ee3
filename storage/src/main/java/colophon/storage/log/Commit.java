package colophon.storage.log;

import colophon.commands.reply.CommitTooLargeException;
import colophon.commands.reply.Reply;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What one unit of work adds to the log: all of it or nothing. Checked and digested where it is
 * made, so that the one thread that appends has as little to do as possible.
 */
public final class Commit {

    /** More bytes than this in one commit are refused. */
    public static final int MOST_BYTES = 4 << 20;

    /** More events than this in one commit are refused. */
    public static final int MOST_EVENTS = 4_096;

    private final UUID id;
    private final List<LogEvent> events;
    private final @Nullable Reply reply;
    private final byte[] digest;
    private final int size;
    private final long newest;

    private Commit(UUID id, List<LogEvent> events, @Nullable Reply reply, int size) {
        this.id = id;
        this.events = events;
        this.reply = reply;
        this.size = size;
        this.newest = events.stream().mapToLong(LogEvent::timestamp).max().orElseThrow();
        this.digest = Chain.digest(id, events, reply);
    }

    /**
     * A commit ready to append.
     *
     * @param events at least one
     * @param reply to keep in the same transaction, or null
     * @throws CommitTooLargeException above {@link #MOST_BYTES} or {@link #MOST_EVENTS}
     * @throws LostRaceException if two of the events take the same place or have the same id
     */
    public static Commit of(List<LogEvent> events, @Nullable Reply reply) {
        if (events.isEmpty()) throw new IllegalArgumentException("A commit has at least one event");
        if (events.size() > MOST_EVENTS)
            throw new CommitTooLargeException(
                    "One commit takes at most %d events, not %d"
                            .formatted(MOST_EVENTS, events.size()));
        var size = size(events, reply);
        if (size > MOST_BYTES)
            throw new CommitTooLargeException(
                    "One commit takes at most %d bytes, not %d".formatted(MOST_BYTES, size));
        refuseDuplicates(events);
        return new Commit(UUID.randomUUID(), List.copyOf(events), reply, (int) size);
    }

    /** Made by the writer, never used twice: tells an own commit from another's. */
    public UUID id() {
        return id;
    }

    /** In the order they happened. */
    public List<LogEvent> events() {
        return events;
    }

    /** Kept with the events, or null. */
    public @Nullable Reply reply() {
        return reply;
    }

    /** SHA-256 of everything in it; with number and time it goes into the hash chain. */
    public byte[] digest() {
        return digest;
    }

    /** Bytes it takes, near enough for limits. */
    public int size() {
        return size;
    }

    /** Timestamp of its newest event. */
    public long newest() {
        return newest;
    }

    private static long size(List<LogEvent> events, @Nullable Reply reply) {
        var size = events.stream().mapToLong(LogEvent::size).sum();
        return reply == null ? size : size + 128 + reply.body().length;
    }

    // No database checks uniqueness inside one document or before its own statement, and the loser
    // must be named.
    private static void refuseDuplicates(List<LogEvent> events) {
        if (events.size() == 1) return;
        Set<String> ids = new HashSet<>();
        Map<String, Set<Long>> places = new HashMap<>();
        for (var i = 0; i < events.size(); i++) {
            var event = events.get(i);
            if (!ids.add(event.id())
                    || !places.computeIfAbsent(event.stream(), _ -> new HashSet<>())
                            .add(event.sequence())) throw new LostRaceException(event, i);
        }
    }
}
