package colophon.storage.sqlite;

import colophon.commands.reply.Reply;

import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Shortcuts for JDBC, and the meaning of SQLite's errors. */
public final class Sql {

    private Sql() {}

    /** A connection whose every change is durable. Waits so long for other processes. */
    public static Connection connect(Path file, int busyMillis) throws SQLException {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(busyMillis);
        return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    }

    /** Runs a statement without values. */
    public static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The number in the first row and column; 0 if there is no row. */
    public static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    /** All rows that a query finds. */
    public static <T> List<T> rows(
            Connection connection, String sql, RowReader<T> reader, @Nullable Object... values)
            throws SQLException {
        try (var statement = bind(connection.prepareStatement(sql), values)) {
            return rows(statement, reader);
        }
    }

    static <T> List<T> rows(PreparedStatement query, RowReader<T> reader) throws SQLException {
        var all = new ArrayList<T>();
        try (var rows = query.executeQuery()) {
            while (rows.next()) all.add(reader.read(rows));
        }
        return all;
    }

    /** Runs a change, and returns how many rows it has changed. */
    public static int change(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        try (var statement = bind(connection.prepareStatement(sql), values)) {
            return statement.executeUpdate();
        }
    }

    /** Binds all values of a statement. */
    public static PreparedStatement bind(PreparedStatement statement, @Nullable Object... values)
            throws SQLException {
        for (var i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
        return statement;
    }

    static Reply reply(ResultSet row, int at) throws SQLException {
        return new Reply(
                row.getString(at),
                bytes(row, at + 1),
                row.getInt(at + 2),
                row.getString(at + 3),
                bytes(row, at + 4));
    }

    /** The driver returns an empty BLOB as an empty array or as null. */
    static byte[] bytes(ResultSet row, int at) throws SQLException {
        var bytes = row.getBytes(at);
        return bytes == null ? new byte[0] : bytes;
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    static UUID uuid(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    /** True if a unique index refused the row. Only this statement had no effect. */
    static boolean isTaken(SQLException e) {
        return e instanceof SQLiteException sqlite
                && switch (sqlite.getResultCode()) {
                    case SQLITE_CONSTRAINT_UNIQUE,
                            SQLITE_CONSTRAINT_PRIMARYKEY,
                            SQLITE_CONSTRAINT_ROWID ->
                            true;
                    default -> false;
                };
    }

    /**
     * True if the disk, the file system or another process prevents reading or writing, perhaps
     * only for now. False if the program is wrong.
     */
    static boolean isOutage(SQLException e) {
        if (!(e instanceof SQLiteException sqlite)) return true; // the connection is closed
        return switch (SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & 0xFF)) {
            case SQLITE_ERROR,
                    SQLITE_INTERNAL,
                    SQLITE_SCHEMA,
                    SQLITE_TOOBIG,
                    SQLITE_CONSTRAINT,
                    SQLITE_MISMATCH,
                    SQLITE_MISUSE,
                    SQLITE_RANGE ->
                    false;
            default -> true;
        };
    }

    /** True if the disk is full. Then the transaction is certainly not in the file. */
    static boolean isFull(SQLException e) {
        return e instanceof SQLiteException sqlite
                && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_FULL;
    }

    /** Reads one row of a result. */
    @FunctionalInterface
    public interface RowReader<T> {

        /** What is in the present row. */
        T read(ResultSet row) throws SQLException;
    }
}
