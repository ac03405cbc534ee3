package colophon.storage.accounts;

import colophon.api.access.Role;
import colophon.security.accounts.Passkeys;
import colophon.security.accounts.PasswordLink;
import colophon.security.accounts.SigningKey;
import colophon.security.accounts.UserAccount;
import colophon.security.accounts.UserAccount.Kind;
import colophon.security.accounts.UserAccounts;
import colophon.storage.log.LogRefusedException;
import colophon.storage.sqlite.DataDirectory;
import colophon.storage.sqlite.Sql;
import colophon.storage.sqlite.SqliteFile;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Keeps the accounts in accounts.db, a file that only its owner may read. All accounts are in
 * memory, too, because every request needs one. A change is written to the disk first.
 */
public final class SqliteUserAccounts implements UserAccounts, AutoCloseable {

    private static final int VERSION = 3;

    private static final List<String> TABLE_OF_THE_VERSION =
            List.of(
                    "CREATE TABLE IF NOT EXISTS version(version INTEGER NOT NULL)",
                    "INSERT INTO version SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM version)");

    /** The tables of version 1. Version 2 adds the passkeys, and version 3 what is below. */
    private static final List<String> TABLES =
            List.of(
                    "CREATE TABLE IF NOT EXISTS signing_keys(id TEXT PRIMARY KEY, made INTEGER NOT"
                            + " NULL, jwk TEXT NOT NULL)",
                    "CREATE TABLE IF NOT EXISTS accounts(id TEXT PRIMARY KEY, kind TEXT NOT NULL,"
                        + " name TEXT NOT NULL, secret TEXT, roles TEXT NOT NULL, institutions TEXT"
                        + " NOT NULL, student TEXT, disabled INTEGER NOT NULL, made INTEGER NOT"
                        + " NULL, valid_from INTEGER NOT NULL, UNIQUE(kind, name))");

    /**
     * Version 3: a counter decides whether a sign-in is still valid, and people set their
     * passwords.
     */
    private static final List<String> COUNTED =
            List.of(
                    "ALTER TABLE accounts ADD COLUMN generation INTEGER NOT NULL DEFAULT 1",
                    "ALTER TABLE accounts ADD COLUMN link TEXT",
                    "ALTER TABLE accounts ADD COLUMN link_made INTEGER",
                    "ALTER TABLE accounts DROP COLUMN valid_from");

    /** 1 if the file is of version 3. */
    private static final String COUNTS =
            "SELECT count(*) FROM pragma_table_info('accounts') WHERE name = 'generation'";

    private static final String COLUMNS =
            " INTO accounts(id, kind, name, secret, roles, institutions, student, disabled, made,"
                    + " generation, link, link_made) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final SqliteFile file;
    private final SqlitePasskeys passkeys;
    private final ConcurrentSkipListMap<String, UserAccount> byId = new ConcurrentSkipListMap<>();
    private final Map<AccountName, UserAccount> byName = new ConcurrentHashMap<>();

    private SqliteUserAccounts(Path path) throws SQLException {
        this.file = new SqliteFile("The accounts", () -> open(path), this::recall);
        this.passkeys = new SqlitePasskeys(file, this);
        file.ask(this::recall);
    }

    /**
     * Opens the accounts of a data directory. Creates the file if it does not exist.
     *
     * @throws LogRefusedException if the file is not an accounts file of a known version
     */
    public static SqliteUserAccounts open(DataDirectory directory) {
        return DataDirectory.opened(
                DataDirectory.accounts(directory.path()), SqliteUserAccounts::new);
    }

    /** The passkeys of these accounts, in the same file. */
    public Passkeys passkeys() {
        return passkeys;
    }

    @Override
    public Optional<UserAccount> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public Optional<UserAccount> findByName(Kind kind, String name) {
        return Optional.ofNullable(byName.get(new AccountName(kind, name)));
    }

    @Override
    public List<UserAccount> after(Kind kind, String id, int count) {
        return byId.tailMap(id, false).values().stream()
                .filter(account -> account.kind() == kind)
                .limit(count)
                .toList();
    }

    @Override
    public boolean isEmpty() {
        return byId.isEmpty();
    }

    @Override
    public synchronized void add(UserAccount account) {
        if (byId.containsKey(account.id())) throw new TakenException(account.id());
        if (byName.containsKey(AccountName.of(account))) throw new TakenException(account.name());
        write("INSERT" + COLUMNS, account);
        remember(account);
    }

    @Override
    public synchronized UserAccount change(String id, UnaryOperator<UserAccount> change) {
        var before = byId.get(id);
        if (before == null) throw new NoSuchElementException("No account " + id);
        var after = change.apply(before);
        var owner = byName.get(AccountName.of(after));
        if (owner != null && !owner.id().equals(id)) throw new TakenException(after.name());
        if (!after.id().equals(id)) throw new IllegalArgumentException("An id never changes");
        write("REPLACE" + COLUMNS, after);
        if (!AccountName.of(before).equals(AccountName.of(after)))
            byName.remove(AccountName.of(before));
        remember(after);
        return after;
    }

    /** Empties the write-ahead log into the file, because it still holds the page as it was. */
    @Override
    public synchronized void forget(String studentId) {
        for (var account : List.copyOf(byId.values()))
            if (studentId.equals(account.studentId())) {
                if (!isErased(account)) change(account.id(), UserAccount::erased);
                passkeys.forget(account.id());
            }
        checkpoint();
    }

    private static boolean isErased(UserAccount account) {
        return account.disabled()
                && account.name().equals(account.id())
                && account.secret() == null
                && account.link() == null;
    }

    @Override
    public synchronized List<SigningKey> keys() {
        return file.ask(
                connection ->
                        Sql.rows(
                                connection,
                                "SELECT id, made, jwk FROM signing_keys ORDER BY rowid",
                                row ->
                                        new SigningKey(
                                                row.getString(1),
                                                Instant.ofEpochMilli(row.getLong(2)),
                                                row.getString(3))));
    }

    /** One line that says why the accounts cannot be read or written; empty if they can. */
    public Optional<String> trouble() {
        return file.trouble();
    }

    @Override
    public synchronized void add(SigningKey key) {
        write(
                "INSERT INTO signing_keys(id, made, jwk) VALUES (?, ?, ?)",
                key.id(),
                key.madeAt().toEpochMilli(),
                key.jwk());
    }

    @Override
    public synchronized void removeKey(String id) {
        write("DELETE FROM signing_keys WHERE id = ?", id);
    }

    @Override
    public synchronized void close() {
        file.close();
    }

    private static Connection open(Path file) throws SQLException {
        var connection = Sql.connect(file, 10_000);
        try {
            Sql.run(connection, "PRAGMA secure_delete=ON");
            // One transaction: after a crash the old state is still there.
            Sql.run(connection, "BEGIN IMMEDIATE");
            for (var table : TABLE_OF_THE_VERSION) Sql.run(connection, table);
            var version = Sql.number(connection, "SELECT max(version) FROM version");
            if (version > VERSION)
                throw new LogRefusedException(
                        "%s has version %d, and this program knows only up to version %d"
                                .formatted(file, version, VERSION));
            for (var table : TABLES) Sql.run(connection, table);
            for (var table : SqlitePasskeys.TABLES) Sql.run(connection, table);
            if (Sql.number(connection, COUNTS) == 0)
                for (var change : COUNTED) Sql.run(connection, change);
            // An older program would not delete the passkeys of an erased student, so the version
            // stops it.
            Sql.run(
                    connection,
                    "UPDATE version SET version = %1$d WHERE version < %1$d".formatted(VERSION));
            Sql.run(connection, "COMMIT");
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void checkpoint() {
        file.ask(connection -> Sql.number(connection, "PRAGMA wal_checkpoint(TRUNCATE)"));
    }

    private void write(String sql, UserAccount account) {
        var link = account.link();
        write(
                sql,
                account.id(),
                account.kind().name(),
                account.name(),
                account.secret(),
                account.roles().stream().map(Role::word).sorted().collect(Collectors.joining(" ")),
                account.institutions().stream().sorted().collect(Collectors.joining(" ")),
                account.studentId(),
                account.disabled(),
                account.madeAt().toEpochMilli(),
                account.generation(),
                link == null ? null : link.hash(),
                link == null ? null : link.madeAt().toEpochMilli());
    }

    private void write(String sql, @Nullable Object... values) {
        file.ask(connection -> Sql.change(connection, sql, values));
    }

    /** Reads all accounts from the file again. */
    private boolean recall(Connection connection) throws SQLException {
        var there = Sql.rows(connection, "SELECT * FROM accounts", SqliteUserAccounts::read);
        there.forEach(this::remember);
        byId.values().retainAll(Set.copyOf(there));
        byName.values().retainAll(Set.copyOf(there));
        return true;
    }

    private void remember(UserAccount account) {
        byId.put(account.id(), account);
        byName.put(AccountName.of(account), account);
    }

    private static UserAccount read(ResultSet row) throws SQLException {
        return new UserAccount(
                row.getString("id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                text(row, "secret"),
                words(row.getString("roles")).stream()
                        .map(word -> Role.of(word).orElseThrow())
                        .collect(Collectors.toUnmodifiableSet()),
                words(row.getString("institutions")),
                text(row, "student"),
                row.getBoolean("disabled"),
                Instant.ofEpochMilli(row.getLong("made")),
                row.getLong("generation"),
                link(row));
    }

    private static @Nullable PasswordLink link(ResultSet row) throws SQLException {
        var hash = text(row, "link");
        return hash == null
                ? null
                : new PasswordLink(hash, Instant.ofEpochMilli(row.getLong("link_made")));
    }

    private static @Nullable String text(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }

    /** The values of a column that holds several, separated by blanks. */
    static Set<String> words(String text) {
        return text.isEmpty()
                ? Set.of()
                : Arrays.stream(text.split(" ")).collect(Collectors.toUnmodifiableSet());
    }

    private record AccountName(Kind kind, String name) {

        static AccountName of(UserAccount account) {
            return new AccountName(account.kind(), account.name());
        }
    }
}
