package colophon.storage.accounts;

import colophon.security.accounts.Passkey;
import colophon.security.accounts.Passkeys;
import colophon.security.accounts.UserAccounts.TakenException;
import colophon.storage.sqlite.Sql;
import colophon.storage.sqlite.Sql.RowReader;
import colophon.storage.sqlite.SqliteFile;

import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Keeps the passkeys in the file of the accounts, on its connection and under its lock. */
final class SqlitePasskeys implements Passkeys {

    static final List<String> TABLES =
            List.of(
                    "CREATE TABLE IF NOT EXISTS handles(account TEXT PRIMARY KEY, handle TEXT NOT"
                            + " NULL UNIQUE)",
                    "CREATE TABLE IF NOT EXISTS passkeys(id TEXT PRIMARY KEY, account TEXT NOT"
                        + " NULL, label TEXT NOT NULL, made INTEGER NOT NULL, used INTEGER,"
                        + " attestation TEXT NOT NULL, transports TEXT NOT NULL, signatures INTEGER"
                        + " NOT NULL)",
                    "CREATE INDEX IF NOT EXISTS passkeys_of ON passkeys(account)");

    /** The length that WebAuthn recommends. */
    private static final int BYTES_OF_A_HANDLE = 64;

    private final SqliteFile file;
    private final Object lock;
    private final SecureRandom random = new SecureRandom();

    SqlitePasskeys(SqliteFile file, Object lock) {
        this.file = file;
        this.lock = lock;
    }

    @Override
    public String handle(String accountId) {
        synchronized (lock) {
            var known =
                    read(
                            "SELECT handle FROM handles WHERE account = ?",
                            row -> row.getString(1),
                            accountId);
            if (!known.isEmpty()) return known.getFirst();
            var bytes = new byte[BYTES_OF_A_HANDLE];
            random.nextBytes(bytes);
            var fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            write("INSERT INTO handles VALUES (?, ?)", accountId, fresh);
            return fresh;
        }
    }

    @Override
    public Optional<String> accountOf(String handle) {
        return read("SELECT account FROM handles WHERE handle = ?", row -> row.getString(1), handle)
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Passkey> find(String id) {
        return read("SELECT * FROM passkeys WHERE id = ?", SqlitePasskeys::passkey, id).stream()
                .findFirst();
    }

    @Override
    public List<Passkey> of(String accountId) {
        return read(
                "SELECT * FROM passkeys WHERE account = ? ORDER BY made, id",
                SqlitePasskeys::passkey,
                accountId);
    }

    @Override
    public void add(Passkey it) {
        var added =
                write(
                        "INSERT OR IGNORE INTO passkeys VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        it.id(),
                        it.accountId(),
                        it.label(),
                        it.madeAt().toEpochMilli(),
                        it.usedAt() == null ? null : it.usedAt().toEpochMilli(),
                        it.attestation(),
                        it.transports().stream().sorted().collect(Collectors.joining(" ")),
                        it.signatures());
        if (added == 0) throw new TakenException(it.id());
    }

    @Override
    public void used(String id, Instant at, long signatures) {
        write(
                "UPDATE passkeys SET used = ?, signatures = ? WHERE id = ?",
                at.toEpochMilli(),
                signatures,
                id);
    }

    @Override
    public void remove(String accountId, String id) {
        write("DELETE FROM passkeys WHERE account = ? AND id = ?", accountId, id);
    }

    @Override
    public void removeAll(String accountId) {
        write("DELETE FROM passkeys WHERE account = ?", accountId);
    }

    /** Deletes everything of the account, including the handle by which devices know it. */
    void forget(String accountId) {
        removeAll(accountId);
        write("DELETE FROM handles WHERE account = ?", accountId);
    }

    private static Passkey passkey(ResultSet row) throws SQLException {
        var used = row.getLong("used");
        var usedAt = row.wasNull() ? null : Instant.ofEpochMilli(used);
        return new Passkey(
                row.getString("id"),
                row.getString("account"),
                row.getString("label"),
                Instant.ofEpochMilli(row.getLong("made")),
                usedAt,
                row.getString("attestation"),
                SqliteUserAccounts.words(row.getString("transports")),
                row.getLong("signatures"));
    }

    private <T> List<T> read(String sql, RowReader<T> reader, Object... values) {
        synchronized (lock) {
            return file.ask(connection -> Sql.rows(connection, sql, reader, values));
        }
    }

    private int write(String sql, @Nullable Object... values) {
        synchronized (lock) {
            return file.ask(connection -> Sql.change(connection, sql, values));
        }
    }
}
