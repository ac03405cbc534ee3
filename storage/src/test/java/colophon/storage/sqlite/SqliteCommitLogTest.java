package colophon.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.commands.reply.OutcomeUnknownException;
import colophon.storage.log.Commit;
import colophon.storage.log.CommitLog;
import colophon.storage.log.CommitLogContract;
import colophon.storage.log.LogRefusedException;
import colophon.storage.log.LogUnavailableException;
import colophon.storage.log.SampleEvents;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** The contract on SQLite, and cases that only a database in a file meets. */
@Tag("io")
@SuppressWarnings("NullAway.Init")
class SqliteCommitLogTest extends CommitLogContract {

    @TempDir private Path directory;
    private final FaultyDisk faults = new FaultyDisk();

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
        faults.refuseToOpen(3); // one failure for the call of trouble()
        assertThatThrownBy(() -> append(1)).hasCauseInstanceOf(OutcomeUnknownException.class);
        assertThat(((SqliteCommitLog) log).trouble()).isPresent();
        assertThatThrownBy(() -> append(2)).hasCauseInstanceOf(LogUnavailableException.class);
        assertThat(append(2)).isEqualTo(3);
        assertThat(log.stream("a", 0, 9)).hasSize(3);
        assertThat(((SqliteCommitLog) log).trouble()).isEmpty();
    }

    @Test
    void asking_for_the_trouble_tries_again() {
        append(0);
        faults.failTheNextCommit();
        assertThatThrownBy(() -> append(1)).hasCauseInstanceOf(LogUnavailableException.class);
        assertThat(((SqliteCommitLog) log).trouble()).isEmpty();
    }

    @Test
    void what_the_disk_does_not_give_is_an_outage_until_it_does() throws IOException {
        for (int i = 0; i < 200; i++) append(i, new byte[5_000]);
        shut();
        log = open();
        var whole = Files.readAllBytes(file());
        try (var broken = new RandomAccessFile(file().toFile(), "rw")) {
            broken.seek(4_096);
            broken.write(new byte[whole.length - 4_096]);
        }
        for (int i = 0; i < 3; i++) // every open connection, and new ones
        assertThatThrownBy(() -> log.stream("a", 0, 200))
                    .isInstanceOf(LogUnavailableException.class)
                    .hasMessageContaining("The event log cannot be read");
        assertThatThrownBy(() -> log.find("c")).isInstanceOf(LogUnavailableException.class);
        assertThatThrownBy(() -> log.lastUntil(5)).isInstanceOf(LogUnavailableException.class);
        assertThat(((SqliteCommitLog) log).trouble()).isPresent();
        Files.write(file(), whole, StandardOpenOption.WRITE);
        assertThat(((SqliteCommitLog) log).trouble()).isEmpty();
        assertThat(log.stream("a", 0, 200)).hasSize(200);
        // and no reader holds an old state of the file
        append(200);
        faults.failTheNextCommit();
        assertThatThrownBy(() -> append(201)).hasCauseInstanceOf(LogUnavailableException.class);
        append(201);
        for (int i = 0; i < 9; i++) assertThat(log.lastUntil(Long.MAX_VALUE)).isEqualTo(202);
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
        for (var version : List.of(1, 3)) {
            change("UPDATE log SET version = " + version);
            assertThatThrownBy(this::open)
                    .isInstanceOf(LogRefusedException.class)
                    .hasMessageContaining("schema version " + version)
                    .hasMessageNotContaining("\n");
        }
        change("UPDATE log SET version = 2");
        log = open();
    }

    @Test
    void a_log_without_a_unique_index_is_refused() throws SQLException {
        for (var index : List.of("one_event_per_id", "one_reply_per_command"))
            refusedWithout(index);
    }

    @Test
    void a_log_whose_places_are_not_unique_is_refused() throws SQLException {
        change("ALTER TABLE places RENAME TO others");
        assertThatThrownBy(this::open)
                .isInstanceOf(LogRefusedException.class)
                .hasMessageContaining("one_event_per_place");
        change("CREATE TABLE places(stream TEXT, sequence INTEGER, position INTEGER)");
        assertThatThrownBy(this::open)
                .isInstanceOf(LogRefusedException.class)
                .hasMessageContaining("one_event_per_place");
        change("DROP TABLE places");
        change("ALTER TABLE others RENAME TO places");
        for (var trigger : List.of("own_place", "other_places")) {
            var sql = definition(trigger);
            change("DROP TRIGGER " + trigger);
            assertThatThrownBy(this::open)
                    .isInstanceOf(LogRefusedException.class)
                    .hasMessageContaining(trigger);
            change(sql);
        }
        log = open();
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
                                        file -> SqliteSchema.writer(file, "FULL")))
                .isInstanceOf(LogRefusedException.class)
                .hasMessageContaining("is not an event log");
    }

    @Test
    void the_settings_that_make_it_durable_are_in_force() throws SQLException {
        try (var connection = SqliteSchema.writer(file(), "FULL")) {
            assertThat(Sql.number(connection, "PRAGMA synchronous")).isEqualTo(2);
            try (var row = connection.createStatement().executeQuery("PRAGMA journal_mode")) {
                assertThat(row.getString(1)).isEqualTo("wal");
            }
        }
    }

    private void refusedWithout(String index) throws SQLException {
        var definition = definition(index);
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

    private String definition(String name) throws SQLException {
        var sql = "SELECT sql FROM sqlite_master WHERE name = '" + name + "'";
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            return connection.createStatement().executeQuery(sql).getString(1);
        }
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
        var event = SampleEvents.event("a", sequence, payload);
        return log.append(Commit.of(List.of(event), null)).join();
    }

    private Path file() {
        return directory.resolve("events.db");
    }
}
