package colophon.storage.sqlite;

import colophon.commands.reply.Reply;
import colophon.commands.reply.StoredReply;
import colophon.storage.log.CommitLog.CommittedEvents;
import colophon.storage.log.DamagedLogException;
import colophon.storage.log.LogEvent;
import colophon.storage.log.LogReader;
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
public final class SqliteLogReader implements LogReader, AutoCloseable {

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
                statements ->
                        Sql.number(statements.connection(), "SELECT max(number) FROM commits"));
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
                        bytes += record.bytes();
                        if (bytes > MOST_BYTES) break;
                    }
                    return records;
                });
    }

    /** The id of the log, created with it. */
    public String id() {
        return connections.ask(
                statements ->
                        statements.rows("SELECT id FROM log", row -> row.getString(1)).getFirst());
    }

    /**
     * The replies that belong to no commit, in the order of their command ids: at most {@code most}
     * behind this id.
     */
    public List<Reply> keptReplies(String behind, int most) {
        return connections.ask(
                statements ->
                        statements.rows(
                                "SELECT command, digest, status, content_type, body FROM replies"
                                        + " WHERE position = 0 AND command > ? ORDER BY command"
                                        + " LIMIT ?",
                                row -> Sql.reply(row, 1),
                                behind,
                                most));
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
                    var found =
                            statements.first("PRAGMA integrity_check(1)", row -> row.getString(1));
                    if (!"ok".equals(found))
                        throw new DamagedLogException(head(), "the file itself is: " + found);
                    return null;
                });
    }

    /** Throws DamagedLogException if the query finds the number of a commit. */
    private static void refuse(PreparedStatements statements, String sql, String why)
            throws SQLException {
        long commit = Sql.number(statements.connection(), sql);
        if (commit > 0) throw new DamagedLogException(commit, why);
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
            bytes += event.bytes();
            if ((position & 0xFFFF) != 0xFFFF) continue;
            commits.add(new CommittedEvents(expected++, List.copyOf(events)));
            events.clear();
            if (bytes > MOST_BYTES) return;
        }
    }

    @Override
    public List<LogEvent> at(long[] places) {
        return connections.ask(
                statements -> {
                    var events = new ArrayList<LogEvent>(places.length);
                    var sql = EventRow.SELECT + "events e WHERE position = ?";
                    for (var place : places) {
                        var event = statements.first(sql, EventRow::event, place);
                        if (event == null) throw LogReader.noEventAt(place);
                        events.add(event);
                    }
                    return events;
                });
    }

    @Override
    public List<LogEvent> stream(String stream, long from, int most) {
        return connections.ask(
                statements ->
                        statements.rows(
                                EventRow.SELECT
                                        + "places p CROSS JOIN events e ON e.position = p.position"
                                        + " WHERE p.stream = ? AND p.sequence >= ? ORDER BY"
                                        + " p.sequence LIMIT ?",
                                EventRow::event,
                                stream,
                                from,
                                most));
    }

    @Override
    public OptionalLong lastSequence(String stream) {
        var sql = "SELECT sequence FROM places WHERE stream = ? ORDER BY sequence DESC LIMIT 1";
        var last =
                connections.<@Nullable Long>ask(
                        statements -> statements.first(sql, row -> row.getLong(1), stream));
        return last == null ? OptionalLong.empty() : OptionalLong.of(last);
    }

    @Override
    public long[] times(long after, long until) {
        var sql = "SELECT time FROM commits WHERE number > ? AND number <= ? ORDER BY number";
        var times =
                connections.ask(
                        statements -> statements.rows(sql, row -> row.getLong(1), after, until));
        if (times.size() < until - after)
            throw new DamagedLogException(after + 1, "it, or one behind it, is missing");
        return times.stream().mapToLong(Long::longValue).toArray();
    }

    @Override
    public @Nullable StoredReply reply(String commandId) {
        return connections.<@Nullable StoredReply>ask(statements -> reply(statements, commandId));
    }

    static @Nullable StoredReply reply(PreparedStatements statements, String commandId)
            throws SQLException {
        var sql =
                "SELECT position, command, digest, status, content_type, body FROM replies WHERE"
                        + " command = ?";
        return statements.first(
                sql, row -> new StoredReply(Sql.reply(row, 2), row.getLong(1)), commandId);
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
}
