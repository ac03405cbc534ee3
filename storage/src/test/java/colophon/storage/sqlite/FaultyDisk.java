package colophon.storage.sqlite;

import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A disk between the log and SQLite that fails on request. */
final class FaultyDisk {

    private enum Commit {
        WORKS,
        FAILS,
        WORKS_BUT_SAYS_IT_FAILED
    }

    private final AtomicReference<Commit> next = new AtomicReference<>(Commit.WORKS);
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile int pages;
    private volatile @Nullable Connection real;

    void loseTheNextAnswer() {
        next.set(Commit.WORKS_BUT_SAYS_IT_FAILED);
    }

    void failTheNextCommit() {
        next.set(Commit.FAILS);
    }

    void refuseToOpen(int times) {
        refusals.set(times);
    }

    /** SQLite reports a full disk above this number of pages. */
    void limitPages(int most) throws SQLException {
        pages = most;
        var connection = real;
        if (connection != null) Sql.run(connection, "PRAGMA max_page_count=" + most);
    }

    Connection open(Path file) throws SQLException {
        if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) throw failure();
        var connection = SqliteSchema.writer(file, "FULL");
        real = connection;
        if (pages > 0) Sql.run(connection, "PRAGMA max_page_count=" + pages);
        return proxy(
                Connection.class,
                (_, method, arguments) -> {
                    var result = call(connection, method, arguments);
                    return result instanceof PreparedStatement statement
                                    && "COMMIT".equals(arguments[0])
                            ? committing(statement)
                            : result;
                });
    }

    private PreparedStatement committing(PreparedStatement statement) {
        return proxy(
                PreparedStatement.class,
                (_, method, arguments) -> {
                    if (!method.getName().equals("executeUpdate"))
                        return call(statement, method, arguments);
                    var fault = next.getAndSet(Commit.WORKS);
                    if (fault == Commit.FAILS) throw failure();
                    var result = call(statement, method, arguments);
                    if (fault == Commit.WORKS_BUT_SAYS_IT_FAILED) throw failure();
                    return result;
                });
    }

    private static SQLException failure() {
        return new SQLiteException("disk I/O error", SQLiteErrorCode.SQLITE_IOERR_FSYNC);
    }

    private static @Nullable Object call(Object target, Method method, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
