package colophon.storage.sqlite;

import colophon.storage.durability.OutageReport;
import colophon.storage.log.LogUnavailableException;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A small database file beside the event log, with one connection for one thread at a time. A
 * failed connection may be in any state, so the next question reopens the file. If the disk
 * prevents an answer, {@link LogUnavailableException} is thrown, and the trouble is logged once.
 * Safe for use by many threads.
 */
public final class SqliteFile implements AutoCloseable {

    private final String name;
    private final FileOpening opening;
    private final FileQuery<?> reopened;
    private final OutageReport outage;
    private @Nullable Connection connection;
    private boolean closed;

    /** Opens the connection, at first and after a failure. */
    @FunctionalInterface
    public interface FileOpening {
        /** A connection with all its settings. */
        Connection open() throws SQLException;
    }

    /** A query or a change. */
    @FunctionalInterface
    public interface FileQuery<T extends @Nullable Object> {
        /** Runs it; each statement is a transaction. */
        T ask(Connection connection) throws SQLException;
    }

    /**
     * Opens the file.
     *
     * @param name begins the sentences about it, as in "The accounts"
     * @param reopened runs first on a reopened file, to refresh what is cached of it: a write that
     *     reported a failure may have changed the file all the same
     */
    public SqliteFile(String name, FileOpening opening, FileQuery<?> reopened) throws SQLException {
        this.name = name;
        this.opening = opening;
        this.reopened = reopened;
        this.outage = new OutageReport(name);
        this.connection = opening.open();
    }

    /**
     * Runs a query or a change.
     *
     * @throws LogUnavailableException if the file cannot be read or written now; a change may then
     *     be there or not
     */
    public synchronized <T extends @Nullable Object> T ask(FileQuery<T> question) {
        try {
            var answer = question.ask(connection());
            outage.over();
            return answer;
        } catch (SQLException e) {
            drop();
            if (closed || Sql.isOutage(e)) throw outage.met(e);
            throw new IllegalStateException(name + " got an invalid statement", e);
        }
    }

    /**
     * One line that says what is wrong with the file; empty if nothing is. While there is trouble,
     * each call tries again.
     */
    public Optional<String> trouble() {
        if (outage.now().isEmpty()) return outage.now();
        try {
            ask(SqliteFile::readAndWrite);
        } catch (RuntimeException _) {
            // the trouble has been logged
        }
        return outage.now().map(why -> name + ": " + why);
    }

    @Override
    public synchronized void close() {
        closed = true;
        drop();
    }

    /** The write-ahead log may hold a failed write, which must not be taken for durable. */
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
            // the connection is not needed any more
        }
    }

    /** A question that reads and writes the disk without a change. */
    public static boolean readAndWrite(Connection connection) throws SQLException {
        var version = Sql.number(connection, "PRAGMA user_version");
        Sql.run(connection, "PRAGMA user_version=" + version);
        return true;
    }
}
