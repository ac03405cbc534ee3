package colophon.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.storage.log.LogUnavailableException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

@Tag("io")
class SqliteFileTest {

    @TempDir Path directory;

    private final AtomicInteger openings = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicInteger recalls = new AtomicInteger();

    @Test
    void a_connection_that_failed_is_not_used_again() throws SQLException {
        try (var file = file()) {
            var first = connection(file);
            assertThat(connection(file)).isSameAs(first);
            assertThatThrownBy(() -> file.ask(_ -> fail(SQLiteErrorCode.SQLITE_IOERR_READ)))
                    .isInstanceOf(LogUnavailableException.class)
                    .hasMessageContaining("The things");
            assertThat(recalls).hasValue(0);
            assertThat(connection(file)).isNotSameAs(first);
            assertThat(recalls).hasValue(1); // the cache may differ from the file
            assertThat(first.isClosed()).isTrue();
            assertThat(openings).hasValue(2);
        }
    }

    @Test
    void the_trouble_is_reported_and_asking_for_it_tries_again() throws SQLException {
        try (var file = file()) {
            assertThat(file.trouble()).isEmpty();
            refusals.set(2);
            assertThatThrownBy(() -> file.ask(_ -> fail(SQLiteErrorCode.SQLITE_IOERR_FSYNC)))
                    .isInstanceOf(LogUnavailableException.class);
            assertThat(file.trouble())
                    .hasValueSatisfying(w -> assertThat(w).contains("The things"));
            assertThatThrownBy(() -> file.ask(connection -> connection))
                    .isInstanceOf(LogUnavailableException.class);
            assertThat(file.trouble()).isEmpty();
        }
    }

    @Test
    void what_the_program_does_wrong_is_no_outage() throws SQLException {
        try (var file = file()) {
            assertThatThrownBy(() -> file.ask(connection -> connection.prepareStatement("OOPS")))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> file.ask(_ -> fail(SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE)))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(file.trouble()).isEmpty();
        }
    }

    @Test
    void closed_it_stays_closed() throws SQLException {
        var file = file();
        file.close();
        assertThatThrownBy(() -> file.ask(connection -> connection))
                .isInstanceOf(LogUnavailableException.class);
        assertThat(openings).hasValue(1);
    }

    private SqliteFile file() throws SQLException {
        return new SqliteFile("The things", this::open, _ -> recalls.incrementAndGet());
    }

    private static Connection connection(SqliteFile file) {
        return file.ask(connection -> connection);
    }

    private Connection open() throws SQLException {
        if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0)
            return fail(SQLiteErrorCode.SQLITE_CANTOPEN);
        openings.incrementAndGet();
        return DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("things.db"));
    }

    private static Connection fail(SQLiteErrorCode code) throws SQLException {
        throw new SQLiteException("disk I/O error", code);
    }
}
