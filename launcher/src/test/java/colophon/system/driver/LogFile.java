package colophon.system.driver;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;

import org.bson.BsonType;
import org.bson.Document;
import org.bson.types.Binary;
import org.sqlite.SQLiteConfig;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the event log from a copy of its file, or from its database, without any code of the
 * program. So it shows what was really stored.
 */
public final class LogFile {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<Happened> events;
    private final Map<Long, Integer> commits;

    /** One event; {@code commit} counts from 1. The first place is in its own stream. */
    public record Happened(
            long commit, int offset, List<Place> places, String name, JsonNode payload) {

        /** The id of its own stream. */
        public String stream() {
            return places.getFirst().stream();
        }

        /** A field of the event as text; empty if it has no such field. */
        public String field(String name) {
            return payload.path(name).asString("");
        }
    }

    /** Where an event lies in a stream; {@code sequence} counts from 0. */
    public record Place(String stream, long sequence) {

        /** From a stream, a blank, and the sequence in hex digits. */
        static Place of(String text) {
            var blank = text.lastIndexOf(' ');
            return new Place(
                    text.substring(0, blank), Long.parseLong(text.substring(blank + 1), 16));
        }
    }

    private LogFile(List<Happened> events, Map<Long, Integer> commits) {
        this.events = events;
        this.commits = commits;
    }

    /**
     * Reads the log of a data directory that no process uses. It reads a copy, because opening the
     * file itself would already repair it.
     */
    public static LogFile of(Path data) {
        try {
            var copy = Files.createTempDirectory("colophon-copy");
            for (var name : List.of("events.db", "events.db-wal"))
                if (Files.exists(data.resolve(name)))
                    Files.copy(data.resolve(name), copy.resolve(name));
            try (var connection = open(copy.resolve("events.db"))) {
                return new LogFile(events(connection), commits(connection));
            } finally {
                try (var files = Files.list(copy)) {
                    for (var file : files.toList()) Files.delete(file);
                }
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads the log in a database of a MongoDB server. */
    public static LogFile of(MongoDatabase database) {
        var events = new ArrayList<Happened>();
        Map<Long, Integer> commits = new HashMap<>();
        // Numbers only, because answers of commands without a commit are stored next to the
        // commits.
        var all = database.getCollection("events").find(Filters.type("_id", BsonType.INT64));
        for (var commit : all.sort(Sorts.ascending("_id"))) {
            var number = commit.getLong("_id");
            var inside = commit.getList("e", Document.class);
            var places =
                    commit.get("k") instanceof String one
                            ? List.of(one)
                            : commit.getList("k", String.class);
            commits.put(number, inside.size());
            for (int offset = 0; offset < inside.size(); offset++)
                events.add(happened(number, offset, places.get(offset), inside.get(offset)));
        }
        return new LogFile(List.copyOf(events), commits);
    }

    private static Happened happened(long commit, int offset, String own, Document event) {
        var places = new ArrayList<>(List.of(Place.of(own)));
        for (var other : event.getList("f", Document.class, List.of()))
            places.add(Place.of(other.getString("k")));
        return new Happened(
                commit,
                offset,
                places,
                event.getString("y"),
                JSON.readTree(event.get("p", Binary.class).getData()));
    }

    /** Opens the log file itself, for reading and for damaging it. */
    public static Connection open(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setBusyTimeout(10_000);
        return config.createConnection("jdbc:sqlite:" + file);
    }

    /** All events in log order. */
    public List<Happened> events() {
        return events;
    }

    /** The events of one name, in log order. */
    public List<Happened> named(String name) {
        return events.stream().filter(event -> event.name().equals(name)).toList();
    }

    /** The events of one name after that commit, in log order. */
    public List<Happened> named(String name, long after) {
        return named(name).stream().filter(event -> event.commit() > after).toList();
    }

    /** The number of the last commit; 0 for none. */
    public long head() {
        return commits.size();
    }

    /**
     * Fails unless the commits are 1, 2, 3…, each with its declared size, and no stream has a gap.
     */
    public void assertWhole() {
        for (long number = 1; number <= commits.size(); number++)
            if (!commits.containsKey(number)) throw new AssertionError("No commit " + number);
        Map<Long, Integer> found = new HashMap<>();
        Map<String, Long> next = new HashMap<>();
        for (var event : events) {
            found.merge(event.commit(), 1, Integer::sum);
            for (var place : event.places())
                if (place.sequence() != next.merge(place.stream(), 1L, Long::sum) - 1)
                    throw new AssertionError(event + " is not next in " + place.stream());
        }
        if (!found.equals(commits))
            throw new AssertionError("Events by commit " + found + " instead of " + commits);
    }

    private static List<Happened> events(Connection connection) throws SQLException {
        var sql =
                "SELECT position >> 16, position & 65535, stream, sequence, name, payload, others"
                        + " FROM events ORDER BY position";
        var events = new ArrayList<Happened>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next())
                events.add(
                        new Happened(
                                rows.getLong(1),
                                rows.getInt(2),
                                places(rows),
                                rows.getString(5),
                                JSON.readTree(rows.getBytes(6))));
        }
        return List.copyOf(events);
    }

    private static List<Place> places(ResultSet row) throws SQLException {
        var places = new ArrayList<>(List.of(new Place(row.getString(3), row.getLong(4))));
        var others = row.getString(7);
        if (others != null)
            for (var other : JSON.readTree(others))
                places.add(new Place(other.get(0).asString(), other.get(1).asLong()));
        return places;
    }

    private static Map<Long, Integer> commits(Connection connection) throws SQLException {
        Map<Long, Integer> commits = new HashMap<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT number, events FROM commits")) {
            while (rows.next()) commits.put(rows.getLong(1), rows.getInt(2));
        }
        return commits;
    }
}
