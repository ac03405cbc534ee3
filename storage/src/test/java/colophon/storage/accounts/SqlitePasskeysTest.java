package colophon.storage.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import colophon.api.access.Role;
import colophon.security.accounts.Passkey;
import colophon.security.accounts.UserAccount;
import colophon.security.accounts.UserAccount.Kind;
import colophon.security.accounts.UserAccounts.TakenException;
import colophon.storage.log.LogRefusedException;
import colophon.storage.sqlite.DataDirectory;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;

@Tag("io")
class SqlitePasskeysTest {

    private static final Instant MADE = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-02T10:00:00Z");

    @TempDir Path data;

    @Test
    void they_are_there_after_a_restart() {
        var phone = passkey("p-1", "a-1", "Phone");
        var handle = new String[1];
        with(
                accounts -> {
                    var passkeys = accounts.passkeys();
                    passkeys.add(phone);
                    passkeys.add(passkey("p-2", "a-2", "Key"));
                    handle[0] = passkeys.handle("a-1");
                    passkeys.used("p-1", LATER, 7);
                    assertThatThrownBy(() -> passkeys.add(passkey("p-1", "a-2", "Other")))
                            .isInstanceOf(TakenException.class);
                });
        with(
                accounts -> {
                    var passkeys = accounts.passkeys();
                    var used =
                            new Passkey("p-1", "a-1", "Phone", MADE, LATER, "AAEC", TRANSPORTS, 7);
                    assertThat(passkeys.of("a-1")).containsExactly(used);
                    assertThat(passkeys.find("p-1")).contains(used);
                    assertThat(passkeys.handle("a-1")).isEqualTo(handle[0]);
                    assertThat(passkeys.accountOf(handle[0])).contains("a-1");
                    assertThat(passkeys.handle("a-2")).isNotEqualTo(handle[0]);
                });
    }

    @Test
    void only_those_of_the_account_are_removed() {
        with(
                accounts -> {
                    var passkeys = accounts.passkeys();
                    passkeys.add(passkey("p-1", "a-1", "Phone"));
                    passkeys.add(passkey("p-2", "a-1", "Key"));
                    passkeys.add(passkey("p-3", "a-2", "Key"));
                    passkeys.remove("a-2", "p-1");
                    assertThat(passkeys.find("p-1")).isPresent();
                    passkeys.remove("a-1", "p-1");
                    assertThat(passkeys.of("a-1")).extracting(Passkey::id).containsExactly("p-2");
                    passkeys.removeAll("a-1");
                    assertThat(passkeys.of("a-1")).isEmpty();
                    assertThat(passkeys.find("p-3")).isPresent();
                });
    }

    /** Includes an account whose name is its id, so that there is no name to delete. */
    @Test
    void nothing_is_left_of_those_of_who_was_erased() {
        with(
                accounts -> {
                    accounts.add(account("a-1", "ada@example.org", "s-1"));
                    accounts.add(account("ben", "ben", "s-1"));
                    accounts.add(account("a-3", "cy@example.org", "s-3"));
                    var passkeys = accounts.passkeys();
                    passkeys.add(passkey("qzx-1", "a-1", "Phone of Qzxvorb"));
                    passkeys.add(passkey("qzx-2", "ben", "Key of Qzxvorb"));
                    passkeys.add(passkey("p-3", "a-3", "Laptop"));
                    var handle = passkeys.handle("a-1");
                    assertThat(everything()).contains("Qzxvorb", "qzx-1", handle);
                    accounts.forget("s-1");
                    assertThat(everything())
                            .doesNotContain("Qzxvorb", "qzx-1", "qzx-2", handle)
                            .contains("Laptop");
                    assertThat(passkeys.of("a-1")).isEmpty();
                    assertThat(passkeys.accountOf(handle)).isEmpty();
                    assertThat(accounts.find("ben").orElseThrow().disabled()).isTrue();
                    assertThat(accounts.find("ben").orElseThrow().secret()).isNull();
                });
    }

    @Test
    void a_file_from_before_there_were_passkeys_gets_them_and_one_from_later_is_refused()
            throws SQLException {
        with(accounts -> accounts.add(account("a-1", "ada", "s-1")));
        sql("DROP TABLE passkeys", "DROP TABLE handles", "UPDATE version SET version = 1");
        with(
                accounts -> {
                    assertThat(accounts.find("a-1")).isPresent();
                    accounts.passkeys().add(passkey("p-1", "a-1", "Phone"));
                });
        sql("UPDATE version SET version = version + 1");
        assertThatThrownBy(() -> with(_ -> {}))
                .isInstanceOf(LogRefusedException.class)
                .hasMessageContaining("has version 4");
    }

    private static final Set<String> TRANSPORTS = Set.of("internal", "hybrid");

    private void with(Consumer<SqliteUserAccounts> work) {
        try (var directory = DataDirectory.open(data);
                var accounts = SqliteUserAccounts.open(directory)) {
            work.accept(accounts);
        }
    }

    private void sql(String... statements) throws SQLException {
        var url = "jdbc:sqlite:" + data.resolve("accounts.db");
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            for (var sql : statements) statement.execute(sql);
        }
    }

    private String everything() {
        var all = new StringBuilder();
        try (var files = Files.list(data)) {
            for (var file : files.toList()) all.append(Files.readString(file, ISO_8859_1));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return all.toString();
    }

    private static Passkey passkey(String id, String account, String label) {
        return new Passkey(id, account, label, MADE, null, "AAEC", TRANSPORTS, 0);
    }

    private static UserAccount account(String id, String name, String studentId) {
        return new UserAccount(
                id,
                Kind.PERSON,
                name,
                "{x}hash",
                Set.of(Role.STUDENT),
                Set.of(),
                studentId,
                false,
                Instant.EPOCH,
                1,
                null);
    }
}
