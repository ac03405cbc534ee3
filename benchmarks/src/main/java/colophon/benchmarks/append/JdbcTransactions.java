package colophon.benchmarks.append;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

/** Transactions bound to the thread, for Axon's JDBC engine, as Spring would provide them. */
final class JdbcTransactions implements TransactionManager, ConnectionProvider {

    private final DataSource pool;
    private final ThreadLocal<@Nullable Connection> bound = new ThreadLocal<>();

    JdbcTransactions(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = bound.get();
        return connection == null ? pool.getConnection() : withoutClose(connection);
    }

    /** The same thread takes the connection at the start and returns it at the end. */
    @Override
    public Transaction startTransaction() {
        if (bound.get() != null) return part();
        try {
            var connection = pool.getConnection();
            bound.set(connection);
            return whole(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Transaction part() {
        return new Transaction() {
            @Override
            public void commit() {}

            @Override
            public void rollback() {}
        };
    }

    private Transaction whole(Connection connection) {
        return new Transaction() {
            @Override
            public void commit() {
                end(connection, true);
            }

            @Override
            public void rollback() {
                end(connection, false);
            }
        };
    }

    private void end(Connection connection, boolean commit) {
        bound.remove();
        try (connection) {
            if (commit) connection.commit();
            else connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection withoutClose(Connection connection) {
        return (Connection)
                Proxy.newProxyInstance(
                        JdbcTransactions.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (_, method, values) -> {
                            if (method.getName().equals("close")) return null;
                            try {
                                return method.invoke(connection, values);
                            } catch (InvocationTargetException e) {
                                throw e.getTargetException();
                            }
                        });
    }
}
