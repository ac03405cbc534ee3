package colophon.storage.mongo.documents;

import colophon.commands.loading.StreamPlace;
import colophon.commands.reply.Reply;
import colophon.storage.log.DamagedLogException;
import colophon.storage.log.LogEvent;
import colophon.storage.log.LogRefusedException;
import colophon.storage.log.StoredCommit;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Decodes a commit from the bytes of its document. One instance decodes one document. */
final class StoredCommitReader {

    private boolean isCommit = true;
    private long number;
    private UUID id = new UUID(0, 0);
    private long time;
    private byte[] hash = {};

    /** The only one. */
    private @Nullable Place place;

    /** Several. */
    private @Nullable BsonElements places;

    private @Nullable BsonElements events;
    private @Nullable BsonElements pairs;
    private @Nullable Reply reply;

    private StoredCommitReader() {}

    /**
     * The commit at the start of these bytes.
     *
     * @throws LogRefusedException if a program of another version wrote it
     * @throws DamagedLogException if it cannot be read
     */
    static StoredCommit read(byte[] bytes) {
        var reader = new StoredCommitReader();
        try {
            return reader.recorded(new BsonElements(bytes, 0));
        } catch (LogRefusedException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new DamagedLogException(reader.number, "its document cannot be read: " + e);
        }
    }

    private StoredCommit recorded(BsonElements from) {
        while (from.next())
            switch (from.name()) {
                case BsonElements.ID -> readNumber(from);
                case 'v' -> checkVersion(from.int32());
                case 'c' -> id = uuid(from.binary());
                case 't' -> time = from.time();
                case 'h' -> hash = from.binary();
                case 'k' -> {
                    if (isCommit) readPlaces(from);
                }
                case 'e' -> events = from.inner();
                case 'z' -> pairs = from.inner();
                case 'r' -> reply = reply(from.inner());
                default -> {}
            }
        return new StoredCommit(number, id, time, hash, isCommit ? events() : List.of(), reply);
    }

    /** A stored refusal has a text for its number: it is no commit and has no events. */
    private void readNumber(BsonElements from) {
        isCommit = from.isInt64();
        if (isCommit) number = from.int64();
    }

    private void readPlaces(BsonElements from) {
        if (from.isText()) place = Place.of(from);
        else places = from.inner();
    }

    private List<LogEvent> events() {
        if (place != null && events != null) return List.of(lone(events, place));
        var all = new ArrayList<LogEvent>();
        if (events != null && places != null) {
            while (events.next()) all.add(event(places, events));
            for (var event : all) for (var other : event.others()) check(places, other);
            if (places.next()) throw new IllegalStateException("a place lacks its event");
        }
        while (pairs != null && pairs.next()) all.add(event(pairs.inner()));
        return List.copyOf(all);
    }

    private static LogEvent lone(BsonElements event, Place place) {
        if (!event.next()) throw new IllegalStateException("a place lacks its event");
        var one = event(event.inner(), place);
        if (event.next() || one.places().size() > 1)
            throw new IllegalStateException("an event lacks its place");
        return one;
    }

    private static LogEvent event(BsonElements place, BsonElements event) {
        if (!place.next()) throw new IllegalStateException("an event lacks its place");
        return event(event.inner(), Place.of(place));
    }

    /** What an event says of its places in other streams must be in the index as well. */
    private static void check(BsonElements places, StreamPlace other) {
        if (!places.next()
                || places.sequence() != other.sequence()
                || !places.stream().equals(other.stream()))
            throw new IllegalStateException("an event lacks its place in " + other.stream());
    }

    /**
     * One of the selected events of a large commit, after its place: see {@link MongoLogReader}.
     */
    private static LogEvent event(BsonElements pair) {
        if (!pair.next()) throw new IllegalStateException("an event lacks its place");
        var place = Place.of(pair);
        if (!pair.next()) throw new IllegalStateException("a place lacks its event");
        return event(pair.inner(), place);
    }

    private static LogEvent event(BsonElements from, Place place) {
        String type = null;
        BsonElements others = null;
        String id = null;
        var timestamp = 0L;
        String name = null;
        String revision = null;
        byte[] payload = null;
        byte[] metadata = null;
        while (from.next())
            switch (from.name()) {
                case 'g' -> type = from.text();
                case 'f' -> others = from.inner();
                case 'i' -> id = from.text();
                case 'd' -> timestamp = from.time();
                case 'y' -> name = from.text();
                case 'r' -> revision = from.text();
                case 'p' -> payload = from.binary();
                case 'm' -> metadata = from.binary();
                default -> {}
            }
        var own = new StreamPlace(place.stream, place.sequence, type);
        return new LogEvent(
                others == null ? List.of(own) : places(own, others),
                there(id),
                timestamp,
                there(name),
                revision,
                there(payload),
                there(metadata));
    }

    private static List<StreamPlace> places(StreamPlace own, BsonElements others) {
        var all = new ArrayList<>(List.of(own));
        while (others.next()) all.add(place(others.inner()));
        return all;
    }

    private static StreamPlace place(BsonElements from) {
        Place place = null;
        String type = null;
        while (from.next())
            switch (from.name()) {
                case 'k' -> place = Place.of(from);
                case 'g' -> type = from.text();
                default -> {}
            }
        var found = there(place);
        return new StreamPlace(found.stream, found.sequence, there(type));
    }

    private static Reply reply(BsonElements from) {
        var command = "";
        var digest = new byte[0];
        var status = 0;
        var type = "";
        var body = new byte[0];
        while (from.next())
            switch (from.name()) {
                case 'c' -> command = from.text();
                case 'd' -> digest = from.binary();
                case 's' -> status = from.int32();
                case 't' -> type = from.text();
                case 'b' -> body = from.binary();
                default -> {}
            }
        return new Reply(command, digest, status, type, body);
    }

    private void checkVersion(int version) {
        if (version != StoredCommitCodec.VERSION)
            throw new LogRefusedException(
                    "Commit %d has version %d, and this program knows only version %d: use the one that wrote it"
                            .formatted(number, version, StoredCommitCodec.VERSION));
    }

    private static UUID uuid(byte[] bytes) {
        var halves = ByteBuffer.wrap(bytes);
        return new UUID(halves.getLong(), halves.getLong());
    }

    /** A place in the index, which does not say the type of the stream. */
    private record Place(String stream, long sequence) {

        static Place of(BsonElements text) {
            return new Place(text.stream(), text.sequence());
        }
    }

    private static <T> T there(@Nullable T value) {
        if (value == null) throw new IllegalStateException("an event lacks a value");
        return value;
    }
}
