package colophon.storage.sqlite;

import colophon.commands.loading.StreamPlace;
import colophon.storage.log.DamagedLogException;
import colophon.storage.log.LogEvent;

import tools.jackson.databind.json.JsonMapper;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * An event as a row of the table {@code events}. The row holds all its places, those in other
 * streams as JSON, {@code [[stream, sequence, type], …]}, so an event is read without a second
 * look. Triggers add each place to the table {@code places}, the index that finds events and keeps
 * two of them from one place.
 */
final class EventRow {

    static final String INSERT =
            "INSERT INTO events(position, stream, sequence, type, others, id, timestamp, name,"
                    + " revision, payload, metadata) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** Begins a query whose rows {@link #event} reads; the table is called e. */
    static final String SELECT =
            "SELECT e.position, e.stream, e.sequence, e.type, e.others, e.id, e.timestamp, e.name,"
                    + " e.revision, e.payload, e.metadata FROM ";

    /** All places that the events say they have: position, stream, sequence. */
    private static final String SAID =
            "SELECT position, stream, sequence FROM events UNION ALL SELECT e.position,"
                    + " o.value ->> 0, o.value ->> 1 FROM events e, json_each(e.others) o WHERE"
                    + " e.others IS NOT NULL";

    /** The first commit with an event that the table of places does not find, or null. */
    static final String NOT_FOUND =
            "SELECT min(said.position) >> 16 FROM ("
                    + SAID
                    + ") said LEFT JOIN places p ON p.stream = said.stream AND p.sequence ="
                    + " said.sequence WHERE p.position IS NOT said.position";

    /** The first commit at which a place points that its event does not have, or null. */
    static final String NOT_SAID =
            "SELECT min(p.position) >> 16 FROM places p LEFT JOIN events e ON e.position ="
                    + " p.position WHERE NOT ((p.stream, p.sequence) IS (e.stream, e.sequence) OR"
                    + " EXISTS (SELECT 1 FROM json_each(e.others) o WHERE o.value ->> 0 = p.stream"
                    + " AND o.value ->> 1 = p.sequence))";

    private static final JsonMapper JSON = JsonMapper.shared();

    private EventRow() {}

    static void bind(PreparedStatement insert, long position, LogEvent event) throws SQLException {
        var own = event.own();
        insert.setLong(1, position);
        insert.setString(2, own.stream());
        insert.setLong(3, own.sequence());
        insert.setString(4, own.type());
        insert.setString(5, event.places().size() == 1 ? null : text(event.others()));
        insert.setString(6, event.id());
        insert.setLong(7, event.timestamp());
        insert.setString(8, event.name());
        insert.setString(9, event.revision());
        insert.setBytes(10, event.payload());
        insert.setBytes(11, event.metadata());
    }

    /** The event of a row. */
    static LogEvent event(ResultSet row) throws SQLException {
        var own = new StreamPlace(row.getString(2), row.getLong(3), row.getString(4));
        var others = row.getString(5);
        try {
            return new LogEvent(
                    others == null ? List.of(own) : places(own, others),
                    row.getString(6),
                    row.getLong(7),
                    row.getString(8),
                    row.getString(9),
                    Sql.bytes(row, 10),
                    Sql.bytes(row, 11));
        } catch (RuntimeException e) {
            throw new DamagedLogException(
                    row.getLong(1) >> 16, "an event cannot be read: " + e.getMessage());
        }
    }

    private static String text(List<StreamPlace> places) {
        var all = JSON.createArrayNode();
        for (var place : places)
            all.addArray().add(place.stream()).add(place.sequence()).add(place.type());
        return all.toString();
    }

    private static List<StreamPlace> places(StreamPlace own, String others) {
        var places = new ArrayList<>(List.of(own));
        for (var other : JSON.readTree(others)) {
            if (other.size() != 3) throw new IllegalArgumentException("a place has three values");
            places.add(
                    new StreamPlace(
                            other.get(0).stringValue(),
                            other.get(1).longValue(),
                            other.get(2).stringValue()));
        }
        return places;
    }
}
