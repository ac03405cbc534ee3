package colophon.storage.sqlite;

import colophon.commands.gateway.StudentWriteCounts;
import colophon.commands.reply.Reply;
import colophon.commands.reply.StoredReply;
import colophon.storage.durability.GroupCommit;
import colophon.storage.log.Commit;
import colophon.storage.log.CommitLog.CommittedEvents;
import colophon.storage.log.DurableLog;
import colophon.storage.log.LogRefusedException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The event log in one SQLite file: WAL, synchronous=FULL, one transaction for several commits. */
public final class SqliteCommitLog extends DurableLog {

    private final LogWriter writer;
    private final SqliteLogReader records;
    private final GroupCommit<WriteTask> appender;

    private SqliteCommitLog(LogWriter writer, SqliteLogReader records) {
        super(records);
        this.writer = writer;
        this.records = records;
        this.appender = new GroupCommit<>("log-appender", WriteTask::size, writer::write);
    }

    /**
     * Opens the log of a data directory. Creates it if it does not exist.
     *
     * @throws LogRefusedException if its schema is unknown, or lacks a unique index
     */
    public static SqliteCommitLog open(DataDirectory directory) {
        return open(
                DataDirectory.events(directory.path()), file -> SqliteSchema.writer(file, "FULL"));
    }

    static SqliteCommitLog open(Path path, LogWriter.WriterOpening opening) {
        return DataDirectory.opened(
                path,
                file -> {
                    var writer = new LogWriter(file, opening);
                    var readers = new ReadConnections(file);
                    return new SqliteCommitLog(writer, new SqliteLogReader(readers));
                });
    }

    @Override
    public CompletableFuture<Long> append(Commit commit) {
        var answer = new CompletableFuture<Long>();
        appender.add(new WriteTask.Append(commit, answer));
        return answer;
    }

    @Override
    public CompletableFuture<Long> appendHere(Commit commit) {
        var answer = new CompletableFuture<Long>();
        appender.addHere(new WriteTask.Append(commit, answer));
        return answer;
    }

    /**
     * One line that says why the log takes no commits now; empty if it does. While there is
     * trouble, each call tries again whether the disk works: no other call may come, because load
     * balancers send requests elsewhere.
     */
    @Override
    public Optional<String> trouble() {
        if (writer.trouble().isPresent()) tryToWrite();
        return writer.trouble().or(records::trouble);
    }

    @Override
    public List<CommittedEvents> read(long after, int most) {
        var head = writer.head();
        return after >= head ? List.of() : records.read(after, most, head);
    }

    @Override
    public long head() {
        return writer.head();
    }

    @Override
    public StoredReply keep(Reply reply) {
        return change(
                statements -> {
                    var kept = SqliteLogReader.reply(statements, reply.commandId());
                    if (kept != null) return kept;
                    LogWriter.insert(reply, 0, System.currentTimeMillis(), statements);
                    return new StoredReply(reply, 0);
                });
    }

    @Override
    public int forget(Instant keptBefore, int most) {
        return change(
                statements ->
                        statements.update(
                                "DELETE FROM replies WHERE rowid IN (SELECT rowid FROM replies"
                                        + " WHERE position = 0 AND kept < ? ORDER BY kept LIMIT ?)",
                                keptBefore.toEpochMilli(),
                                most));
    }

    /** How many commands each student has sent. */
    public StudentWriteCounts ownWrites() {
        return new SqliteStudentWriteCounts(this);
    }

    @Override
    public String id() {
        return records.id();
    }

    @Override
    public void close() {
        appender.close();
        records.close();
        try {
            writer.close();
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private void tryToWrite() {
        try {
            change(statements -> statements.update("UPDATE log SET version = version"));
        } catch (RuntimeException _) {
            // the trouble has been logged
        }
    }

    /** Runs a change on the writing thread and waits until it is durable. */
    <T> T change(WriteTask.LogChange<T> change) {
        var answer = new CompletableFuture<T>();
        appender.add(new WriteTask.OtherWrite<>(change, answer));
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException refused ? refused : e;
        }
    }
}
