package colophon.storage.log;

import java.util.stream.Collectors;

/** Another commit took a place of an event in a stream, or its id. Nothing was added. */
public final class ConflictingCommitException extends RuntimeException {

    private final int index;

    /** Names the event that was too late, and its index in the commit. */
    public ConflictingCommitException(LogEvent event, int index) {
        super(
                "%s, or the log has event %s".formatted(places(event), event.id()),
                null,
                false,
                false);
        this.index = index;
    }

    private static String places(LogEvent event) {
        return event.places().stream()
                .map(p -> "Stream %s already has sequence %d".formatted(p.stream(), p.sequence()))
                .collect(Collectors.joining(", or "));
    }

    /** Index, in the commit, of the event that was too late. */
    public int index() {
        return index;
    }
}
