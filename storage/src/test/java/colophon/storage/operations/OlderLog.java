package colophon.storage.operations;

import colophon.storage.sqlite.DataDirectory;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** A log file as programs before format 2 made it, with one commit. */
final class OlderLog {

    private static final List<String> STATEMENTS =
            List.of(
                    "PRAGMA journal_mode = WAL",
                    "CREATE TABLE log(id TEXT NOT NULL, version INTEGER NOT NULL)",
                    "INSERT INTO log VALUES ('an-older-log', 1)",
                    "CREATE TABLE commits(number INTEGER PRIMARY KEY, id BLOB NOT NULL, time"
                        + " INTEGER NOT NULL, events INTEGER NOT NULL, command TEXT, hash BLOB NOT"
                        + " NULL)",
                    "INSERT INTO commits VALUES (1, zeroblob(16), 1000, 1, NULL, zeroblob(32))",
                    "CREATE TABLE events(position INTEGER PRIMARY KEY, stream TEXT NOT NULL,"
                            + " sequence INTEGER NOT NULL, type TEXT, id TEXT NOT NULL, timestamp"
                            + " INTEGER NOT NULL, name TEXT NOT NULL, revision TEXT, payload BLOB"
                            + " NOT NULL, metadata BLOB NOT NULL)",
                    "CREATE UNIQUE INDEX one_event_per_place ON events(stream, sequence)",
                    "CREATE UNIQUE INDEX one_event_per_id ON events(id)",
                    "INSERT INTO events VALUES (131071, 's', 0, 'Thing', 'e', 1000, 'Name', '1',"
                            + " x'7B7D', x'7B7D')",
                    "CREATE TABLE replies(command TEXT NOT NULL, position INTEGER NOT NULL, digest"
                            + " BLOB NOT NULL, status INTEGER NOT NULL, content_type TEXT NOT NULL,"
                            + " body BLOB NOT NULL, kept INTEGER NOT NULL DEFAULT 0)",
                    "CREATE UNIQUE INDEX one_reply_per_command ON replies(command)",
                    "PRAGMA wal_checkpoint(TRUNCATE)");

    private OlderLog() {}

    /** Writes the log of a data directory and returns its file. */
    static Path in(Path directory) throws SQLException {
        var file = DataDirectory.events(directory);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            for (var sql : STATEMENTS) statement.execute(sql);
        }
        return file;
    }
}
