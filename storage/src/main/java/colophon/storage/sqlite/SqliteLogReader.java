package colophon.storage.sqlite;

import colophon.commands.reply.Reply;
import colophon.commands.reply.StoredReply;
import colophon.storage.log.AuditableLog;
import colophon.storage.log.CommittedEvents;
import colophon.storage.log.DamagedLogException;
import colophon.storage.log.LogEvent;
import colophon.storage.log.LogRefusedException;
import colophon.storage.log.StoredCommit;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads a log file. On its own it opens a log that another process may be writing. */
public final class SqliteLogReader implements AuditableLog, AutoCloseable {

    /** A read stops after the commit that exceeds this, so that batches stay small in memory. */
    private static final long MOST_BYTES = 8 << 20;

    private final ReadConnections connections;

    SqliteLogReader(ReadConnections connections) {
        this.connections = connections;
    }

    /**
     * Opens a log for reading only, in use or not.
     *
     * @throws LogRefusedException if the file does not exist or is not a log of a known version
     */
    public static SqliteLogReader open(Path file) {
        if (!Files.isRegularFile(file)) throw new LogRefusedException("There is no log at " + file);
        var connections = new ReadConnections(file);
        connections.<@Nullable Void>ask(
                statements -> {
                    SqliteSchema.check(statements.connection(), file);
                    return null;
                });
        return new SqliteLogReader(connections);
    }

    @Override
    public long head() {
        return connections.ask(
                statements -> {
                    try (var rows =
                            statements.get("SELECT max(number) FROM commits").executeQuery()) {
                        return rows.next() ? rows.getLong(1) : 0;
                    }
                });
    }

    @Override
    public List<StoredCommit> records(long after, int most) {
        return connections.ask(
                statements -> {
                    var records = new ArrayList<StoredCommit>();
                    var bytes = 0L;
                    for (var number = after + 1; records.size() < most; number++) {
                        var record = record(statements, number);
                        if (record == null) break;
                        records.add(record);
                        bytes += size(record.events());
                        if (bytes > MOST_BYTES) break;
                    }
                    return records;
                });
    }

    /** The id of the log, created with it. */
    public String id() {
        return connections.ask(
                statements -> {
                    try (var rows = statements.get("SELECT id FROM log").executeQuery()) {
                        return rows.getString(1);
                    }
                });
    }

    /**
     * The replies that belong to no commit, in the order of their command ids: at most {@code most}
     * behind this id.
     */
    public List<Reply> keptReplies(String behind, int most) {
        return connections.ask(
                statements -> {
                    var replies = new ArrayList<Reply>();
                    var sql =
                            "SELECT command, digest, status, content_type, body FROM replies WHERE"
                                    + " position = 0 AND command > ? ORDER BY command LIMIT ?";
                    try (var rows = statements.get(sql, behind, most).executeQuery()) {
                        while (rows.next()) replies.add(Sql.reply(rows, 1));
                    }
                    return replies;
                });
    }

    /**
     * Checks what the chain does not cover: no event lies beyond the last commit, the table of
     * places says what the events say, the indexes match the tables, and no page of the file is
     * broken.
     *
     * @throws DamagedLogException with the first fault that SQLite found
     */
    public void checkStructure() {
        connections.<@Nullable Void>ask(
                statements -> {
                    // A single statement sees a single moment, so a commit made meanwhile is not
                    // reported.
                    refuse(
                            statements,
                            "SELECT head + 1 FROM (SELECT coalesce(max(number), 0) AS head FROM"
                                    + " commits) WHERE EXISTS (SELECT 1 FROM events WHERE position"
                                    + " > (head << 16 | 65535))",
                            "it has events and no commit");
                    refuse(
                            statements,
                            EventRow.NOT_FOUND,
                            "an event is not at its place in a stream");
                    refuse(
                            statements,
                            EventRow.NOT_SAID,
                            "a stream has a place for an event that does not lie there");
                    try (var row = statements.get("PRAGMA integrity_check(1)").executeQuery()) {
                        if (!"ok".equals(row.getString(1)))
                            throw new DamagedLogException(
                                    head(), "the file itself is: " + row.getString(1));
                    }
                    return null;
                });
    }

    /** Throws DamagedLogException if the query finds the number of a commit. */
    private static void refuse(PreparedStatements statements, String sql, String why)
            throws SQLException {
        try (var row = statements.get(sql).executeQuery()) {
            if (row.next() && row.getLong(1) > 0)
                throw new DamagedLogException(row.getLong(1), why);
        }
    }

    /** One line that says why the file cannot be read; empty if it can. */
    Optional<String> trouble() {
        return connections.trouble();
    }

    @Override
    public void close() {
        connections.close();
    }

    List<CommittedEvents> read(long after, int most, long head) {
        return connections.ask(
                statements -> {
                    var commits = new ArrayList<CommittedEvents>();
                    var until = Math.min(head, after + most);
                    var rows =
                            statements
                                    .get(
                                            EventRow.SELECT
                                                    + "events e WHERE position > ? AND position <="
                                                    + " ? ORDER BY position",
                                            last(after),
                                            last(until))
                                    .executeQuery();
                    try (rows) {
                        collect(rows, after, commits);
                    }
                    return commits;
                });
    }

    private static void collect(ResultSet rows, long after, List<CommittedEvents> commits)
            throws SQLException {
        var events = new ArrayList<LogEvent>();
        var bytes = 0L;
        var expected = after + 1;
        while (rows.next()) {
            var position = rows.getLong(1);
            if (position >> 16 != expected)
                throw new DamagedLogException(expected, "its events are missing");
            var event = EventRow.event(rows);
            events.add(event);
            bytes += event.payload().length + event.metadata().length;
            if ((position & 0xFFFF) != 0xFFFF) continue;
            commits.add(new CommittedEvents(expected++, List.copyOf(events)));
            events.clear();
            if (bytes > MOST_BYTES) return;
        }
    }

    List<LogEvent> at(long[] places) {
        return connections.ask(
                statements -> {
                    var events = new ArrayList<LogEvent>(places.length);
                    var sql = EventRow.SELECT + "events e WHERE position = ?";
                    for (var place : places)
                        try (var row = statements.get(sql, place).executeQuery()) {
                            if (!row.next())
                                throw new IllegalArgumentException(
                                        "Commit %d has no event at offset %d"
                                                .formatted(place >> 16, place & 0xFFFF));
                            events.add(EventRow.event(row));
                        }
                    return events;
                });
    }

    List<LogEvent> stream(String stream, long from, int most) {
        return connections.ask(
                statements -> {
                    var events = new ArrayList<LogEvent>();
                    var rows =
                            statements
                                    .get(
                                            EventRow.SELECT
                                                    + "places p CROSS JOIN events e ON e.position ="
                                                    + " p.position WHERE p.stream = ? AND"
                                                    + " p.sequence >= ? ORDER BY p.sequence LIMIT"
                                                    + " ?",
                                            stream,
                                            from,
                                            most)
                                    .executeQuery();
                    try (rows) {
                        while (rows.next()) events.add(EventRow.event(rows));
                    }
                    return events;
                });
    }

    OptionalLong lastSequence(String stream) {
        return optional(
                "SELECT sequence FROM places WHERE stream = ? ORDER BY sequence DESC LIMIT 1",
                stream);
    }

    /** The times of the commits after {@code after} up to {@code until}, in order. */
    long[] times(long after, long until) {
        return connections.ask(
                statements -> {
                    var times = new long[(int) (until - after)];
                    var sql =
                            "SELECT time FROM commits WHERE number > ? AND number <= ? ORDER BY"
                                    + " number";
                    try (var rows = statements.get(sql, after, until).executeQuery()) {
                        for (var i = 0; i < times.length; i++) {
                            if (!rows.next())
                                throw new DamagedLogException(after + i + 1, "it is missing");
                            times[i] = rows.getLong(1);
                        }
                    }
                    return times;
                });
    }

    private OptionalLong optional(String sql, Object value) {
        return connections.ask(
                statements -> {
                    try (var rows = statements.get(sql, value).executeQuery()) {
                        return rows.next()
                                ? OptionalLong.of(rows.getLong(1))
                                : OptionalLong.empty();
                    }
                });
    }

    @Nullable StoredReply reply(String commandId) {
        return connections.<@Nullable StoredReply>ask(statements -> reply(statements, commandId));
    }

    static @Nullable StoredReply reply(PreparedStatements statements, String commandId)
            throws SQLException {
        var sql =
                "SELECT position, command, digest, status, content_type, body FROM replies WHERE"
                        + " command = ?";
        try (var rows = statements.get(sql, commandId).executeQuery()) {
            return rows.next() ? new StoredReply(Sql.reply(rows, 2), rows.getLong(1)) : null;
        }
    }

    <T extends @Nullable Object> T ask(ReadConnections.ReadQuery<T> question) {
        return connections.ask(question);
    }

    private static @Nullable StoredCommit record(PreparedStatements statements, long number)
            throws SQLException {
        var sql = "SELECT id, time, hash, command, events FROM commits WHERE number = ?";
        try (var row = statements.get(sql, number).executeQuery()) {
            if (!row.next()) return null;
            var id = Sql.bytes(row, 1);
            if (id.length != 16) throw new DamagedLogException(number, "its id is not an id");
            var events = events(statements, number);
            if (events.size() != row.getInt(5))
                throw new DamagedLogException(
                        number, "it has %d events, not %d".formatted(events.size(), row.getInt(5)));
            var command = row.getString(4);
            return new StoredCommit(
                    number,
                    Sql.uuid(id),
                    row.getLong(2),
                    Sql.bytes(row, 3),
                    events,
                    command == null ? null : reply(statements, number, command));
        }
    }

    private static Reply reply(PreparedStatements statements, long number, String command)
            throws SQLException {
        var kept = reply(statements, command);
        if (kept == null || kept.position() != number)
            throw new DamagedLogException(number, "the reply of its command is missing");
        return kept.reply();
    }

    private static List<LogEvent> events(PreparedStatements statements, long number)
            throws SQLException {
        var sql =
                EventRow.SELECT + "events e WHERE position > ? AND position <= ? ORDER BY position";
        var events = new ArrayList<LogEvent>();
        var ended = false;
        try (var rows = statements.get(sql, last(number - 1), last(number)).executeQuery()) {
            while (rows.next()) {
                var offset = rows.getLong(1) & 0xFFFF;
                ended = offset == 0xFFFF;
                if (!ended && offset != events.size())
                    throw new DamagedLogException(number, "its events are not in their places");
                events.add(EventRow.event(rows));
            }
        }
        if (!ended) throw new DamagedLogException(number, "its last event is missing");
        return events;
    }

    /** The token position of the last event of a commit, which does not depend on its offset. */
    static long last(long number) {
        return number << 16 | 0xFFFF;
    }

    private static long size(List<LogEvent> events) {
        return events.stream().mapToLong(e -> e.payload().length + e.metadata().length).sum();
    }
}
