package colophon.storage.mongo.appending;

import java.util.List;

/** What came of a {@link Call}. */
public sealed interface Answer {

    /** All of it is durable with a majority; a pause is over. */
    record Done() implements Answer {}

    /**
     * A unique index refused the commit of this index. What comes before it in the batch is durable
     * with a majority, what comes after it was not tried.
     */
    record Taken(int index) implements Answer {}

    /** These slots, in order; of a tip at most one. */
    record Slots(List<Slot> slots) implements Answer {}

    /** These documents. */
    record Holders(List<Holder> holders) implements Answer {}

    /** Nobody knows what came of it, or nothing did: it may be there, now or later. */
    record Unknown(String why) implements Answer {}
}
