package colophon.storage.keys;

import colophon.events.privacy.KeyDestroyedException;
import colophon.events.privacy.Sealed;
import colophon.events.privacy.Seals;
import colophon.storage.log.LogRefusedException;
import colophon.storage.sqlite.DataDirectory;
import colophon.storage.sqlite.SqliteFile;

import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the keys of the students in keys.db, a file that only its owner may read. A key is durable
 * before anything is sealed with it. A destroyed key leaves a mark and is never made again.
 */
public final class SqliteSeals implements Seals, AutoCloseable {

    private static final int VERSION = 1;

    private final SqliteFile file;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, SealKey> keys = new ConcurrentHashMap<>();
    private final Set<String> destroyed = new HashSet<>();
    private final SealKey installation;

    private SqliteSeals(Path path) throws SQLException {
        this.file = new SqliteFile("The keys", () -> open(path), this::load);
        this.installation = file.ask(this::installation);
        file.ask(this::load);
    }

    /**
     * Opens the keys of a data directory. Creates the file if it does not exist.
     *
     * @throws LogRefusedException if the file is not a keys file of a known version
     */
    public static SqliteSeals open(DataDirectory directory) {
        return DataDirectory.opened(DataDirectory.keys(directory.path()), SqliteSeals::new);
    }

    @Override
    public Sealed seal(String studentId, String value) {
        return key(studentId).seal(studentId, value, random);
    }

    @Override
    public @Nullable String open(String studentId, Sealed sealed) {
        var key = keys.get(studentId);
        return key == null ? null : key.open(studentId, sealed);
    }

    @Override
    public String fingerprint(String studentId, String value) {
        return key(studentId).fingerprint(value);
    }

    @Override
    public byte[] digest(byte[] value) {
        return installation.digest(value);
    }

    @Override
    public byte @Nullable [] digest(String studentId, byte[] value) {
        var key = keys.get(studentId);
        return key == null ? null : key.digest(value);
    }

    @Override
    public synchronized boolean isDestroyed(String studentId) {
        return destroyed.contains(studentId);
    }

    @Override
    public synchronized void destroy(String studentId) {
        if (destroyed.contains(studentId)) return;
        file.ask(
                connection -> {
                    try (var update =
                            connection.prepareStatement(
                                    "INSERT INTO keys(student, key) VALUES (?, NULL) ON"
                                            + " CONFLICT(student) DO UPDATE SET key = NULL")) {
                        update.setString(1, studentId);
                        update.executeUpdate();
                    }
                    keys.remove(studentId);
                    // Empties the write-ahead log into the file, because it still holds the page as
                    // it was.
                    run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
                    return true;
                });
        destroyed.add(studentId);
    }

    /** One line that says why the keys cannot be read or written; empty if they can. */
    public Optional<String> trouble() {
        return file.trouble();
    }

    @Override
    public synchronized void close() {
        file.close();
    }

    /** All secrets as stored. */
    synchronized StoredKeys stored() {
        return file.ask(SqliteSeals::stored);
    }

    private static StoredKeys stored(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            byte[] secret;
            try (var row = statement.executeQuery("SELECT key FROM installation")) {
                secret = row.getBytes(1);
            }
            var living = new HashMap<String, byte[]>();
            var destroyed = new HashSet<String>();
            try (var rows = statement.executeQuery("SELECT student, key FROM keys")) {
                while (rows.next()) {
                    byte @Nullable [] key = rows.getBytes(2);
                    if (key == null) destroyed.add(rows.getString(1));
                    else living.put(rows.getString(1), key);
                }
            }
            return new StoredKeys(secret, living, destroyed);
        }
    }

    /**
     * @param installation the secret of the installation
     * @param living the secrets of students
     * @param destroyed the students whose keys were destroyed
     */
    record StoredKeys(byte[] installation, Map<String, byte[]> living, Set<String> destroyed) {}

    private static Connection open(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(10_000);
        var connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        try {
            run(connection, "PRAGMA secure_delete=ON");
            prepare(connection, file);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static void prepare(Connection connection, Path file) throws SQLException {
        run(connection, "CREATE TABLE IF NOT EXISTS version(version INTEGER NOT NULL)");
        run(
                connection,
                "INSERT INTO version SELECT "
                        + VERSION
                        + " WHERE NOT EXISTS (SELECT 1 FROM version)");
        run(connection, "CREATE TABLE IF NOT EXISTS installation(key BLOB NOT NULL)");
        run(connection, "CREATE TABLE IF NOT EXISTS keys(student TEXT PRIMARY KEY, key BLOB)");
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT max(version) FROM version")) {
            if (row.getInt(1) != VERSION)
                throw new LogRefusedException(
                        "%s has version %d, and this program knows only version %d"
                                .formatted(file, row.getInt(1), VERSION));
        }
    }

    private SealKey key(String studentId) {
        var key = keys.get(studentId);
        return key == null ? make(studentId) : key;
    }

    private synchronized SealKey make(String studentId) {
        var there = keys.get(studentId);
        if (there != null) return there;
        file.ask(connection -> insert(connection, studentId, secret()));
        var made = file.<@Nullable SealKey>ask(connection -> read(connection, studentId));
        if (made == null) throw new KeyDestroyedException(studentId);
        keys.put(studentId, made);
        return made;
    }

    private static int insert(Connection connection, String studentId, byte[] secret)
            throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        "INSERT INTO keys(student, key) VALUES (?, ?) ON CONFLICT DO NOTHING")) {
            insert.setString(1, studentId);
            insert.setBytes(2, secret);
            return insert.executeUpdate();
        }
    }

    /** Reads what the file holds: an insert that reported a failure may still have succeeded. */
    private static @Nullable SealKey read(Connection connection, String studentId)
            throws SQLException {
        try (var select = connection.prepareStatement("SELECT key FROM keys WHERE student = ?")) {
            select.setString(1, studentId);
            try (var row = select.executeQuery()) {
                byte @Nullable [] secret = row.next() ? row.getBytes(1) : null;
                return secret == null ? null : new SealKey(secret);
            }
        }
    }

    private SealKey installation(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            try (var row = statement.executeQuery("SELECT key FROM installation")) {
                if (row.next()) return new SealKey(row.getBytes(1));
            }
            var secret = secret();
            try (var insert =
                    connection.prepareStatement("INSERT INTO installation(key) VALUES (?)")) {
                insert.setBytes(1, secret);
                insert.executeUpdate();
            }
            return new SealKey(secret);
        }
    }

    private boolean load(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT student, key FROM keys")) {
            while (rows.next()) {
                byte @Nullable [] secret = rows.getBytes(2);
                if (secret == null) destroyed.add(rows.getString(1));
                else keys.put(rows.getString(1), new SealKey(secret));
            }
        }
        keys.keySet().removeAll(destroyed);
        return true;
    }

    private byte[] secret() {
        var secret = new byte[SealKey.LENGTH];
        random.nextBytes(secret);
        return secret;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
