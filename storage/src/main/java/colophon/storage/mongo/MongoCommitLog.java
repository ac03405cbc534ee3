package colophon.storage.mongo;

import colophon.commands.reply.KeptReply;
import colophon.commands.reply.Reply;
import colophon.storage.log.Commit;
import colophon.storage.log.CommitLog;
import colophon.storage.log.Committed;
import colophon.storage.log.LogEvent;
import colophon.storage.log.LogRefusedException;
import colophon.storage.log.Recorded;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** The event log in a MongoDB database: one document per commit, many processes. */
public final class MongoCommitLog implements CommitLog {

    private MongoCommitLog() {}

    /**
     * Opens the log of a database, made if it is not there. The database stays the caller's to
     * close.
     *
     * @throws LogRefusedException if it is not a log of a version we know, or lacks a unique index
     *     that cannot be made
     */
    public static MongoCommitLog open(MongoDatabaseOf database) {
        throw new UnsupportedOperationException(database.description());
    }

    /** The id of this log, given when it was made; views, tokens and keys carry it. */
    public String id() {
        throw new UnsupportedOperationException();
    }

    /** What keeps the log from taking anything now, in one line; empty while all is well. */
    public Optional<String> trouble() {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Long> append(Commit commit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Committed> read(long after, int most) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<LogEvent> at(long[] places) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<LogEvent> stream(String stream, long from, int most) {
        throw new UnsupportedOperationException();
    }

    @Override
    public OptionalLong lastSequence(String stream) {
        throw new UnsupportedOperationException();
    }

    @Override
    public OptionalLong firstSince(long time) {
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable LogEvent snapshot(String stream) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void keepSnapshot(LogEvent snapshot) {
        throw new UnsupportedOperationException();
    }

    /** Number of the last commit of all processes, asked of the server each time. */
    @Override
    public long head() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Recorded> records(long after, int most) {
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable KeptReply find(String commandId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public KeptReply keep(Reply reply) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
