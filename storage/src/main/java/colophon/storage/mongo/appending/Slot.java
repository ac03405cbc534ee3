package colophon.storage.mongo.appending;

import colophon.storage.log.Chain;
import colophon.storage.log.Recorded;

import java.util.UUID;

/**
 * A place in the log and the commit in it. It identifies the writer's own commits, and the next
 * commit builds on it.
 *
 * @param number of the commit, from 1
 * @param id of the commit
 */
public record Slot(long number, UUID id, byte[] hash) {

    /** The slot before the first commit. */
    static final Slot START = new Slot(0, new UUID(0, 0), Chain.start());

    /** The slot of a commit. Only number, id and hash of the commit are used. */
    public static Slot of(Recorded commit) {
        return new Slot(commit.number(), commit.id(), commit.hash());
    }
}
