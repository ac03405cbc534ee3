package colophon.storage.sqlite;

import colophon.storage.durability.OutageReport;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/** A pool of a few read-only connections. */
final class ReadConnections implements AutoCloseable {

    private static final int MOST = 8;

    private final Path file;
    private final Semaphore permits = new Semaphore(MOST);
    private final ConcurrentLinkedDeque<PreparedStatements> idle = new ConcurrentLinkedDeque<>();
    private final OutageReport outage = new OutageReport("The event log cannot be read");
    private volatile boolean closed;

    ReadConnections(Path file) {
        this.file = file;
    }

    /** A question to the database. */
    @FunctionalInterface
    interface ReadQuery<T extends @Nullable Object> {
        T ask(PreparedStatements statements) throws SQLException;
    }

    <T extends @Nullable Object> T ask(ReadQuery<T> question) {
        permits.acquireUninterruptibly();
        try {
            var statements = idle.poll();
            if (statements == null) statements = new PreparedStatements(SqliteSchema.reader(file));
            var answer = ask(statements, question);
            outage.over();
            return answer;
        } catch (SQLException e) {
            if (!Sql.isOutage(e)) throw new IllegalStateException("Cannot read " + file, e);
            // Idle connections may answer from memory and so hide a failure of the disk.
            closeIdle();
            throw outage.met(e);
        } finally {
            permits.release();
        }
    }

    private <T extends @Nullable Object> T ask(PreparedStatements statements, ReadQuery<T> question)
            throws SQLException {
        var fine = false;
        try {
            var answer = question.ask(statements);
            fine = true;
            return answer;
        } finally {
            // A failed connection may be in any state, so the next question gets a new one.
            if (fine && !closed) idle.push(statements);
            else close(statements);
        }
    }

    /**
     * One line that says why the file cannot be read. While there is trouble, each call tries
     * again.
     */
    Optional<String> trouble() {
        if (outage.now().isEmpty()) return outage.now();
        try {
            closeIdle();
            ask(statements -> Sql.number(statements.connection(), "SELECT max(version) FROM log"));
        } catch (RuntimeException _) {
            // the trouble has been logged
        }
        return outage.now().map(why -> "The event log cannot be read: " + why);
    }

    @Override
    public void close() {
        closed = true;
        permits.acquireUninterruptibly(MOST);
        try {
            closeIdle();
        } finally {
            permits.release(MOST);
        }
    }

    private void closeIdle() {
        for (var statements = idle.poll(); statements != null; statements = idle.poll())
            close(statements);
    }

    /** The connection only read, so nothing is lost if closing fails. */
    private static void close(PreparedStatements statements) {
        try {
            statements.close();
        } catch (SQLException _) {
            // the connection is not needed any more
        }
    }
}
