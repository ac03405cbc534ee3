package colophon.storage.mongo;

import colophon.commands.reply.Reply;
import colophon.storage.log.LogRefusedException;
import colophon.storage.log.LogUnavailableException;
import colophon.storage.log.StoredCommit;
import colophon.storage.mongo.documents.StoredCommitCodec;

import com.mongodb.MongoException;
import com.mongodb.client.model.InsertManyOptions;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Receives a copy of a log, commit by commit, with its numbers and hashes. Until {@link #finish}
 * the log cannot be opened. An interrupted copy goes on behind {@link #head}.
 */
public final class MongoLogReceiver {

    private static final int TRIES = 12;

    private final LogCollections log;
    private final MongoLogReader records;
    private final String description;

    private MongoLogReceiver(LogCollections log, String description) {
        this.log = log;
        this.records = new MongoLogReader(log);
        this.description = description;
    }

    /**
     * Prepares a database for the log with this id.
     *
     * @throws LogRefusedException if it holds another log, or something else
     */
    public static MongoLogReceiver open(MongoInstallation database, String id) {
        var log = LogCollections.of(database.events());
        var there = MongoSchema.prepareForCopy(log, id, database.description());
        if (!there.equals(id))
            throw new LogRefusedException(
                    "%s holds another event log (%s, not %s): name another database in the URI"
                            .formatted(database.description(), there, id));
        return new MongoLogReceiver(log, database.description());
    }

    /** The commits received so far. */
    public MongoLogReader records() {
        return records;
    }

    /** Number of the last commit received; 0 if there is none. */
    public long head() {
        return records.head();
    }

    /**
     * Stores commits that follow the last one. Returns when a majority has them.
     *
     * @throws LogRefusedException if another program wrote a commit in the place of one of them
     * @throws LogUnavailableException if the server does not answer; the call can be repeated
     */
    public void take(List<StoredCommit> commits) {
        var left = commits;
        for (var tries = 1; ; tries++)
            try {
                log.commits().insertMany(left);
                return;
            } catch (MongoException e) {
                left = missing(left);
                if (left.isEmpty()) return;
                if (tries == TRIES)
                    throw new LogUnavailableException(
                            "%s does not answer: %s; run the same command again, it goes on where it stopped"
                                    .formatted(description, LogCollections.firstLine(e)),
                            e);
                LockSupport.parkNanos(250_000_000L);
            }
    }

    /** Stores replies that belong to no commit. Existing ones stay. */
    public void keep(List<Reply> replies) {
        if (replies.isEmpty()) return;
        var now = System.currentTimeMillis(); // their retention time starts again
        try {
            log.replies()
                    .insertMany(
                            replies.stream()
                                    .map(reply -> StoredCommitCodec.kept(reply, now))
                                    .toList(),
                            new InsertManyOptions().ordered(false));
        } catch (MongoException e) {
            for (var reply : replies)
                if (records.reply(reply.commandId()) == null)
                    throw new LogUnavailableException(
                            "%s did not take a reply: %s; run the same command again"
                                    .formatted(description, LogCollections.firstLine(e)),
                            e);
        }
    }

    /** Completes the copy. The log may be used now. */
    public void finish() {
        LogCollections.ask(
                () -> {
                    MongoSchema.endCopy(log);
                    return true;
                });
    }

    /** The commits that are not there yet, after a write with an unknown outcome. */
    private List<StoredCommit> missing(List<StoredCommit> commits) {
        try {
            var there = records.records(commits.getFirst().number() - 1, commits.size());
            for (var i = 0; i < there.size(); i++)
                if (!Arrays.equals(there.get(i).hash(), commits.get(i).hash()))
                    throw new LogRefusedException(
                            "Another program appended commit %d to %s; copy into a database that is not in use"
                                    .formatted(there.get(i).number(), description));
            return commits.subList(there.size(), commits.size());
        } catch (LogUnavailableException _) {
            return commits;
        }
    }
}
