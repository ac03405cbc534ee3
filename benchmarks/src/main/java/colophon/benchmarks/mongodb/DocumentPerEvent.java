package colophon.benchmarks.mongodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.benchmarks.append.Payload;
import colophon.benchmarks.append.Writing;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;

import org.bson.Document;
import org.bson.types.Binary;

import java.util.ArrayList;
import java.util.Date;
import java.util.UUID;

/**
 * A common hand-written store: one document for each event, unique by stream and sequence. Streams
 * have no common order, and several events are not one commit.
 */
final class DocumentPerEvent implements Writing {

    private static final byte[] PAYLOAD =
            ("{\"text\":\"" + Payload.EXAMPLE.text() + "\"}").getBytes(UTF_8);

    private final MongoCollection<Document> events;

    DocumentPerEvent(MongoDatabase database) {
        events = database.getCollection("events");
        events.createIndex(
                Indexes.ascending("stream", "sequence"), new IndexOptions().unique(true));
    }

    @Override
    public void commit(String stream, long firstSequence, int count) {
        var all = new ArrayList<Document>(count);
        for (int i = 0; i < count; i++)
            all.add(
                    new Document("_id", UUID.randomUUID().toString())
                            .append("stream", stream)
                            .append("sequence", firstSequence + i)
                            .append("type", "benchmark")
                            .append("at", new Date())
                            .append("payload", new Binary(PAYLOAD)));
        if (count == 1) events.insertOne(all.getFirst());
        else events.insertMany(all);
    }

    @Override
    public void close() {}
}
