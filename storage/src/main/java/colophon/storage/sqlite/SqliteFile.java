package colophon.storage.sqlite;

import colophon.storage.log.LogUnavailableException;
import colophon.storage.log.Trouble;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A small file of ours beside the event log, with one connection, for one thread at a time. A
 * connection that failed may be in any state, so the next question opens the file anew; what cannot
 * be answered for the disk's sake is a {@link LogUnavailableException}, said once in the log of the
 * process. Safe for use by many threads.
 */
public final class SqliteFile implements AutoCloseable {

    private final String name;
    private final Opening opening;
    private final Question<?> reopened;
    private final Trouble trouble;
    private @Nullable Connection connection;
    private boolean closed;

    /** How the connection is opened, at first and after a failure. */
    @FunctionalInterface
    public interface Opening {
        /** A connection with all its settings. */
        Connection open() throws SQLException;
    }

    /** A question to the database, or a change. */
    @FunctionalInterface
    public interface Question<T extends @Nullable Object> {
        /** Asks it; each statement is a transaction. */
        T ask(Connection connection) throws SQLException;
    }

    /**
     * Opens it.
     *
     * @param name begins the sentences about it, as in "The accounts"
     * @param reopened what to ask first of a file that was opened anew: for what is remembered of
     *     it, which a write that failed may have changed all the same
     */
    public SqliteFile(String name, Opening opening, Question<?> reopened) throws SQLException {
        this.name = name;
        this.opening = opening;
        this.reopened = reopened;
        this.trouble = new Trouble(name);
        this.connection = opening.open();
    }

    /**
     * Asks, or changes something.
     *
     * @throws LogUnavailableException if the file cannot be read or written now; a change may then
     *     be there or not
     */
    public synchronized <T extends @Nullable Object> T ask(Question<T> question) {
        try {
            var answer = question.ask(connection());
            trouble.over();
            return answer;
        } catch (SQLException e) {
            drop();
            if (closed || Sql.isOutage(e)) throw trouble.met(e);
            throw new IllegalStateException(name + " were asked what they cannot answer", e);
        }
    }

    /**
     * What is wrong with the file, in one line; empty while all is well. While something is, each
     * call tries whether the disk is well again.
     */
    public Optional<String> trouble() {
        if (trouble.now().isEmpty()) return trouble.now();
        try {
            ask(SqliteFile::readAndWrite);
        } catch (RuntimeException _) {
            // it has been said
        }
        return trouble.now().map(why -> name + ": " + why);
    }

    @Override
    public synchronized void close() {
        closed = true;
        drop();
    }

    /** What a failed write left in the write-ahead log must not be taken for durable. */
    private Connection connection() throws SQLException {
        if (closed) throw new SQLException("closed");
        var known = connection;
        if (known != null) return known;
        var opened = opening.open();
        connection = opened;
        if (Sql.number(opened, "PRAGMA wal_checkpoint(TRUNCATE)") != 0)
            throw new SQLException("the write-ahead log is busy");
        var _ = reopened.ask(opened);
        return opened;
    }

    private void drop() {
        var known = connection;
        connection = null;
        if (known == null) return;
        try {
            known.close();
        } catch (SQLException _) {
            // it is of no use any more, whatever it says
        }
    }

    /** A question that touches the disk both ways and changes nothing. */
    public static boolean readAndWrite(Connection connection) throws SQLException {
        var version = Sql.number(connection, "PRAGMA user_version");
        Sql.run(connection, "PRAGMA user_version=" + version);
        return true;
    }
}
