package colophon.storage.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.api.access.Role;
import colophon.security.accounts.PasswordLink;
import colophon.security.accounts.SigningKey;
import colophon.security.accounts.UserAccount.Kind;
import colophon.storage.log.LogRefusedException;
import colophon.storage.sqlite.DataDirectory;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;

/** Accounts stored by an older program. */
@Tag("io")
class OlderUserAccountsTest {

    @TempDir Path data;

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void areMovedOnAndSignInAsBefore(int version) throws SQLException {
        written(version);
        try (var directory = DataDirectory.open(data);
                var accounts = SqliteUserAccounts.open(directory)) {
            var ada = accounts.find("a-1").orElseThrow();
            assertThat(ada.name()).isEqualTo("ada");
            assertThat(ada.secret()).isEqualTo("{bcrypt}hash");
            assertThat(ada.roles()).containsExactly(Role.BURSAR);
            assertThat(ada.institutions()).containsExactlyInAnyOrder("alpha", "beta");
            assertThat(ada.generation()).isEqualTo(1);
            assertThat(ada.accepts(1)).isTrue();
            assertThat(ada.link()).isNull();
            assertThat(accounts.find("a-2").orElseThrow().disabled()).isTrue();
            assertThat(accounts.find("a-2").orElseThrow().secret()).isNull();
            assertThat(accounts.keys()).hasSize(1);

            accounts.change("a-1", it -> it.withRights(Set.of(Role.AUDITOR), Set.of(), null));
            var link = new PasswordLink("hash-of-a-code", Instant.ofEpochMilli(1_234));
            accounts.change("a-2", it -> it.withLink(link));
        }
        try (var directory = DataDirectory.open(data);
                var accounts = SqliteUserAccounts.open(directory)) {
            assertThat(accounts.find("a-1").orElseThrow().generation()).isEqualTo(2);
            assertThat(accounts.findByName(Kind.PERSON, "ben").orElseThrow().link())
                    .isEqualTo(new PasswordLink("hash-of-a-code", Instant.ofEpochMilli(1_234)));
        }
        assertThat(asked("SELECT version FROM version")).isEqualTo("3");
        assertThat(
                        asked(
                                "SELECT count(*) FROM pragma_table_info('accounts') WHERE"
                                        + " name='valid_from'"))
                .isEqualTo("0");
    }

    @Test
    void ofANewerProgramAreRefusedAndLeftAsTheyAre() throws SQLException {
        written(2);
        execute("UPDATE version SET version = 4");
        try (var directory = DataDirectory.open(data)) {
            assertThatThrownBy(() -> SqliteUserAccounts.open(directory))
                    .isInstanceOf(LogRefusedException.class)
                    .hasMessageContaining("version 4");
        }
        assertThat(asked("SELECT valid_from FROM accounts WHERE id = 'a-1'")).isEqualTo("77");
    }

    @Test
    void areMovedOnAsAWholeOrNotAtAll() throws SQLException {
        written(2);
        // This makes the last step fail.
        execute("CREATE INDEX in_the_way ON accounts(valid_from)");
        try (var directory = DataDirectory.open(data)) {
            assertThatThrownBy(() -> SqliteUserAccounts.open(directory))
                    .isInstanceOf(LogRefusedException.class);
        }
        assertThat(
                        asked(
                                "SELECT count(*) FROM pragma_table_info('accounts') WHERE"
                                        + " name='generation'"))
                .isEqualTo("0");
        execute("DROP INDEX in_the_way");
        try (var directory = DataDirectory.open(data);
                var accounts = SqliteUserAccounts.open(directory)) {
            assertThat(accounts.find("a-1").orElseThrow().generation()).isEqualTo(1);
        }
    }

    @Test
    void keysAreInTheOrderInWhichTheyCameWhateverTheClockSaid() {
        try (var directory = DataDirectory.open(data);
                var accounts = SqliteUserAccounts.open(directory)) {
            for (var made : new long[] {50, 4_000_000_000_000L, 60})
                accounts.add(new SigningKey("k-" + made, Instant.ofEpochMilli(made), "{}"));
            assertThat(accounts.keys())
                    .extracting(SigningKey::id)
                    .containsExactly("k-50", "k-4000000000000", "k-60");
        }
    }

    /** Writes a file like versions 1 and 2 of the program. */
    private void written(int version) throws SQLException {
        execute("CREATE TABLE version(version INTEGER NOT NULL)");
        execute("INSERT INTO version VALUES (" + version + ")");
        execute(
                "CREATE TABLE signing_keys(id TEXT PRIMARY KEY, made INTEGER NOT NULL, jwk TEXT NOT"
                        + " NULL)");
        execute("INSERT INTO signing_keys VALUES ('k', 1, '{}')");
        execute(
                "CREATE TABLE accounts(id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL,"
                    + " secret TEXT, roles TEXT NOT NULL, institutions TEXT NOT NULL, student TEXT,"
                    + " disabled INTEGER NOT NULL, made INTEGER NOT NULL, valid_from INTEGER NOT"
                    + " NULL, UNIQUE(kind, name))");
        execute(
                "INSERT INTO accounts VALUES ('a-1', 'PERSON', 'ada', '{bcrypt}hash', 'bursar',"
                        + " 'alpha beta', NULL, 0, 5, 77)");
        execute(
                "INSERT INTO accounts VALUES ('a-2', 'PERSON', 'ben', NULL, 'administrator', '',"
                        + " NULL, 1, 5, 4102444800000)");
        if (version > 1) for (var table : SqlitePasskeys.TABLES) execute(table);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String asked(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url());
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.getString(1);
        }
    }

    private String url() {
        return "jdbc:sqlite:" + data.resolve("accounts.db");
    }
}
