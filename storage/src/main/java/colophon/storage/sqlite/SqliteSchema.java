package colophon.storage.sqlite;

import colophon.storage.log.LogRefusedException;

import org.sqlite.SQLiteConfig;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** Tables and settings of the log file: created or checked on opening. */
final class SqliteSchema {

    /** The version of the tables. A file of another version is refused. */
    static final int VERSION = 2;

    private static final String TABLES =
            """
            CREATE TABLE log(id TEXT NOT NULL, version INTEGER NOT NULL);
            CREATE TABLE commits(
                number INTEGER PRIMARY KEY,
                id BLOB NOT NULL,
                time INTEGER NOT NULL,
                events INTEGER NOT NULL,
                command TEXT,
                hash BLOB NOT NULL);
            CREATE TABLE events(
                position INTEGER PRIMARY KEY,
                stream TEXT NOT NULL,
                sequence INTEGER NOT NULL,
                type TEXT,
                others TEXT,
                id TEXT NOT NULL,
                timestamp INTEGER NOT NULL,
                name TEXT NOT NULL,
                revision TEXT,
                payload BLOB NOT NULL,
                metadata BLOB NOT NULL);
            CREATE TABLE places(
                stream TEXT NOT NULL,
                sequence INTEGER NOT NULL,
                position INTEGER NOT NULL,
                CONSTRAINT one_event_per_place PRIMARY KEY(stream, sequence)) WITHOUT ROWID;
            CREATE TRIGGER own_place AFTER INSERT ON events BEGIN
                INSERT INTO places VALUES (new.stream, new.sequence, new.position); END;
            CREATE TRIGGER other_places AFTER INSERT ON events WHEN new.others IS NOT NULL BEGIN
                INSERT INTO places SELECT value ->> 0, value ->> 1, new.position
                FROM json_each(new.others); END;
            CREATE UNIQUE INDEX one_event_per_id ON events(id);
            CREATE TABLE replies(
                command TEXT NOT NULL,
                position INTEGER NOT NULL,
                digest BLOB NOT NULL,
                status INTEGER NOT NULL,
                content_type TEXT NOT NULL,
                body BLOB NOT NULL,
                kept INTEGER NOT NULL);
            CREATE UNIQUE INDEX one_reply_per_command ON replies(command);
            CREATE INDEX refusals_by_age ON replies(kept) WHERE position = 0;
            CREATE TABLE own_writes(
                student TEXT PRIMARY KEY,
                day INTEGER NOT NULL,
                of_day INTEGER NOT NULL,
                in_all INTEGER NOT NULL);
            """;

    /** What keeps two events from one place, and two replies from one command: name and text. */
    private static final Map<String, String> REQUIRED =
            Map.of(
                    "places",
                    "CONSTRAINT one_event_per_place PRIMARY KEY(stream, sequence)",
                    "own_place",
                    "TRIGGER own_place AFTER INSERT ON events BEGIN",
                    "other_places",
                    "TRIGGER other_places AFTER INSERT ON events WHEN new.others IS NOT NULL BEGIN",
                    "one_event_per_id",
                    "UNIQUE INDEX one_event_per_id ON events(id)",
                    "one_reply_per_command",
                    "UNIQUE INDEX one_reply_per_command ON replies(command)");

    private SqliteSchema() {}

    /** The writing connection. {@code synchronous} is FULL, except in a test that shows why. */
    static Connection writer(Path file, String synchronous) throws SQLException {
        var config = common();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.valueOf(synchronous));
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setCacheSize(-32_000);
        config.setJournalSizeLimit(64 << 20);
        var connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        Sql.run(connection, "PRAGMA wal_autocheckpoint=4000");
        return connection;
    }

    /** A read-only connection. */
    static Connection reader(Path file) throws SQLException {
        var config = common();
        config.setCacheSize(-8_000);
        var connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        Sql.run(connection, "PRAGMA query_only=1");
        return connection;
    }

    /** Creates the tables in an empty file. Checks the version of another file. */
    static void prepare(Connection connection, Path file) throws SQLException {
        if (Sql.number(connection, "SELECT count(*) FROM sqlite_master") == 0) create(connection);
        check(connection, file);
    }

    /**
     * Throws LogRefusedException unless the file is a log of this version with its unique indexes.
     */
    static void check(Connection connection, Path file) throws SQLException {
        if (Sql.number(connection, "SELECT count(*) FROM sqlite_master WHERE name = 'log'") == 0)
            throw new LogRefusedException(file + " is not an event log");
        var version = Sql.number(connection, "SELECT max(version) FROM log");
        if (version != VERSION)
            throw LogRefusedException.ofVersion(file.toString(), version, VERSION);
        for (var required : REQUIRED.entrySet())
            if (Sql.number(
                            connection,
                            "SELECT count(*) FROM sqlite_master WHERE name = '%s' AND instr(sql, '%s')"
                                    .formatted(required.getKey(), required.getValue()))
                    == 0)
                throw new LogRefusedException(
                        "%s lacks its %s; nothing may be added without it"
                                .formatted(file, required.getValue()));
    }

    private static SQLiteConfig common() {
        var config = new SQLiteConfig();
        config.setBusyTimeout(10_000);
        config.enforceForeignKeys(false);
        return config;
    }

    private static void create(Connection connection) throws SQLException {
        Sql.run(connection, "BEGIN IMMEDIATE");
        for (var statement : TABLES.split(";\n")) Sql.run(connection, statement);
        Sql.run(
                connection,
                "INSERT INTO log(id, version) VALUES ('%s', %d)"
                        .formatted(UUID.randomUUID(), VERSION));
        Sql.run(connection, "COMMIT");
    }
}
