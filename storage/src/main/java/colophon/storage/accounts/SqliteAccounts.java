package colophon.storage.accounts;

import colophon.security.Role;
import colophon.security.accounts.Account;
import colophon.security.accounts.Account.Kind;
import colophon.security.accounts.Accounts;
import colophon.security.accounts.Passkeys;
import colophon.security.accounts.SigningKey;
import colophon.storage.log.LogRefusedException;
import colophon.storage.log.LogUnavailableException;
import colophon.storage.sqlite.DataDirectory;

import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
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
 * The accounts in accounts.db, a file of their own that only its owner may read. All of them are in
 * memory as well, since every request asks for one; what is changed is on the disk first.
 */
public final class SqliteAccounts implements Accounts, AutoCloseable {

    private static final int VERSION = 2;

    private static final List<String> TABLE_OF_THE_VERSION =
            List.of(
                    "CREATE TABLE IF NOT EXISTS version(version INTEGER NOT NULL)",
                    "INSERT INTO version SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM version)");

    /** Those of version 1; version 2 has passkeys as well. */
    private static final List<String> TABLES =
            List.of(
                    "CREATE TABLE IF NOT EXISTS signing_keys(id TEXT PRIMARY KEY, made INTEGER NOT"
                            + " NULL, jwk TEXT NOT NULL)",
                    "CREATE TABLE IF NOT EXISTS accounts(id TEXT PRIMARY KEY, kind TEXT NOT NULL,"
                        + " name TEXT NOT NULL, secret TEXT, roles TEXT NOT NULL, institutions TEXT"
                        + " NOT NULL, student TEXT, disabled INTEGER NOT NULL, made INTEGER NOT"
                        + " NULL, valid_from INTEGER NOT NULL, UNIQUE(kind, name))");

    private final Connection connection;
    private final SqlitePasskeys passkeys;
    private final ConcurrentSkipListMap<String, Account> byId = new ConcurrentSkipListMap<>();
    private final Map<Name, Account> byName = new ConcurrentHashMap<>();

    private SqliteAccounts(Connection connection) throws SQLException {
        this.connection = connection;
        this.passkeys = new SqlitePasskeys(connection, this);
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT * FROM accounts")) {
            while (rows.next()) remember(read(rows));
        }
    }

    /**
     * Opens the accounts of a data directory, made if they are not there.
     *
     * @throws LogRefusedException if the file is not one of accounts we know
     */
    public static SqliteAccounts open(DataDirectory directory) {
        var file = DataDirectory.accounts(directory.path());
        try {
            DataDirectory.createFile(file);
            return open(file);
        } catch (SQLException e) {
            throw new LogRefusedException("Cannot open " + file + ": " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The passkeys of these accounts, in the same file. */
    public Passkeys passkeys() {
        return passkeys;
    }

    @Override
    public Optional<Account> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public Optional<Account> named(Kind kind, String name) {
        return Optional.ofNullable(byName.get(new Name(kind, name)));
    }

    @Override
    public List<Account> after(Kind kind, String id, int count) {
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
    public synchronized void add(Account account) {
        if (byId.containsKey(account.id())) throw new TakenException(account.id());
        if (byName.containsKey(Name.of(account))) throw new TakenException(account.name());
        write("INSERT INTO accounts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", account);
        remember(account);
    }

    @Override
    public synchronized Account change(String id, UnaryOperator<Account> change) {
        var before = byId.get(id);
        if (before == null) throw new NoSuchElementException("No account " + id);
        var after = change.apply(before);
        var owner = byName.get(Name.of(after));
        if (owner != null && !owner.id().equals(id)) throw new TakenException(after.name());
        if (!after.id().equals(id)) throw new IllegalArgumentException("An id never changes");
        write("REPLACE INTO accounts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", after);
        if (!Name.of(before).equals(Name.of(after))) byName.remove(Name.of(before));
        remember(after);
        return after;
    }

    /** The write-ahead log still holds the page as it was, so it is emptied into the file. */
    @Override
    public synchronized void forget(String studentId) {
        for (var account : List.copyOf(byId.values()))
            if (studentId.equals(account.studentId())) {
                if (!account.equals(account.erased())) change(account.id(), Account::erased);
                passkeys.forget(account.id());
            }
        checkpoint();
    }

    @Override
    public synchronized List<SigningKey> keys() {
        var keys = new ArrayList<SigningKey>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT id, made, jwk FROM signing_keys ORDER BY made, id")) {
            while (rows.next())
                keys.add(
                        new SigningKey(
                                rows.getString(1),
                                Instant.ofEpochMilli(rows.getLong(2)),
                                rows.getString(3)));
            return keys;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public synchronized void add(SigningKey key) {
        try (var insert =
                connection.prepareStatement(
                        "INSERT INTO signing_keys(id, made, jwk) VALUES (?, ?, ?)")) {
            insert.setString(1, key.id());
            insert.setLong(2, key.madeAt().toEpochMilli());
            insert.setString(3, key.jwk());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public synchronized void removeKey(String id) {
        try (var delete = connection.prepareStatement("DELETE FROM signing_keys WHERE id = ?")) {
            delete.setString(1, id);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static SqliteAccounts open(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(10_000);
        var connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA secure_delete=ON");
            for (var table : TABLE_OF_THE_VERSION) statement.execute(table);
            try (var row = statement.executeQuery("SELECT max(version) FROM version")) {
                if (row.getInt(1) > VERSION)
                    throw new LogRefusedException(
                            "%s has version %d, and this program knows only up to version %d"
                                    .formatted(file, row.getInt(1), VERSION));
            }
            for (var table : TABLES) statement.execute(table);
            for (var table : SqlitePasskeys.TABLES) statement.execute(table);
            // An older program would leave the passkeys of somebody erased: it is to stop here.
            statement.execute(
                    "UPDATE version SET version = %1$d WHERE version < %1$d".formatted(VERSION));
            return new SqliteAccounts(connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void checkpoint() {
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void write(String sql, Account account) {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, account);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void remember(Account account) {
        byId.put(account.id(), account);
        byName.put(Name.of(account), account);
    }

    private static void bind(PreparedStatement statement, Account account) throws SQLException {
        statement.setString(1, account.id());
        statement.setString(2, account.kind().name());
        statement.setString(3, account.name());
        statement.setString(4, account.secret());
        statement.setString(
                5,
                account.roles().stream().map(Role::word).sorted().collect(Collectors.joining(" ")));
        statement.setString(
                6, account.institutions().stream().sorted().collect(Collectors.joining(" ")));
        statement.setString(7, account.studentId());
        statement.setBoolean(8, account.disabled());
        statement.setLong(9, account.madeAt().toEpochMilli());
        statement.setLong(10, account.validFrom().toEpochMilli());
    }

    private static Account read(ResultSet row) throws SQLException {
        return new Account(
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
                Instant.ofEpochMilli(row.getLong("valid_from")));
    }

    private static @Nullable String text(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }

    /** Those of a column that holds several, with blanks between them. */
    static Set<String> words(String text) {
        return text.isEmpty()
                ? Set.of()
                : Arrays.stream(text.split(" ")).collect(Collectors.toUnmodifiableSet());
    }

    private static LogUnavailableException failed(SQLException e) {
        return new LogUnavailableException("The accounts: " + e.getMessage(), e);
    }

    private record Name(Kind kind, String name) {

        static Name of(Account account) {
            return new Name(account.kind(), account.name());
        }
    }
}
