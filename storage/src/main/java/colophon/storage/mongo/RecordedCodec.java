package colophon.storage.mongo;

import colophon.commands.reply.Reply;
import colophon.storage.log.DamagedException;
import colophon.storage.log.LogEvent;
import colophon.storage.log.LogRefusedException;
import colophon.storage.log.Recorded;

import org.bson.BSONException;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.BsonInt64;
import org.bson.BsonReader;
import org.bson.BsonString;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A commit as the one document it is in the log. What a projection left out comes back empty: the
 * hash shows it, and who reads events needs no more.
 */
final class RecordedCodec implements Codec<Recorded> {

    /** Of the documents; another version is refused, never guessed at. */
    static final int VERSION = 1;

    @Override
    public Class<Recorded> getEncoderClass() {
        return Recorded.class;
    }

    @Override
    public void encode(BsonWriter to, Recorded commit, EncoderContext context) {
        to.writeStartDocument();
        to.writeInt64("_id", commit.number());
        to.writeInt32("v", VERSION);
        to.writeBinaryData("c", new BsonBinary(commit.id(), UuidRepresentation.STANDARD));
        to.writeDateTime("t", commit.time());
        write(to, "h", commit.hash());
        to.writeStartArray("e");
        for (var event : commit.events()) write(to, event);
        to.writeEndArray();
        var reply = commit.reply();
        if (reply != null) {
            to.writeName("r");
            write(to, reply);
        }
        to.writeEndDocument();
    }

    @Override
    public Recorded decode(BsonReader from, DecoderContext context) {
        var commit = new Fields();
        try {
            from.readStartDocument();
            while (from.readBsonType() != BsonType.END_OF_DOCUMENT) commit.read(from);
            from.readEndDocument();
            return commit.recorded();
        } catch (BSONException | IllegalStateException e) {
            throw new DamagedException(commit.number, "its document cannot be read: " + e);
        }
    }

    static void write(BsonWriter to, LogEvent event) {
        to.writeStartDocument();
        to.writeName("k");
        place(to, event.stream(), event.sequence());
        if (event.type() != null) to.writeString("g", event.type());
        to.writeString("i", event.id());
        to.writeDateTime("d", event.timestamp());
        to.writeString("y", event.name());
        if (event.revision() != null) to.writeString("r", event.revision());
        write(to, "p", event.payload());
        write(to, "m", event.metadata());
        to.writeEndDocument();
    }

    /**
     * One value under one index: over two fields of an array some servers keep an entry for each
     * pair, which a commit of thousands of events does not survive. Always in this order of fields.
     */
    static void place(BsonWriter to, String stream, long sequence) {
        to.writeStartDocument();
        to.writeString("a", stream);
        to.writeInt64("s", sequence);
        to.writeEndDocument();
    }

    /** The same, to ask for. */
    static Document place(String stream, long sequence) {
        return new Document("a", stream).append("s", sequence);
    }

    static LogEvent readEvent(BsonReader from) {
        var event = new EventFields();
        from.readStartDocument();
        while (from.readBsonType() != BsonType.END_OF_DOCUMENT) event.read(from);
        from.readEndDocument();
        return event.event();
    }

    static void write(BsonWriter to, Reply reply) {
        to.writeStartDocument();
        to.writeString("c", reply.commandId());
        write(to, "d", reply.digest());
        to.writeInt32("s", reply.status());
        to.writeString("t", reply.contentType());
        write(to, "b", reply.body());
        to.writeEndDocument();
    }

    static Reply readReply(BsonReader from) {
        var command = "";
        var digest = new byte[0];
        var status = 0;
        var type = "";
        var body = new byte[0];
        from.readStartDocument();
        while (from.readBsonType() != BsonType.END_OF_DOCUMENT)
            switch (from.readName()) {
                case "c" -> command = from.readString();
                case "d" -> digest = from.readBinaryData().getData();
                case "s" -> status = from.readInt32();
                case "t" -> type = from.readString();
                case "b" -> body = from.readBinaryData().getData();
                default -> from.skipValue();
            }
        from.readEndDocument();
        return new Reply(command, digest, status, type, body);
    }

    /** A reply that belongs to no commit, as a document beside the commits. */
    static BsonDocument kept(Reply reply) {
        var kept = new BsonDocument();
        write(new BsonDocumentWriter(kept), reply);
        // The unique indexes look at every document: it needs a place and an event id of its own.
        var own = "command " + reply.commandId();
        var place = new BsonDocument("a", new BsonString(own)).append("s", new BsonInt64(0));
        var event = new BsonDocument("k", place).append("i", new BsonString(own));
        return new BsonDocument("_id", new BsonString(reply.commandId()))
                .append("e", new BsonArray(List.of(event)))
                .append("r", kept);
    }

    private static void write(BsonWriter to, String name, byte[] bytes) {
        to.writeBinaryData(name, new BsonBinary(bytes));
    }

    private static final class Fields {

        private boolean isCommit = true;
        private long number;
        private UUID id = Slot.START.id();
        private long time;
        private byte[] hash = {};
        private final List<LogEvent> events = new ArrayList<>();
        private @Nullable Reply reply;

        void read(BsonReader from) {
            switch (from.readName()) {
                case "_id" -> readNumber(from);
                case "v" -> checkVersion(from.readInt32());
                case "c" -> id = from.readBinaryData().asUuid(UuidRepresentation.STANDARD);
                case "t" -> time = from.readDateTime();
                case "h" -> hash = from.readBinaryData().getData();
                case "e" -> readEvents(from);
                case "r" -> reply = readReply(from);
                default -> from.skipValue();
            }
        }

        Recorded recorded() {
            return new Recorded(number, id, time, hash, List.copyOf(events), reply);
        }

        /** A kept refusal has a text: it is no commit and holds no events. */
        private void readNumber(BsonReader from) {
            isCommit = from.getCurrentBsonType() == BsonType.INT64;
            if (isCommit) number = from.readInt64();
            else from.skipValue();
        }

        private void readEvents(BsonReader from) {
            if (!isCommit) {
                from.skipValue();
                return;
            }
            from.readStartArray();
            while (from.readBsonType() != BsonType.END_OF_DOCUMENT) events.add(readEvent(from));
            from.readEndArray();
        }

        private void checkVersion(int version) {
            if (version != VERSION)
                throw new LogRefusedException(
                        "Commit %d has version %d, and this program knows only version %d: use the newer one that wrote it"
                                .formatted(number, version, VERSION));
        }
    }

    private static final class EventFields {

        private @Nullable String stream;
        private long sequence;
        private @Nullable String type;
        private @Nullable String id;
        private long timestamp;
        private @Nullable String name;
        private @Nullable String revision;
        private byte @Nullable [] payload;
        private byte @Nullable [] metadata;

        void read(BsonReader from) {
            switch (from.readName()) {
                case "k" -> readPlace(from);
                case "g" -> type = from.readString();
                case "i" -> id = from.readString();
                case "d" -> timestamp = from.readDateTime();
                case "y" -> name = from.readString();
                case "r" -> revision = from.readString();
                case "p" -> payload = from.readBinaryData().getData();
                case "m" -> metadata = from.readBinaryData().getData();
                default -> from.skipValue();
            }
        }

        private void readPlace(BsonReader from) {
            from.readStartDocument();
            stream = from.readString("a");
            sequence = from.readInt64("s");
            from.readEndDocument();
        }

        LogEvent event() {
            return new LogEvent(
                    there(stream),
                    sequence,
                    type,
                    there(id),
                    timestamp,
                    there(name),
                    revision,
                    there(payload),
                    there(metadata));
        }

        private static <T> T there(@Nullable T value) {
            if (value == null) throw new IllegalStateException("an event lacks a value");
            return value;
        }
    }
}
