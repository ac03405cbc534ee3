package colophon.events;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;

/**
 * One event and what the log knows about it.
 *
 * @param position number of its commit, from 1
 * @param offset place in the commit; the last event of a commit has {@link #LAST}
 * @param recordedAt when it entered the log; not the day the event is about
 * @param who the account that caused it, or "unknown" if the log does not say
 * @param behalf id of the person the account acted for, or null
 * @param institutions the institutions that account was limited to then; empty if it was not
 *     limited or the log does not say
 */
public record Recorded<E>(
        E event,
        long position,
        int offset,
        Instant recordedAt,
        String who,
        @Nullable String behalf,
        String eventId,
        Set<String> institutions) {

    /** The offset of the last event of every commit. */
    public static final int LAST = 0xFFFF;

    /** A fact from an account without a limit to institutions. */
    public Recorded(
            E event,
            long position,
            int offset,
            Instant recordedAt,
            String who,
            @Nullable String behalf,
            String eventId) {
        this(event, position, offset, recordedAt, who, behalf, eventId, Set.of());
    }

    /** A fact from an account that acted for itself. */
    public Recorded(
            E event, long position, int offset, Instant recordedAt, String who, String eventId) {
        this(event, position, offset, recordedAt, who, null, eventId);
    }

    /** A fact with only its order known: enough to compute from, not enough to show. */
    public static <E> Recorded<E> inOrder(E event, long order) {
        return new Recorded<>(event, order, LAST, Instant.EPOCH, "", "");
    }

    /** The place of the last event of a commit, as one number. */
    public static long endOf(long commit) {
        return commit << 16 | LAST;
    }

    /** The place in the log as one number that sorts like the log. */
    public long index() {
        return position << 16 | offset;
    }

    /** True for the event after which its commit has been read as a whole. */
    public boolean endsCommit() {
        return offset == LAST;
    }

    /** True if this event comes later in the log than that place. */
    public boolean isAfter(long otherPosition, int otherOffset) {
        return position != otherPosition ? position > otherPosition : offset > otherOffset;
    }

    /** The order of the log: negative if this event is the earlier one. */
    public int compareToInLog(Recorded<?> other) {
        return position != other.position
                ? Long.compare(position, other.position)
                : Integer.compare(offset, other.offset);
    }

    /** The place in the log as a text that sorts like the log. */
    public String place() {
        return padded(position, 15) + "." + padded(offset, 5);
    }

    /** This fact with the type of {@code same}. Throws if {@code same} is not its event. */
    @SuppressWarnings("unchecked")
    public <T> Recorded<T> as(T same) {
        if (same != event) throw new IllegalArgumentException("Another event: " + same);
        return (Recorded<T>) this;
    }

    private static String padded(long number, int width) {
        var digits = Long.toString(number);
        return "0".repeat(width - digits.length()) + digits;
    }
}
