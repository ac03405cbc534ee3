package colophon.storage.operations;

import static colophon.storage.log.SampleEvents.event;
import static colophon.storage.log.SampleEvents.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.api.paging.FoundRecord;
import colophon.commands.reply.Reply;
import colophon.storage.EmbeddedStorage;
import colophon.storage.log.Commit;
import colophon.storage.log.DamagedLogException;
import colophon.storage.log.LogEvent;
import colophon.storage.log.LogRefusedException;
import colophon.storage.sqlite.DataDirectory;
import colophon.storage.sqlite.SqliteLogReader;
import colophon.storage.sqlite.SqliteLogs;
import colophon.views.disclosure.Disclosure;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

@Tag("io")
@SuppressWarnings("NullAway.Init")
class OperationsTest {

    /** The first byte of a page with rows of a table, in SQLite's file format. */
    private static final byte LEAF = 0x0D;

    private static final OperationProgress QUIET = (_, _) -> {};

    @TempDir private Path temporary;

    @Test
    void a_log_as_it_was_written_verifies_and_says_how_far_it_has_come() {
        fill(data(), 1_200);
        var seen = new ArrayList<Long>();
        var found =
                LogVerification.ofDirectory(
                        data(),
                        (done, total) -> {
                            assertThat(total).isEqualTo(1_200);
                            seen.add(done);
                        });
        assertThat(found.commits()).isEqualTo(1_200);
        assertThat(found.events()).isEqualTo(1_200 + 1_200 / 3);
        assertThat(found.hash()).matches("[0-9a-f]{64}");
        assertThat(seen).containsExactly(0L, 512L, 1_024L, 1_200L);
    }

    @Test
    void disclosures_come_back_from_a_copy_made_while_they_were_added_to() {
        var disclosure =
                new Disclosure(
                        Instant.parse("2026-06-01T10:00:00Z"),
                        "account-1",
                        "registrar",
                        "s-1",
                        "One student",
                        "/api/v1/students/s-1",
                        "JSON",
                        null,
                        "keeps the academic record");
        var copy = Backup.disclosuresBeside(temporary.resolve("events.db"));
        assertThat(Backup.disclosures(data(), copy)).isFalse();
        try (var storage = EmbeddedStorage.open(data())) {
            storage.disclosures().record(List.of(disclosure));
            assertThat(Backup.disclosures(data(), copy)).isTrue();
            storage.disclosures().record(List.of(disclosure, disclosure));
        }
        var restored = temporary.resolve("restored");
        assertThat(Restore.disclosures(copy, restored)).isTrue();
        assertThatThrownBy(() -> Restore.disclosures(copy, restored))
                .isInstanceOf(LogRefusedException.class);
        try (var storage = EmbeddedStorage.open(restored)) {
            assertThat(storage.disclosures().of("s-1", "", 10))
                    .extracting(FoundRecord::value)
                    .containsExactly(disclosure);
        }
    }

    @Test
    void a_log_in_use_verifies() {
        try (var logs = SqliteLogs.open(data())) {
            append(logs, 0, 40);
            assertThat(LogVerification.ofDirectory(data(), QUIET).commits()).isEqualTo(40);
        }
    }

    @Test
    void every_change_of_a_stored_value_names_its_commit() throws SQLException {
        fill(data(), 30);
        var number = 12;
        var events = " WHERE position >> 16 = " + number;
        var shared = events + " AND others IS NOT NULL";
        assertDamaged(number, "UPDATE events SET stream = stream || 'x'" + events);
        assertDamaged(number, "UPDATE events SET sequence = sequence + 1000" + events);
        assertDamaged(number, "UPDATE events SET type = NULL" + events);
        assertDamaged(number, "UPDATE events SET others = NULL" + shared);
        assertDamaged(number, "UPDATE events SET others = '[]'" + shared);
        assertDamaged(number, "UPDATE events SET others = '[[]]'" + shared);
        assertDamaged(number, "UPDATE events SET others = 'somewhere'" + shared);
        assertDamaged(number, "UPDATE events SET others = replace(others, '1', '2')" + shared);
        assertDamaged(number, "UPDATE events SET others = replace(others, 'all', 'a')" + shared);
        assertDamaged(number, "UPDATE events SET others = replace(others, 'T', 't')" + shared);
        assertDamaged(number, "UPDATE events SET others = '[[\"x\",0,\"Thing\"]]'" + events);
        assertDamaged(number, "UPDATE events SET id = 'another-' || position" + events);
        assertDamaged(number, "UPDATE events SET timestamp = timestamp + 1" + events);
        assertDamaged(number, "UPDATE events SET name = 'Other'" + events);
        assertDamaged(number, "UPDATE events SET revision = '2'" + events);
        assertDamaged(number, "UPDATE events SET revision = NULL" + events);
        assertDamaged(number, "UPDATE events SET payload = x'00'" + events);
        assertDamaged(number, "UPDATE events SET metadata = x'00'" + events);
        assertDamaged(
                number,
                "UPDATE events SET position = position + 1" + events + " AND position & 1 = 0");
        assertDamaged(number, "DELETE FROM events" + events);
        assertDamaged(number, "DELETE FROM places" + events);
        assertDamaged(number, "DELETE FROM places" + events + " AND stream = 'all'");
        assertDamaged(number, "DELETE FROM places" + events + " AND stream = 's11'");
        assertDamaged(number, "UPDATE places SET sequence = sequence + 1000" + events);
        assertDamaged(number, "UPDATE places SET stream = 'x' || stream" + events);
        assertDamaged(number, "UPDATE places SET position = position + 65536 * 2" + events);
        assertDamaged(number, "INSERT INTO places SELECT 'more', 0, position FROM events" + shared);
        assertDamaged(number, "UPDATE commits SET time = time + 1 WHERE number = " + number);
        assertDamaged(number, "UPDATE commits SET id = randomblob(16) WHERE number = " + number);
        assertDamaged(number, "UPDATE commits SET hash = randomblob(32) WHERE number = " + number);
        assertDamaged(number, "UPDATE commits SET command = NULL WHERE number = " + number);
        assertDamaged(number, "UPDATE replies SET body = x'00' WHERE position = " + number);
        assertDamaged(number, "UPDATE replies SET status = 500 WHERE position = " + number);
        assertDamaged(number, "DELETE FROM replies WHERE position = " + number);
        assertDamaged(number, "DELETE FROM commits WHERE number = " + number);
        assertDamaged(
                31,
                "INSERT INTO events SELECT position + 65536 * 20, stream, sequence + 99, type,"
                    + " NULL, id || 'x', timestamp, name, revision, payload, metadata FROM events"
                        + events);
    }

    @Test
    void every_flipped_byte_in_a_stored_event_is_detected() throws IOException {
        fill(data(), 300);
        var file = temporary.resolve("copy.db");
        Backup.log(data(), file, QUIET);
        var original = Files.readAllBytes(file);
        var random = new Random(4);
        var places = payloads(original);
        assertThat(places).hasSize(400);
        for (var i = 0; i < 200; i++) {
            var at = places.get(random.nextInt(places.size())) + random.nextInt(30);
            flip(file, at, 1 << random.nextInt(8));
            assertThatThrownBy(() -> LogVerification.ofFile(file, QUIET))
                    .isInstanceOf(DamagedLogException.class);
            Files.write(file, original);
        }
        assertThat(LogVerification.ofFile(file, QUIET).commits()).isEqualTo(300);
    }

    @Test
    void a_backup_under_load_is_an_exact_prefix() throws InterruptedException {
        var target = temporary.resolve("backup.db");
        try (var logs = SqliteLogs.open(data())) {
            append(logs, 0, 500);
            var stop = new AtomicBoolean();
            var writer =
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        for (var i = 500; !stop.get(); i++) append(logs, i, i + 1);
                                    });
            var found = Backup.log(data(), target, QUIET);
            stop.set(true);
            writer.join();
            assertThat(found.commits()).isBetween(500L, logs.log().head());
            assertPrefix(logs, target, found.commits());
        }
    }

    @Test
    void a_backup_restores_into_a_new_directory_that_goes_on_from_there() {
        fill(data(), 50);
        var backup = temporary.resolve("backup.db");
        var made = Backup.log(data(), backup, QUIET);
        var elsewhere = temporary.resolve("elsewhere");
        assertThat(Restore.log(backup, elsewhere, QUIET)).isEqualTo(made);
        try (var logs = SqliteLogs.open(elsewhere)) {
            assertThat(logs.log().stream("all", 0, 20))
                    .extracting(LogEvent::stream)
                    .containsExactly("s5", "s11", "s17", "s23", "s29", "s35", "s41", "s47");
            append(logs, 50, 51);
            assertThat(logs.log().head()).isEqualTo(51);
        }
        assertThat(LogVerification.ofDirectory(elsewhere, QUIET).commits()).isEqualTo(51);
    }

    @Test
    void a_damaged_backup_is_not_put_in_place() throws IOException, SQLException {
        fill(data(), 50);
        var backup = temporary.resolve("backup.db");
        Backup.log(data(), backup, QUIET);
        change(backup, "UPDATE events SET payload = x'00' WHERE position >> 16 = 33");
        var elsewhere = temporary.resolve("elsewhere");
        assertThatThrownBy(() -> Restore.log(backup, elsewhere, QUIET))
                .isInstanceOfSatisfying(
                        DamagedLogException.class, e -> assertThat(e.commit()).isEqualTo(33));
        try (var files = Files.list(elsewhere)) {
            assertThat(files)
                    .extracting(Path::getFileName)
                    .containsExactly(Path.of("colophon.lock"));
        }
    }

    @Test
    void a_log_of_an_older_format_is_refused_and_nothing_is_made_of_it()
            throws IOException, SQLException {
        var old = OlderLog.in(Files.createDirectory(data()));
        var before = Files.readAllBytes(old);
        var target = temporary.resolve("new");
        for (var attempt :
                List.<ThrowingCallable>of(
                        () -> EmbeddedStorage.open(data()),
                        () -> LogVerification.ofDirectory(data(), QUIET),
                        () -> Backup.log(data(), target, QUIET),
                        () -> Restore.log(old, target, QUIET),
                        () -> SqliteLogReader.open(old)))
            assertThatThrownBy(attempt)
                    .isInstanceOf(LogRefusedException.class)
                    .hasMessageContaining("has schema version 1, older than any release")
                    .hasMessageContaining("start a new log elsewhere")
                    .hasMessageNotContaining("\n");
        assertThat(Files.readAllBytes(old)).isEqualTo(before);
        assertThat(target.resolve("events.db")).doesNotExist();
    }

    @Test
    void a_directory_in_use_or_with_a_log_is_not_restored_into() {
        fill(data(), 5);
        var backup = temporary.resolve("backup.db");
        Backup.log(data(), backup, QUIET);
        assertThatThrownBy(() -> Restore.log(backup, data(), QUIET))
                .isInstanceOf(LogRefusedException.class)
                .hasMessageContaining("is there already");
        try (var held = DataDirectory.open(temporary.resolve("held"))) {
            assertThatThrownBy(() -> Restore.log(backup, held.path(), QUIET))
                    .isInstanceOf(LogRefusedException.class)
                    .hasMessageContaining("is in use by process");
        }
    }

    @Test
    void a_backup_never_overwrites() throws IOException {
        fill(data(), 5);
        var target = temporary.resolve("precious");
        Files.writeString(target, "mine");
        assertThatThrownBy(() -> Backup.log(data(), target, QUIET))
                .isInstanceOf(LogRefusedException.class);
        assertThatThrownBy(() -> Backup.keys(data(), target))
                .isInstanceOf(LogRefusedException.class);
        assertThat(target).hasContent("mine");
    }

    @Test
    void keys_are_backed_up_apart_and_only_their_owner_may_read_them() throws IOException {
        var keys = temporary.resolve("keys-backup.db");
        var backup = temporary.resolve("backup.db");
        var elsewhere = temporary.resolve("elsewhere");
        try (var storage = EmbeddedStorage.open(data())) {
            var sealed = storage.seals().seal("student-1", "Ada");
            Backup.keys(data(), keys);
            Backup.log(data(), backup, QUIET);
            assertThat(Files.getPosixFilePermissions(keys))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            Restore.log(backup, elsewhere, QUIET);
            Restore.keys(keys, elsewhere);
            try (var restored = EmbeddedStorage.open(elsewhere)) {
                assertThat(restored.seals().open("student-1", sealed)).isEqualTo("Ada");
            }
            assertThatThrownBy(() -> Restore.keys(keys, elsewhere))
                    .isInstanceOf(LogRefusedException.class);
        }
    }

    private void assertDamaged(long commit, String sql) throws SQLException {
        var copy = temporary.resolve("changed.db");
        Backup.log(data(), copy, QUIET);
        change(copy, sql);
        assertThatThrownBy(() -> LogVerification.ofFile(copy, QUIET))
                .as(sql)
                .isInstanceOfSatisfying(
                        DamagedLogException.class, e -> assertThat(e.commit()).isEqualTo(commit));
        assertThat(copy.toFile().delete()).isTrue();
    }

    private void assertPrefix(SqliteLogs logs, Path backup, long commits) {
        try (var copy = SqliteLogReader.open(backup)) {
            assertThat(copy.head()).isEqualTo(commits);
            for (var after = 0L; after < commits; after += 100)
                assertThat(copy.records(after, 100))
                        .usingRecursiveFieldByFieldElementComparator()
                        .isEqualTo(logs.log().records(after, (int) Math.min(100, commits - after)));
        }
    }

    private static void change(Path file, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
        }
    }

    private static void flip(Path file, int at, int mask) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            var value = bytes.read();
            bytes.seek(at);
            bytes.write(value ^ mask);
        }
    }

    /** Where the payloads of events begin in the file, without those in unused pages. */
    private static List<Integer> payloads(byte[] file) {
        var text = new String(file, ISO_8859_1);
        var places = new ArrayList<Integer>();
        for (var at = text.indexOf("{\"payload\"");
                at >= 0;
                at = text.indexOf("{\"payload\"", at + 1))
            if (file[at / 4_096 * 4_096] == LEAF) places.add(at);
        return places;
    }

    private static void fill(Path directory, int commits) {
        try (var logs = SqliteLogs.open(directory)) {
            append(logs, 0, commits);
        }
    }

    private static void append(SqliteLogs logs, int from, int to) {
        var answers =
                IntStream.range(from, to).mapToObj(i -> logs.log().append(commit(i))).toList();
        answers.forEach(answer -> assertThat(answer.join()).isPositive());
    }

    /**
     * Every third commit has two events, every fourth has a reply, and the first event of every
     * sixth lies in two other streams as well; commit 12 has all of it.
     */
    private static Commit commit(int i) {
        var events = new ArrayList<LogEvent>();
        if ((i + 1) % 6 == 0)
            events.add(event(place("s" + i, 0), place("t" + i, 0), place("all", i / 6)));
        else events.add(event("s" + i, 0));
        if ((i + 1) % 3 == 0) events.add(event("s" + i, 1));
        var reply =
                new Reply("command-" + i, new byte[] {3}, 201, "text/plain", "b".getBytes(UTF_8));
        return Commit.of(events, (i + 1) % 4 == 0 ? reply : null);
    }

    private Path data() {
        return temporary.resolve("data");
    }
}
