package colophon.storage.sqlite;

import colophon.commands.reply.DuplicateCommandException;
import colophon.commands.reply.OutcomeUnknownException;
import colophon.commands.reply.Reply;
import colophon.storage.durability.OutageReport;
import colophon.storage.log.Commit;
import colophon.storage.log.ConflictingCommitException;
import colophon.storage.log.HashChain;
import colophon.storage.log.LogUnavailableException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Makes batches durable, on the single writing connection. Head and hash are cached, so the
 * database is read only after a failure.
 */
final class LogWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);

    private final Path file;
    private final WriterOpening opening;
    private PreparedStatements statements;
    private Tip tip;
    private boolean settled = true;
    private volatile long head;
    private final OutageReport outage = new OutageReport("The event log cannot be written");

    /** The end of the chain, on which the next commit builds. */
    private record Tip(long number, byte[] hash) {}

    /** Work done in the transaction. It is answered when the transaction is durable. */
    private record WrittenTask(WriteTask work, Object answer) {}

    /** Opens the writing connection, at first and after a failure. */
    @FunctionalInterface
    interface WriterOpening {
        Connection open(Path file) throws SQLException;
    }

    LogWriter(Path file, WriterOpening opening) throws SQLException {
        this.file = file;
        this.opening = opening;
        this.statements = new PreparedStatements(opening.open(file));
        try {
            SqliteSchema.prepare(statements.connection(), file);
            statements.connection().setAutoCommit(false);
            end();
            this.tip = read();
            this.head = tip.number;
        } catch (SQLException | RuntimeException e) {
            statements.close();
            throw e;
        }
    }

    long head() {
        return head;
    }

    /** One line that says why the log takes no commits now; empty if it does. */
    Optional<String> trouble() {
        return outage.now();
    }

    /** Writes a batch in one transaction and answers each piece. Never throws. */
    void write(List<WriteTask> batch) {
        var done = new ArrayList<WrittenTask>(batch.size());
        var committing = false;
        try {
            if (!settled) settle();
            var next = apply(batch, done);
            committing = true;
            statements.update("COMMIT");
            tip = next;
            head = next.number;
            outage.over();
            done.forEach(LogWriter::answer);
        } catch (SQLException | RuntimeException | Error e) {
            fail(batch, done, committing, e);
        }
    }

    @Override
    public void close() throws SQLException {
        statements.close();
    }

    /**
     * Tries without savepoints first: refusals are rare, and SQLite then need not keep what each
     * task changed. A refusal rolls back the batch, and it is repeated with savepoints.
     */
    private Tip apply(List<WriteTask> batch, List<WrittenTask> done) throws SQLException {
        statements.update("BEGIN IMMEDIATE");
        var next = tip;
        try {
            for (var work : batch) next = apply(work, next, done);
            return next;
        } catch (RuntimeException refused) {
            statements.update("ROLLBACK");
            done.clear();
            return applyOneByOne(batch, done);
        }
    }

    private Tip applyOneByOne(List<WriteTask> batch, List<WrittenTask> done) throws SQLException {
        statements.update("BEGIN IMMEDIATE");
        var next = tip;
        for (var work : batch) {
            statements.update("SAVEPOINT one");
            try {
                next = apply(work, next, done);
            } catch (RuntimeException refused) {
                statements.update("ROLLBACK TO one");
                done.add(new WrittenTask(work, refused));
            }
            statements.update("RELEASE one");
        }
        return next;
    }

    private Tip apply(WriteTask work, Tip before, List<WrittenTask> done) throws SQLException {
        switch (work) {
            case WriteTask.Append append -> {
                var next = append(append.commit(), before);
                done.add(new WrittenTask(append, next.number));
                return next;
            }
            case WriteTask.OtherWrite<?> other -> {
                done.add(new WrittenTask(other, other.change().apply(statements)));
                return before;
            }
        }
    }

    private Tip append(Commit commit, Tip before) throws SQLException {
        var number = before.number + 1;
        var time = commit.newest();
        var hash = HashChain.next(before.hash, number, time, commit.digest());
        var reply = commit.reply();
        if (reply != null) insert(reply, number, 0, statements);
        insertEvents(commit, number);
        statements.update(
                "INSERT INTO commits(number, id, time, events, command, hash) VALUES (?, ?, ?, ?,"
                        + " ?, ?)",
                number,
                Sql.bytes(commit.id()),
                time,
                commit.events().size(),
                reply == null ? null : reply.commandId(),
                hash);
        return new Tip(number, hash);
    }

    private void insertEvents(Commit commit, long number) throws SQLException {
        var insert = statements.get(EventRow.INSERT);
        var events = commit.events();
        for (var i = 0; i < events.size(); i++) {
            var event = events.get(i);
            EventRow.bind(insert, number << 16 | (i == events.size() - 1 ? 0xFFFF : i), event);
            try {
                insert.executeUpdate();
            } catch (SQLException e) {
                if (Sql.isTaken(e)) throw new ConflictingCommitException(event, i);
                throw e;
            }
        }
    }

    /** {@code kept} is when a reply without a commit was stored, in milliseconds since 1970. */
    static void insert(Reply reply, long position, long kept, PreparedStatements statements)
            throws SQLException {
        try {
            statements.update(
                    "INSERT INTO replies(command, position, digest, status, content_type, body,"
                            + " kept) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    reply.commandId(),
                    position,
                    reply.digest(),
                    reply.status(),
                    reply.contentType(),
                    reply.body(),
                    kept);
        } catch (SQLException e) {
            if (Sql.isTaken(e)) throw new DuplicateCommandException(reply.commandId());
            throw e;
        }
    }

    /**
     * The transaction failed as a whole. The file tells whether it was written: a commit that
     * failed on its way to the disk may still appear after a crash.
     */
    private void fail(
            List<WriteTask> batch, List<WrittenTask> done, boolean committing, Throwable cause) {
        var full = cause instanceof SQLException e && Sql.isFull(e);
        var why = full ? "There is no room on the disk for the event log" : "" + cause.getMessage();
        outage.is(why);
        settled = false;
        var landed = Landed.NO;
        if (committing) landed = landed(done, full);
        switch (landed) {
            case YES -> done.forEach(LogWriter::answer);
            case NO -> refuse(batch, new LogUnavailableException(why, cause));
            case UNKNOWN ->
                    refuse(
                            batch,
                            new OutcomeUnknownException(
                                    "The event log did not confirm the commit", cause));
        }
    }

    private enum Landed {
        YES,
        NO,
        UNKNOWN
    }

    private Landed landed(List<WrittenTask> done, boolean full) {
        try {
            settle();
        } catch (SQLException | RuntimeException e) {
            return full ? Landed.NO : Landed.UNKNOWN;
        }
        try {
            return isThere(done) ? Landed.YES : Landed.NO;
        } catch (SQLException e) {
            settled = false;
            return Landed.UNKNOWN;
        }
    }

    /** One transaction holds the whole batch, so one of its commits stands for all. */
    private boolean isThere(List<WrittenTask> done) throws SQLException {
        for (var one : done) {
            if (!(one.work instanceof WriteTask.Append append)) continue;
            if (!(one.answer instanceof Long number)) continue;
            var id =
                    statements.first(
                            "SELECT id FROM commits WHERE number = ?",
                            row -> Sql.bytes(row, 1),
                            number);
            return Arrays.equals(id, Sql.bytes(append.commit().id()));
        }
        return false;
    }

    /**
     * Reopens the file and moves the write-ahead log into it. After that, what can be read is on
     * the disk, and what cannot be read will never appear. Only then may anything be answered.
     */
    private void settle() throws SQLException {
        try {
            statements.close();
        } catch (SQLException e) {
            LOG.debug("The connection to the event log closed badly", e);
        }
        statements = new PreparedStatements(opening.open(file));
        if (Sql.number(statements.connection(), "PRAGMA wal_checkpoint(TRUNCATE)") != 0)
            throw new SQLException("The write-ahead log is busy");
        statements.connection().setAutoCommit(false);
        end();
        tip = read();
        head = tip.number;
        settled = true;
    }

    /** Ends the driver's own transaction. Ours begin with IMMEDIATE and end explicitly. */
    private void end() throws SQLException {
        try {
            statements.update("ROLLBACK");
        } catch (SQLException _) {
            // Newer drivers begin late; then there is nothing to end.
        }
    }

    private Tip read() throws SQLException {
        var sql = "SELECT number, hash FROM commits ORDER BY number DESC LIMIT 1";
        var last = statements.first(sql, row -> new Tip(row.getLong(1), Sql.bytes(row, 2)));
        return last == null ? new Tip(0, HashChain.start()) : last;
    }

    private static void refuse(List<WriteTask> batch, RuntimeException why) {
        for (var work : batch) work.answer().completeExceptionally(why);
    }

    private static void answer(WrittenTask done) {
        switch (done.answer) {
            case RuntimeException refusal -> done.work.answer().completeExceptionally(refusal);
            case Object answer -> complete(done.work.answer(), answer);
        }
    }

    /** The task itself made the result for its own future, so the type is right. */
    @SuppressWarnings("unchecked")
    private static <T> void complete(CompletableFuture<T> future, Object answer) {
        future.complete((T) answer);
    }
}
