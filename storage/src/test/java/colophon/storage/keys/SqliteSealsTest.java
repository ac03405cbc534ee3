package colophon.storage.keys;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.privacy.Seals;
import colophon.storage.sqlite.DataDirectory;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Set;

@Tag("io")
@SuppressWarnings("NullAway.Init")
class SqliteSealsTest extends SealsContract {

    @TempDir private Path temporary;
    private Path path;
    private DataDirectory directory;

    @Override
    protected Seals open() {
        path = temporary.resolve("data");
        directory = DataDirectory.open(path);
        return SqliteSeals.open(directory);
    }

    @Override
    protected void shut() {
        ((SqliteSeals) seals).close();
        directory.close();
    }

    @Override
    protected Seals others() {
        var others = DataDirectory.open(temporary.resolve("other"));
        return SqliteSeals.open(others);
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
