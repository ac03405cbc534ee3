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
 * What one unit of work adds to the log, completely or not at all. It is checked and digested when
 * it is made, so that the single thread that appends has little to do.
 */
public final class Commit {

    /** A commit of more bytes is refused. */
    public static final int MOST_BYTES = 4 << 20;

    /** A commit of more events is refused. */
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
        this.digest = HashChain.digest(id, events, reply);
    }

    /**
     * A commit ready to append.
     *
     * @param events at least one
     * @param reply to store in the same transaction, or null
     * @throws CommitTooLargeException above {@link #MOST_BYTES} or {@link #MOST_EVENTS}
     * @throws ConflictingCommitException if two of the events take the same place or have the same
     *     id
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

    /** The id, made by the writer and never used twice. It identifies the writer's own commits. */
    public UUID id() {
        return id;
    }

    /** The events in the order in which they happened. */
    public List<LogEvent> events() {
        return events;
    }

    /** The reply stored with the events, or null. */
    public @Nullable Reply reply() {
        return reply;
    }

    /** SHA-256 of everything in it; part of the hash chain together with number and time. */
    public byte[] digest() {
        return digest;
    }

    /** Approximate size in bytes, for limits. */
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

    // No database checks uniqueness within one document or before its own statement, and the
    // exception must name the event.
    private static void refuseDuplicates(List<LogEvent> events) {
        if (events.size() == 1) return;
        Set<String> ids = new HashSet<>();
        Map<String, Set<Long>> places = new HashMap<>();
        for (var i = 0; i < events.size(); i++) {
            var event = events.get(i);
            var isNew = ids.add(event.id());
            for (var place : event.places())
                isNew &=
                        places.computeIfAbsent(place.stream(), _ -> new HashSet<>())
                                .add(place.sequence());
            if (!isNew) throw new ConflictingCommitException(event, i);
        }
    }
}
