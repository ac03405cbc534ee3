package colophon.storage.keys;

import colophon.events.privacy.KeyDestroyedException;
import colophon.storage.log.LogRefusedException;
import colophon.storage.sqlite.DataDirectory;
import colophon.storage.sqlite.Sql;
import colophon.storage.sqlite.SqliteFile;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the keys of the students in keys.db, a file that only its owner may read. A key is durable
 * before anything is sealed with it. A destroyed key leaves a mark and is never made again.
 */
public final class SqliteSeals extends StoredSeals {

    private static final int VERSION = 1;

    private final SqliteFile file;
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
    public synchronized boolean isDestroyed(String studentId) {
        return destroyed.contains(studentId);
    }

    @Override
    public synchronized void destroy(String studentId) {
        if (destroyed.contains(studentId)) return;
        file.ask(
                connection -> {
                    Sql.change(
                            connection,
                            "INSERT INTO keys(student, key) VALUES (?, NULL) ON CONFLICT(student)"
                                    + " DO UPDATE SET key = NULL",
                            studentId);
                    keys.remove(studentId);
                    // Empties the write-ahead log into the file, because it still holds the page as
                    // it was.
                    Sql.run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
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
        var installation =
                Sql.rows(connection, "SELECT key FROM installation", row -> row.getBytes(1));
        var living = new HashMap<String, byte[]>();
        var destroyed = new HashSet<String>();
        for (var one : all(connection))
            if (one.secret == null) destroyed.add(one.student);
            else living.put(one.student, one.secret);
        return new StoredKeys(installation.getFirst(), living, destroyed);
    }

    private static List<StudentSecret> all(Connection connection) throws SQLException {
        return Sql.rows(
                connection,
                "SELECT student, key FROM keys",
                row -> new StudentSecret(row.getString(1), row.getBytes(2)));
    }

    private record StudentSecret(String student, byte @Nullable [] secret) {}

    /**
     * @param installation the secret of the installation
     * @param living the secrets of students
     * @param destroyed the students whose keys were destroyed
     */
    record StoredKeys(byte[] installation, Map<String, byte[]> living, Set<String> destroyed) {}

    private static Connection open(Path file) throws SQLException {
        var connection = Sql.connect(file, 10_000);
        try {
            Sql.run(connection, "PRAGMA secure_delete=ON");
            prepare(connection, file);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static void prepare(Connection connection, Path file) throws SQLException {
        Sql.run(connection, "CREATE TABLE IF NOT EXISTS version(version INTEGER NOT NULL)");
        Sql.run(
                connection,
                "INSERT INTO version SELECT "
                        + VERSION
                        + " WHERE NOT EXISTS (SELECT 1 FROM version)");
        Sql.run(connection, "CREATE TABLE IF NOT EXISTS installation(key BLOB NOT NULL)");
        Sql.run(connection, "CREATE TABLE IF NOT EXISTS keys(student TEXT PRIMARY KEY, key BLOB)");
        var version = Sql.number(connection, "SELECT max(version) FROM version");
        if (version != VERSION)
            throw new LogRefusedException(
                    "%s has version %d, and this program knows only version %d"
                            .formatted(file, version, VERSION));
    }

    @Override
    SealKey installation() {
        return installation;
    }

    @Override
    @Nullable SealKey known(String studentId) {
        return keys.get(studentId);
    }

    @Override
    synchronized SealKey make(String studentId) {
        var there = keys.get(studentId);
        if (there != null) return there;
        file.ask(
                connection ->
                        Sql.change(
                                connection,
                                "INSERT INTO keys(student, key) VALUES (?, ?) ON CONFLICT DO"
                                        + " NOTHING",
                                studentId,
                                secret()));
        // what the file holds: an insert that reported a failure may still have succeeded
        var made =
                file.ask(
                        connection ->
                                Sql.rows(
                                        connection,
                                        "SELECT key FROM keys WHERE student = ? AND key IS NOT"
                                                + " NULL",
                                        row -> new SealKey(row.getBytes(1)),
                                        studentId));
        if (made.isEmpty()) throw new KeyDestroyedException(studentId);
        keys.put(studentId, made.getFirst());
        return made.getFirst();
    }

    private SealKey installation(Connection connection) throws SQLException {
        var there =
                Sql.rows(
                        connection,
                        "SELECT key FROM installation",
                        row -> new SealKey(row.getBytes(1)));
        if (!there.isEmpty()) return there.getFirst();
        var secret = secret();
        Sql.change(connection, "INSERT INTO installation(key) VALUES (?)", secret);
        return new SealKey(secret);
    }

    private boolean load(Connection connection) throws SQLException {
        for (var one : all(connection))
            if (one.secret == null) destroyed.add(one.student);
            else keys.put(one.student, new SealKey(one.secret));
        keys.keySet().removeAll(destroyed);
        return true;
    }
}
