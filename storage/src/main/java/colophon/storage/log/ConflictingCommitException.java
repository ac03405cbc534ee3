package colophon.storage.log;

/** Another commit took the place of an event in its stream, or its id. Nothing was added. */
public final class ConflictingCommitException extends RuntimeException {

    private final int index;

    /** Names the event that was too late, and its index in the commit. */
    public ConflictingCommitException(LogEvent event, int index) {
        super(
                "Stream %s already has sequence %d, or the log has event %s"
                        .formatted(event.stream(), event.sequence(), event.id()),
                null,
                false,
                false);
        this.index = index;
    }

    /** Index, in the commit, of the event that was too late. */
    public int index() {
        return index;
    }
}
