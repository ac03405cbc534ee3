package colophon.storage.disclosures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.views.disclosure.DisclosureNotRecordedException;
import colophon.views.disclosure.Disclosures;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

@Tag("io")
@SuppressWarnings("NullAway.Init")
class SqliteDisclosuresTest extends DisclosuresContract {

    @TempDir private Path temporary;
    private Path file;

    @Override
    protected Disclosures open() {
        file = temporary.resolve("disclosures.db");
        return SqliteDisclosures.open(file, 200);
    }

    @Override
    protected void shut() {
        ((SqliteDisclosures) disclosures).close();
    }

    @Test
    void what_cannot_be_written_is_refused_and_later_ones_are_taken() throws SQLException {
        disclosures.record(List.of(look("s-1", 1, null)));
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> disclosures.record(List.of(look("s-1", 2, null))))
                    .isInstanceOf(DisclosureNotRecordedException.class);
            assertThat(looks("s-1")).hasSize(1);
            statement.execute("ROLLBACK");
        }
        disclosures.record(List.of(look("s-1", 3, null)));
        assertThat(looks("s-1")).containsExactly(look("s-1", 3, null), look("s-1", 1, null));
    }

    @Test
    void nobody_changes_or_removes_one() throws SQLException {
        disclosures.record(List.of(look("s-1", 1, null)));
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = other.createStatement()) {
            assertThatThrownBy(() -> statement.execute("DELETE FROM disclosures"))
                    .hasMessageContaining("never changed");
            assertThatThrownBy(() -> statement.execute("UPDATE disclosures SET who = 'me'"))
                    .hasMessageContaining("never changed");
        }
        assertThat(looks("s-1")).containsExactly(look("s-1", 1, null));
    }

    /** The first version did not store institutions. Staff of all institutions see such entries. */
    @Test
    void those_of_the_first_version_stay_and_name_no_institution() throws SQLException {
        var old = temporary.resolve("old.db");
        try (var first = DriverManager.getConnection("jdbc:sqlite:" + old);
                var statement = first.createStatement()) {
            statement.execute("CREATE TABLE version(version INTEGER NOT NULL)");
            statement.execute("INSERT INTO version VALUES (1)");
            statement.execute(
                    "CREATE TABLE disclosures(number INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER"
                        + " NOT NULL, who TEXT NOT NULL, role TEXT NOT NULL, student TEXT NOT NULL,"
                        + " what TEXT NOT NULL, path TEXT NOT NULL, form TEXT NOT NULL, moment"
                        + " TEXT, interest TEXT NOT NULL)");
            statement.execute(
                    "INSERT INTO disclosures(at, who, role, student, what, path, form, interest)"
                        + " VALUES (7, 'a-1', 'bursar', 's-1', 'what', '/path', 'JSON', 'why')");
        }
        for (int starts = 0; starts < 2; starts++)
            try (var moved = SqliteDisclosures.open(old, 200)) {
                moved.record(List.of(look("s-1", starts, null)));
                var all = moved.of("s-1", "", 10);
                assertThat(all).hasSize(2 + starts);
                assertThat(all.getLast().value().who()).isEqualTo("a-1");
                assertThat(all.getLast().value().institutions()).isEmpty();
            }
    }

    @Test
    void only_the_owner_may_read_it() throws IOException {
        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
}
