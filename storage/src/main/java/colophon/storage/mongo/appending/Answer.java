package colophon.storage.mongo.appending;

import java.util.List;

/** The result of a {@link Call}. */
public sealed interface Answer {

    /** Everything is durable with a majority, or the pause is over. */
    record Done() implements Answer {}

    /**
     * A unique index refused the commit with this index. Earlier ones in the batch are durable with
     * a majority, later ones were not tried.
     */
    record Taken(int index) implements Answer {}

    /** These slots, in order; for a tip at most one. */
    record Slots(List<Slot> slots) implements Answer {}

    /** These documents. */
    record Holders(List<Holder> holders) implements Answer {}

    /** The outcome is unknown: it may be there, now or later. */
    record Unknown(String why) implements Answer {}
}
