package colophon.storage.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.events.privacy.Sealed;
import colophon.storage.sqlite.DataDirectory;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

@SuppressWarnings("NullAway.Init")
class SqliteSealsTest {

    @TempDir private Path temporary;
    private Path path;
    private DataDirectory directory;
    private SqliteSeals seals;

    @BeforeEach
    void open() {
        path = temporary.resolve("data");
        directory = DataDirectory.open(path);
        seals = SqliteSeals.open(directory);
    }

    @AfterEach
    void close() {
        seals.close();
        directory.close();
    }

    @Test
    void what_was_sealed_opens_again_even_after_a_restart() {
        var sealed = seals.seal("student-1", "Ada Lovelace – Grün");
        assertThat(seals.open("student-1", sealed)).isEqualTo("Ada Lovelace – Grün");
        restart();
        assertThat(seals.open("student-1", sealed)).isEqualTo("Ada Lovelace – Grün");
    }

    @Test
    void the_same_value_is_sealed_differently_each_time() {
        assertThat(seals.seal("student-1", "Ada")).isNotEqualTo(seals.seal("student-1", "Ada"));
    }

    @Test
    void what_was_sealed_for_one_student_does_not_open_for_another() {
        var sealed = seals.seal("student-1", "Ada");
        seals.seal("student-2", "Bob");
        assertThat(seals.open("student-2", sealed)).isNull();
        assertThat(seals.open("student-3", sealed)).isNull();
    }

    @Test
    void what_was_changed_does_not_open() {
        var sealed = seals.seal("student-1", "Ada");
        var bytes = Base64.getDecoder().decode(sealed.text());
        for (var i = 0; i < bytes.length; i++) {
            var changed = bytes.clone();
            changed[i] ^= 1;
            var text = Base64.getEncoder().encodeToString(changed);
            assertThat(seals.open("student-1", new Sealed(text))).isNull();
        }
        assertThat(seals.open("student-1", new Sealed("no Base64 at all!"))).isNull();
        assertThat(seals.open("student-1", new Sealed(""))).isNull();
    }

    @Test
    void a_destroyed_key_opens_nothing_and_is_never_made_again() {
        var sealed = seals.seal("student-1", "Ada");
        seals.destroy("student-1");
        assertThat(seals.open("student-1", sealed)).isNull();
        assertThatThrownBy(() -> seals.seal("student-1", "Ada"))
                .isInstanceOf(IllegalStateException.class);
        restart();
        assertThat(seals.open("student-1", sealed)).isNull();
        assertThatThrownBy(() -> seals.fingerprint("student-1", "Ada"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_destroyed_key_is_in_no_file_any_more() throws Exception {
        seals.seal("student-1", "Ada");
        var key = storedKey("student-1");
        assertThat(isInAFile(key)).isTrue();
        seals.destroy("student-1");
        assertThat(isInAFile(key)).isFalse();
    }

    @Test
    void a_fingerprint_is_the_same_for_the_same_value_of_the_same_student_only() {
        var mark = seals.fingerprint("student-1", "Ada");
        assertThat(seals.fingerprint("student-1", "Ada")).isEqualTo(mark);
        assertThat(seals.fingerprint("student-1", "Bob")).isNotEqualTo(mark);
        assertThat(seals.fingerprint("student-2", "Ada")).isNotEqualTo(mark);
        restart();
        assertThat(seals.fingerprint("student-1", "Ada")).isEqualTo(mark);
    }

    @Test
    void a_digest_is_of_this_installation() {
        var digest = seals.digest("a request".getBytes(UTF_8));
        restart();
        assertThat(seals.digest("a request".getBytes(UTF_8))).isEqualTo(digest);
        try (var other = DataDirectory.open(temporary.resolve("other"));
                var others = SqliteSeals.open(other)) {
            assertThat(others.digest("a request".getBytes(UTF_8))).isNotEqualTo(digest);
        }
    }

    @Test
    void two_threads_that_seal_first_for_a_student_get_one_key() throws InterruptedException {
        var unreadable = ConcurrentHashMap.<Sealed>newKeySet();
        for (var round = 0; round < 20; round++) {
            var student = "student-" + round;
            var threads =
                    IntStream.range(0, 8)
                            .mapToObj(
                                    _ ->
                                            Thread.ofPlatform()
                                                    .start(
                                                            () -> {
                                                                var sealed =
                                                                        seals.seal(student, "x");
                                                                if (seals.open(student, sealed)
                                                                        == null)
                                                                    unreadable.add(sealed);
                                                            }))
                            .toList();
            for (var thread : threads) thread.join();
        }
        assertThat(unreadable).isEmpty();
    }

    @Test
    void only_the_owner_may_read_the_files_and_the_directory() throws IOException {
        seals.seal("student-1", "Ada");
        assertThat(Files.getPosixFilePermissions(path))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        try (var files = Files.list(path)) {
            var keys =
                    files.filter(file -> file.getFileName().toString().startsWith("keys.db"))
                            .toList();
            assertThat(keys).hasSize(3);
            for (var file : keys)
                assertThat(Files.getPosixFilePermissions(file))
                        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    private void restart() {
        seals.close();
        seals = SqliteSeals.open(directory);
    }

    private byte[] storedKey(String student) throws SQLException {
        try (var connection =
                        DriverManager.getConnection("jdbc:sqlite:" + path.resolve("keys.db"));
                var query = connection.prepareStatement("SELECT key FROM keys WHERE student = ?")) {
            query.setString(1, student);
            return query.executeQuery().getBytes(1);
        }
    }

    private boolean isInAFile(byte[] key) throws IOException {
        var hex = HexFormat.of();
        try (var files = Files.list(path)) {
            for (var file : Set.copyOf(files.toList()))
                if (hex.formatHex(Files.readAllBytes(file)).contains(hex.formatHex(key)))
                    return true;
        }
        return false;
    }
}
