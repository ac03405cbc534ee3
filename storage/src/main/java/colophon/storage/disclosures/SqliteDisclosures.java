package colophon.storage.disclosures;

import colophon.api.paging.FoundRecord;
import colophon.events.InstitutionLimits;
import colophon.storage.log.LogRefusedException;
import colophon.storage.log.LogUnavailableException;
import colophon.storage.sqlite.DataDirectory;
import colophon.storage.sqlite.Sql;
import colophon.storage.sqlite.SqliteFile;
import colophon.views.disclosure.Disclosure;
import colophon.views.disclosure.DisclosureNotRecordedException;
import colophon.views.disclosure.Disclosures;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps disclosures in one SQLite file of a data directory: WAL, synchronous=FULL, group commit.
 */
public final class SqliteDisclosures implements Disclosures, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteDisclosures.class);
    private static final int FIRST = 1;
    private static final int VERSION = 2;
    private static final List<String> TABLES =
            List.of(
                    "CREATE TABLE IF NOT EXISTS version(version INTEGER NOT NULL)",
                    "INSERT INTO version SELECT "
                            + FIRST
                            + " WHERE NOT EXISTS (SELECT 1 FROM version)",
                    "CREATE TABLE IF NOT EXISTS disclosures(number INTEGER PRIMARY KEY"
                            + " AUTOINCREMENT, at INTEGER NOT NULL, who TEXT NOT NULL, role TEXT"
                            + " NOT NULL, student TEXT NOT NULL, what TEXT NOT NULL, path TEXT NOT"
                            + " NULL, form TEXT NOT NULL, moment TEXT, interest TEXT NOT NULL)",
                    "CREATE INDEX IF NOT EXISTS of_student ON disclosures(student, number)");
    private static final String COLUMNS =
            "at, who, role, student, what, path, form, moment, interest, institutions";

    private final Path file;
    private final int busyMillis;
    private final SqliteFile reading;
    private final GroupedWrites writes;
    private Connection writing;
    private PreparedStatement insert;
    private boolean settled = true;

    private SqliteDisclosures(Path file, int busyMillis) throws SQLException {
        this.file = file;
        this.busyMillis = busyMillis;
        this.writing = connect();
        prepare(writing);
        this.insert = insert(writing);
        this.reading = new SqliteFile("The disclosures", this::connect, _ -> true);
        this.writes = new GroupedWrites(this::write);
    }

    /**
     * Opens the disclosures of a data directory. Creates the file if it does not exist.
     *
     * @throws LogRefusedException if the file is not a disclosures file of a known version
     */
    public static SqliteDisclosures open(DataDirectory directory) {
        return open(file(directory.path()), 10_000);
    }

    /** The file in a data directory. */
    public static Path file(Path directory) {
        return directory.resolve("disclosures.db");
    }

    static SqliteDisclosures open(Path path, int busyMillis) {
        return DataDirectory.opened(path, file -> new SqliteDisclosures(file, busyMillis));
    }

    @Override
    public void record(List<Disclosure> looks) {
        writes.record(looks);
    }

    @Override
    public List<FoundRecord<Disclosure>> of(String studentId, String behind, int limit) {
        return select(
                "SELECT number, "
                        + COLUMNS
                        + " FROM disclosures WHERE student = ? AND number < ?"
                        + " ORDER BY number DESC LIMIT ?",
                studentId,
                behind.isEmpty() ? Long.MAX_VALUE : Long.parseLong(behind),
                limit);
    }

    /** All disclosures behind that place, in the order in which they were recorded. */
    List<FoundRecord<Disclosure>> all(String behind, int limit) {
        return select(
                "SELECT number, "
                        + COLUMNS
                        + " FROM disclosures WHERE number > ? ORDER BY number LIMIT ?",
                behind.isEmpty() ? 0L : Long.parseLong(behind),
                limit);
    }

    @Override
    public void close() {
        writes.close();
        try {
            writing.close();
            reading.close();
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private List<FoundRecord<Disclosure>> select(String sql, Object... values) {
        try {
            return reading.ask(
                    connection -> Sql.rows(connection, sql, SqliteDisclosures::look, values));
        } catch (LogUnavailableException e) {
            throw new DisclosureNotRecordedException(String.valueOf(e.getMessage()), e);
        }
    }

    /** One line that says why the file cannot be read or written; empty if it can. */
    public Optional<String> trouble() {
        var both = reading.trouble();
        if (both.isPresent() || writes.trouble().now().isEmpty()) return both;
        try {
            reading.ask(SqliteFile::readAndWrite);
            writes.trouble().over();
        } catch (LogUnavailableException _) {
            // the trouble has been logged
        }
        return writes.trouble().now().map(why -> "The disclosures cannot be written: " + why);
    }

    /** Runs on the single thread that writes. */
    private void write(List<Disclosure> looks) throws SQLException {
        try {
            if (!settled) settle();
            for (var disclosure : looks) bound(disclosure).addBatch();
            insert.executeBatch();
            writing.commit();
        } catch (SQLException | RuntimeException e) {
            settled = false;
            throw e;
        }
    }

    /**
     * Reopens the file and moves the write-ahead log into it: the log may contain a failed write,
     * which must not be taken for durable.
     */
    private void settle() throws SQLException {
        try {
            writing.close();
        } catch (SQLException e) {
            LOG.debug("The connection to the disclosure log closed badly", e);
        }
        writing = connect();
        if (Sql.number(writing, "PRAGMA wal_checkpoint(TRUNCATE)") != 0)
            throw new SQLException("the write-ahead log is busy");
        writing.setAutoCommit(false);
        insert = insert(writing);
        settled = true;
    }

    private PreparedStatement bound(Disclosure disclosure) throws SQLException {
        return Sql.bind(
                insert,
                disclosure.at().toEpochMilli(),
                disclosure.who(),
                disclosure.role(),
                disclosure.studentId(),
                disclosure.what(),
                disclosure.path(),
                disclosure.form(),
                disclosure.moment(),
                disclosure.interest(),
                InstitutionLimits.text(disclosure.institutions()));
    }

    private static FoundRecord<Disclosure> look(ResultSet row) throws SQLException {
        @Nullable String moment = row.getString(9);
        return new FoundRecord<>(
                "%019d".formatted(row.getLong(1)),
                new Disclosure(
                        Instant.ofEpochMilli(row.getLong(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        moment,
                        row.getString(10),
                        InstitutionLimits.read(row.getString(11)).stream().sorted().toList()));
    }

    private Connection connect() throws SQLException {
        return Sql.connect(file, busyMillis);
    }

    private static PreparedStatement insert(Connection connection) throws SQLException {
        return connection.prepareStatement(
                "INSERT INTO disclosures(" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    }

    /**
     * Creates what is missing, and upgrades an older file in one transaction. Older rows do not say
     * to which institutions the account was limited.
     */
    private void prepare(Connection connection) throws SQLException {
        for (var table : TABLES) Sql.run(connection, table);
        // triggers refuse changes and deletions by every program
        for (var change : List.of("UPDATE", "DELETE"))
            Sql.run(
                    connection,
                    "CREATE TRIGGER IF NOT EXISTS no_%s BEFORE %s ON disclosures BEGIN SELECT RAISE(ABORT, 'disclosures are never changed'); END"
                            .formatted(change, change));
        connection.setAutoCommit(false);
        var version = Sql.number(connection, "SELECT max(version) FROM version");
        if (version == FIRST) {
            Sql.run(
                    connection,
                    "ALTER TABLE disclosures ADD COLUMN institutions TEXT NOT NULL DEFAULT ''");
            Sql.run(connection, "INSERT INTO version VALUES (" + VERSION + ")");
        } else if (version != VERSION)
            throw new LogRefusedException(
                    "%s has version %d, and this program knows only version %d"
                            .formatted(file, version, VERSION));
        connection.commit();
    }
}
