package colophon.storage.sqlite;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/** A few connections that only read, lent out for one question each. */
final class Readers implements AutoCloseable {

    private static final int MOST = 8;

    private final Path file;
    private final Semaphore permits = new Semaphore(MOST);
    private final ConcurrentLinkedDeque<Statements> idle = new ConcurrentLinkedDeque<>();
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
            return ask(statements, question);
        } catch (SQLException e) {
            throw new UncheckedIOException("Cannot read " + file, new IOException(e));
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
            else statements.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        permits.acquireUninterruptibly(MOST);
        try {
            for (var statements = idle.poll(); statements != null; statements = idle.poll())
                statements.close();
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        } finally {
            permits.release(MOST);
        }
    }
}
