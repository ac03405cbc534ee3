package colophon.storage.mongo.documents;

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

    /** Of a single event. */
    private @Nullable String stream;

    private long sequence;

    /** Of several events. */
    private @Nullable BsonElements places;

    private @Nullable BsonElements events;
    private @Nullable BsonElements pairs;
    private @Nullable Reply reply;

    private StoredCommitReader() {}

    /**
     * The commit at the start of these bytes.
     *
     * @throws LogRefusedException if a newer program wrote it
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
        if (from.isText()) {
            stream = from.stream();
            sequence = from.sequence();
        } else places = from.inner();
    }

    private List<LogEvent> events() {
        if (stream != null && events != null) return List.of(lone(events, stream));
        var all = new ArrayList<LogEvent>();
        if (events != null && places != null) {
            while (events.next()) all.add(event(places, events));
            if (places.next()) throw new IllegalStateException("a place lacks its event");
        }
        while (pairs != null && pairs.next()) all.add(event(pairs.inner()));
        return List.copyOf(all);
    }

    private LogEvent lone(BsonElements event, String of) {
        if (!event.next()) throw new IllegalStateException("a place lacks its event");
        var one = event(event.inner(), of, sequence);
        if (event.next()) throw new IllegalStateException("an event lacks its place");
        return one;
    }

    private static LogEvent event(BsonElements place, BsonElements event) {
        if (!place.next()) throw new IllegalStateException("an event lacks its place");
        return event(event.inner(), place.stream(), place.sequence());
    }

    /**
     * One of the selected events of a large commit, after its place: see {@link MongoLogReader}.
     */
    private static LogEvent event(BsonElements pair) {
        if (!pair.next()) throw new IllegalStateException("an event lacks its place");
        var stream = pair.stream();
        var sequence = pair.sequence();
        if (!pair.next()) throw new IllegalStateException("a place lacks its event");
        return event(pair.inner(), stream, sequence);
    }

    private static LogEvent event(BsonElements from, String stream, long sequence) {
        String type = null;
        String id = null;
        var timestamp = 0L;
        String name = null;
        String revision = null;
        byte[] payload = null;
        byte[] metadata = null;
        while (from.next())
            switch (from.name()) {
                case 'g' -> type = from.text();
                case 'i' -> id = from.text();
                case 'd' -> timestamp = from.time();
                case 'y' -> name = from.text();
                case 'r' -> revision = from.text();
                case 'p' -> payload = from.binary();
                case 'm' -> metadata = from.binary();
                default -> {}
            }
        return new LogEvent(
                stream,
                sequence,
                type,
                there(id),
                timestamp,
                there(name),
                revision,
                there(payload),
                there(metadata));
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
                    "Commit %d has version %d, and this program knows only version %d: use the newer one that wrote it"
                            .formatted(number, version, StoredCommitCodec.VERSION));
    }

    private static UUID uuid(byte[] bytes) {
        var halves = ByteBuffer.wrap(bytes);
        return new UUID(halves.getLong(), halves.getLong());
    }

    private static <T> T there(@Nullable T value) {
        if (value == null) throw new IllegalStateException("an event lacks a value");
        return value;
    }
}
