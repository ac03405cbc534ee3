package colophon.storage.sqlite;

import colophon.storage.log.Trouble;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/** A few connections that only read, lent out for one question each. */
final class Readers implements AutoCloseable {

    private static final int MOST = 8;

    private final Path file;
    private final Semaphore permits = new Semaphore(MOST);
    private final ConcurrentLinkedDeque<Statements> idle = new ConcurrentLinkedDeque<>();
    private final Trouble trouble = new Trouble("The event log cannot be read");
    private volatile boolean closed;

    Readers(Path file) {
        this.file = file;
    }

    /** A question to the database. */
    @FunctionalInterface
    interface Question<T extends @Nullable Object> {
        T ask(Statements statements) throws SQLException;
    }

    <T extends @Nullable Object> T ask(Question<T> question) {
        permits.acquireUninterruptibly();
        try {
            var statements = idle.poll();
            if (statements == null) statements = new Statements(Schema.reader(file));
            var answer = ask(statements, question);
            trouble.over();
            return answer;
        } catch (SQLException e) {
            if (!Sql.isOutage(e)) throw new IllegalStateException("Cannot read " + file, e);
            // Others may have what they are asked in memory still, and would say that all is well.
            closeIdle();
            throw trouble.met(e);
        } finally {
            permits.release();
        }
    }

    private <T extends @Nullable Object> T ask(Statements statements, Question<T> question)
            throws SQLException {
        var fine = false;
        try {
            var answer = question.ask(statements);
            fine = true;
            return answer;
        } finally {
            // A connection that failed may be in any state: the next question gets a new one.
            if (fine && !closed) idle.push(statements);
            else close(statements);
        }
    }

    /** What keeps the file from being read; each call tries anew while there is something. */
    Optional<String> trouble() {
        if (trouble.now().isEmpty()) return trouble.now();
        try {
            closeIdle();
            ask(statements -> Sql.number(statements.connection(), "SELECT max(version) FROM log"));
        } catch (RuntimeException _) {
            // it has been said
        }
        return trouble.now().map(why -> "The event log cannot be read: " + why);
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

    /** It only read: whatever it says, nothing is lost with it. */
    private static void close(Statements statements) {
        try {
            statements.close();
        } catch (SQLException _) {
            // it is of no use any more
        }
    }
}
