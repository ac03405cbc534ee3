package colophon.storage.mongo.appending;

import java.util.List;

/** The result of a {@link DatabaseCall}. */
public sealed interface DatabaseAnswer {

    /** Everything is durable with a majority, or the pause is over. */
    record Completed() implements DatabaseAnswer {}

    /**
     * A unique index refused the commit with this index. Earlier ones in the batch are durable with
     * a majority, later ones were not tried.
     */
    record IndexTaken(int index) implements DatabaseAnswer {}

    /** These slots, in order; for a tip at most one. */
    record SlotsRead(List<CommitSlot> slots) implements DatabaseAnswer {}

    /** These documents. */
    record ConflictsFound(List<ConflictingDocument> holders) implements DatabaseAnswer {}

    /** The outcome is unknown: it may be there, now or later. */
    record OutcomeUnknown(String why) implements DatabaseAnswer {}
}
