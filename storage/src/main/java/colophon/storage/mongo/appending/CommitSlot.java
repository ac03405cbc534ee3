package colophon.storage.mongo.appending;

import colophon.storage.log.HashChain;
import colophon.storage.log.StoredCommit;

import java.util.UUID;

/**
 * A place in the log and the commit in it. It identifies the writer's own commits, and the next
 * commit builds on it.
 *
 * @param number of the commit, from 1
 * @param id of the commit
 */
public record CommitSlot(long number, UUID id, byte[] hash) {

    /** The slot before the first commit. */
    static final CommitSlot START = new CommitSlot(0, new UUID(0, 0), HashChain.start());

    /** The slot of a commit. Only number, id and hash of the commit are used. */
    public static CommitSlot of(StoredCommit commit) {
        return new CommitSlot(commit.number(), commit.id(), commit.hash());
    }
}
