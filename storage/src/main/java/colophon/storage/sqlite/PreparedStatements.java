package colophon.storage.sqlite;

import colophon.storage.sqlite.Sql.RowReader;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A connection with its statements, each prepared once. For one thread at a time. */
final class PreparedStatements implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    PreparedStatements(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    PreparedStatement get(String sql, @Nullable Object... values) throws SQLException {
        var statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        return Sql.bind(statement, values);
    }

    <T> List<T> rows(String sql, RowReader<T> reader, @Nullable Object... values)
            throws SQLException {
        return Sql.rows(get(sql, values), reader);
    }

    /** The first row that a query finds, or null. */
    <T> @Nullable T first(String sql, RowReader<T> reader, @Nullable Object... values)
            throws SQLException {
        try (var row = get(sql, values).executeQuery()) {
            return row.next() ? reader.read(row) : null;
        }
    }

    int update(String sql, @Nullable Object... values) throws SQLException {
        return get(sql, values).executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
