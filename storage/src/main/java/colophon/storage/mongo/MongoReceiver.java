package colophon.storage.mongo;

import colophon.commands.reply.Reply;
import colophon.storage.log.LogRefusedException;
import colophon.storage.log.LogUnavailableException;
import colophon.storage.log.Recorded;
import colophon.storage.mongo.documents.RecordedCodec;

import com.mongodb.MongoException;
import com.mongodb.client.model.InsertManyOptions;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Takes a log from elsewhere, commit by commit as it was, numbers and hashes and all. Until {@link
 * #finish} nobody else opens the log. Who stops in between goes on behind {@link #head}.
 */
public final class MongoReceiver {

    private static final int TRIES = 12;

    private final LogCollections log;
    private final MongoRecords records;
    private final String description;

    private MongoReceiver(LogCollections log, String description) {
        this.log = log;
        this.records = new MongoRecords(log);
        this.description = description;
    }

    /**
     * Gets a database ready for the log of this id.
     *
     * @throws LogRefusedException if it holds another log, or something else
     */
    public static MongoReceiver open(MongoDatabaseOf database, String id) {
        var log = LogCollections.of(database.events());
        var there = Schema.prepareForCopy(log, id, database.description());
        if (!there.equals(id))
            throw new LogRefusedException(
                    "%s holds another event log (%s, not %s): name another database in the URI"
                            .formatted(database.description(), there, id));
        return new MongoReceiver(log, database.description());
    }

    /** What has arrived. */
    public MongoRecords records() {
        return records;
    }

    /** Number of the last commit that has arrived; 0 while none has. */
    public long head() {
        return records.head();
    }

    /**
     * Stores commits that follow the last one. Returns when a majority has them.
     *
     * @throws LogRefusedException if somebody else's commit is in the place of one of them
     * @throws LogUnavailableException if the server does not answer; the same again is harmless
     */
    public void take(List<Recorded> commits) {
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

    /** Stores replies that belong to no commit; those that are there already stay. */
    public void keep(List<Reply> replies) {
        if (replies.isEmpty()) return;
        var now = System.currentTimeMillis(); // they get their whole time anew
        try {
            log.replies()
                    .insertMany(
                            replies.stream().map(reply -> RecordedCodec.kept(reply, now)).toList(),
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

    /** All has arrived: the log may be used. */
    public void finish() {
        LogCollections.ask(
                () -> {
                    Schema.endCopy(log);
                    return true;
                });
    }

    /** What of these is not there yet, after a write whose outcome nobody knows. */
    private List<Recorded> missing(List<Recorded> commits) {
        try {
            var there = records.records(commits.getFirst().number() - 1, commits.size());
            for (var i = 0; i < there.size(); i++)
                if (!Arrays.equals(there.get(i).hash(), commits.get(i).hash()))
                    throw new LogRefusedException(
                            "Somebody else appended commit %d to %s; copy into a database nobody uses"
                                    .formatted(there.get(i).number(), description));
            return commits.subList(there.size(), commits.size());
        } catch (LogUnavailableException _) {
            return commits;
        }
    }
}
