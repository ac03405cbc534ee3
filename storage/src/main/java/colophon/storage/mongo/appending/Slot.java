package colophon.storage.mongo.appending;

import colophon.storage.log.Chain;
import colophon.storage.log.Recorded;

import java.util.UUID;

/**
 * A place in the log and who has it: what tells an own commit from another's, and what the next one
 * builds on.
 *
 * @param number of the commit, from 1
 * @param id of the commit
 */
public record Slot(long number, UUID id, byte[] hash) {

    /** What the first commit builds on. */
    static final Slot START = new Slot(0, new UUID(0, 0), Chain.start());

    /** The slot of a commit, of which number, id and hash are enough. */
    public static Slot of(Recorded commit) {
        return new Slot(commit.number(), commit.id(), commit.hash());
    }
}
