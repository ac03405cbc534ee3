package colophon.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.commands.reply.OutcomeUnknownException;
import colophon.storage.log.Commit;
import colophon.storage.log.CommitLog;
import colophon.storage.log.CommitLogContract;
import colophon.storage.log.LogEvent;
import colophon.storage.log.LogRefusedException;
import colophon.storage.log.LogUnavailableException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** The contract on SQLite, and what only a database in a file can go through. */
@SuppressWarnings("NullAway.Init")
class SqliteCommitLogTest extends CommitLogContract {

    @TempDir private Path directory;
    private final Faults faults = new Faults();

    @Override
    protected CommitLog open() {
        return SqliteCommitLog.open(file(), faults::open);
    }

    @Override
    protected void shut() {
        log.close();
    }

    @Override
    protected void loseTheNextAnswer() {
        faults.loseTheNextAnswer();
    }

    @Test
    void a_commit_that_did_not_land_is_refused_and_leaves_its_number_to_the_next() {
        append(0);
        faults.failTheNextCommit();
        assertThatThrownBy(() -> append(1)).hasCauseInstanceOf(LogUnavailableException.class);
        assertThat(append(1)).isEqualTo(2);
    }

    @Test
    void nothing_is_acknowledged_until_the_file_can_be_read_back() {
        append(0);
        faults.loseTheNextAnswer();
        faults.refuseToOpen(2);
        assertThatThrownBy(() -> append(1)).hasCauseInstanceOf(OutcomeUnknownException.class);
        assertThat(((SqliteCommitLog) log).trouble()).isPresent();
        assertThatThrownBy(() -> append(2)).hasCauseInstanceOf(LogUnavailableException.class);
        assertThat(append(2)).isEqualTo(3);
        assertThat(log.stream("a", 0, 9)).hasSize(3);
        assertThat(((SqliteCommitLog) log).trouble()).isEmpty();
    }

    @Test
    void a_full_disk_is_said_clearly_and_writing_goes_on_when_there_is_room_again()
            throws SQLException {
        append(0);
        faults.limitPages(40);
        var written = 1;
        try {
            for (; written < 100; written++) append(written, new byte[100_000]);
        } catch (RuntimeException e) {
            assertThat(e)
                    .hasCauseInstanceOf(LogUnavailableException.class)
                    .hasMessageContaining("no room on the disk");
        }
        assertThat(written).isLessThan(100);
        assertThat(log.head()).isEqualTo(written);
        assertThat(log.stream("a", 0, 200)).hasSize(written);
        faults.limitPages(1_000_000);
        assertThat(append(written)).isEqualTo(written + 1);
    }

    @Test
    void a_log_of_another_schema_version_is_refused_in_one_line() throws SQLException {
        change("UPDATE log SET version = 2");
        assertThatThrownBy(this::open)
                .isInstanceOf(LogRefusedException.class)
                .hasMessageContaining("schema version 2")
                .hasMessageNotContaining("\n");
        change("UPDATE log SET version = 1");
        log = open();
    }

    @Test
    void a_log_without_a_unique_index_is_refused() throws SQLException {
        for (var index :
                List.of("one_event_per_place", "one_event_per_id", "one_reply_per_command"))
            refusedWithout(index);
    }

    @Test
    void a_file_that_is_no_log_is_refused() throws SQLException {
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("o.db"))) {
            other.createStatement().execute("CREATE TABLE t(a)");
        }
        assertThatThrownBy(
                        () ->
                                SqliteCommitLog.open(
                                        directory.resolve("o.db"),
                                        file -> Schema.writer(file, "FULL")))
                .isInstanceOf(LogRefusedException.class)
                .hasMessageContaining("is not an event log");
    }

    @Test
    void the_settings_that_make_it_durable_are_in_force() throws SQLException {
        try (var connection = Schema.writer(file(), "FULL")) {
            assertThat(Sql.number(connection, "PRAGMA synchronous")).isEqualTo(2);
            try (var row = connection.createStatement().executeQuery("PRAGMA journal_mode")) {
                assertThat(row.getString(1)).isEqualTo("wal");
            }
        }
    }

    private void refusedWithout(String index) throws SQLException {
        var sql = "SELECT sql FROM sqlite_master WHERE name = '" + index + "'";
        String definition;
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            definition = connection.createStatement().executeQuery(sql).getString(1);
        }
        change("DROP INDEX " + index);
        assertThatThrownBy(this::open)
                .isInstanceOf(LogRefusedException.class)
                .hasMessageContaining(index);
        change(definition.replace("UNIQUE ", ""));
        assertThatThrownBy(this::open).isInstanceOf(LogRefusedException.class);
        change("DROP INDEX " + index);
        change(definition);
        log = open();
    }

    private void change(String sql) throws SQLException {
        log.close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            connection.createStatement().execute(sql);
        }
    }

    private long append(long sequence) {
        return append(sequence, new byte[] {1});
    }

    private long append(long sequence, byte[] payload) {
        var event =
                new LogEvent(
                        "a",
                        sequence,
                        "Thing",
                        UUID.randomUUID().toString(),
                        1,
                        "Name",
                        "1",
                        payload,
                        new byte[] {2});
        return log.append(Commit.of(List.of(event), null)).join();
    }

    private Path file() {
        return directory.resolve("events.db");
    }
}
