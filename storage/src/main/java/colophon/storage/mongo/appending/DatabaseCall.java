package colophon.storage.mongo.appending;

import colophon.storage.log.Commit;
import colophon.storage.log.StoredCommit;

import java.util.List;

/** What the appender asks of the database: the port between the algorithm and the server. */
public sealed interface DatabaseCall {

    /** Insert these in order, each durable with a majority; stop at the first that cannot be. */
    record Insert(List<StoredCommit> commits) implements DatabaseCall {}

    /** The last slot that a majority has. */
    record ReadTip() implements DatabaseCall {}

    /** The slots from this number on that a majority has, in order; at most {@link #MOST}. */
    record ReadSlots(long from) implements DatabaseCall {

        /** The largest number of slots at once. */
        public static final int MOST = 1_024;
    }

    /** All documents of a majority that take a place or a command id of these. */
    record FindConflicts(List<Commit> commits) implements DatabaseCall {}

    /** Wait a little; longer after more failures in a row. */
    record Pause(int failures) implements DatabaseCall {}
}
