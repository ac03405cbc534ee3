package colophon.storage.mongo.documents;

import colophon.commands.loading.StreamPlace;
import colophon.commands.reply.Reply;
import colophon.storage.log.LogEvent;
import colophon.storage.log.StoredCommit;

import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.BsonReader;
import org.bson.BsonString;
import org.bson.BsonWriter;
import org.bson.UuidRepresentation;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

import java.util.List;
import java.util.Objects;

/**
 * A commit as one document of the log. Fields left out by a projection come back empty. The hash
 * would not match then, but a reader of events does not need it.
 */
public final class StoredCommitCodec implements Codec<StoredCommit> {

    /** The version of the documents. Other versions are refused. */
    public static final int VERSION = 3;

    /** The field for the time since which a reply without a commit is stored; commits have none. */
    public static final String KEPT = "x";

    @Override
    public Class<StoredCommit> getEncoderClass() {
        return StoredCommit.class;
    }

    @Override
    public void encode(BsonWriter to, StoredCommit commit, EncoderContext context) {
        to.writeStartDocument();
        to.writeInt64("_id", commit.number());
        to.writeInt32("v", VERSION);
        to.writeBinaryData("c", new BsonBinary(commit.id(), UuidRepresentation.STANDARD));
        to.writeDateTime("t", commit.time());
        write(to, "h", commit.hash());
        places(to, commit);
        to.writeStartArray("e");
        for (var event : commit.events()) {
            to.writeStartDocument();
            write(to, event);
            to.writeEndDocument();
        }
        to.writeEndArray();
        var reply = commit.reply();
        if (reply != null) {
            to.writeName("r");
            write(to, reply);
        }
        to.writeEndDocument();
    }

    @Override
    public StoredCommit decode(BsonReader from, DecoderContext context) {
        var bytes = new BasicOutputBuffer(1_024);
        try (var copy = new BsonBinaryWriter(bytes)) {
            copy.pipe(from);
        }
        return StoredCommitReader.read(bytes.getInternalBuffer());
    }

    /**
     * All places as texts in one index: first that of each event in its own stream, so that the two
     * arrays can be read side by side, and then those in other streams. For two fields of an array
     * some servers keep an entry for each pair, which is too much for a commit with thousands of
     * events. A single place is not stored as an array: those servers keep an entry for the array
     * as well, and most commits have one place.
     */
    private static void places(BsonWriter to, StoredCommit commit) {
        to.writeName("k");
        var events = commit.events();
        if (events.size() == 1 && events.getFirst().places().size() == 1) {
            to.writeString(StreamPositions.of(events.getFirst().own()));
            return;
        }
        to.writeStartArray();
        for (var event : events) to.writeString(StreamPositions.of(event.own()));
        for (var event : events)
            for (var other : event.others()) to.writeString(StreamPositions.of(other));
        to.writeEndArray();
    }

    /** Writes everything of an event except its place in its own stream into an open document. */
    private static void write(BsonWriter to, LogEvent event) {
        var type = event.own().type();
        if (type != null) to.writeString("g", type);
        if (event.places().size() > 1) writeOthers(to, event.others());
        to.writeString("i", event.id());
        to.writeDateTime("d", event.timestamp());
        to.writeString("y", event.name());
        if (event.revision() != null) to.writeString("r", event.revision());
        write(to, "p", event.payload());
        write(to, "m", event.metadata());
    }

    /** Also here, so that a server can select the events of a stream from a large commit. */
    private static void writeOthers(BsonWriter to, List<StreamPlace> others) {
        to.writeStartArray("f");
        for (var other : others) {
            to.writeStartDocument();
            to.writeString("k", StreamPositions.of(other));
            to.writeString("g", Objects.requireNonNull(other.type()));
            to.writeEndDocument();
        }
        to.writeEndArray();
    }

    private static void write(BsonWriter to, Reply reply) {
        to.writeStartDocument();
        to.writeString("c", reply.commandId());
        write(to, "d", reply.digest());
        to.writeInt32("s", reply.status());
        to.writeString("t", reply.contentType());
        write(to, "b", reply.body());
        to.writeEndDocument();
    }

    /**
     * A reply without a commit, as a document beside the commits.
     *
     * @param time since when it is stored, in milliseconds since 1970
     */
    public static BsonDocument kept(Reply reply, long time) {
        var kept = new BsonDocument();
        write(new BsonDocumentWriter(kept), reply);
        // The unique index on places covers every document, so this one needs a text of its own.
        return new BsonDocument("_id", new BsonString(reply.commandId()))
                .append("k", new BsonString(StreamPositions.ofRefusal(reply.commandId())))
                .append("e", new BsonArray())
                .append(KEPT, new BsonDateTime(time))
                .append("r", kept);
    }

    private static void write(BsonWriter to, String name, byte[] bytes) {
        to.writeBinaryData(name, new BsonBinary(bytes));
    }
}
