package colophon.benchmarks.mongodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.benchmarks.append.Payload;
import colophon.benchmarks.append.Writing;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;

import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;

import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Inserts the documents of our log with its indexes, without any rule or check. No store of the
 * same data can be faster with one writer.
 */
final class Floor implements Writing {

    private static final byte[] PAYLOAD =
            ("{\"text\":\"" + Payload.EXAMPLE.text() + "\"}").getBytes(UTF_8);
    private static final byte[] METADATA = "{}".getBytes(UTF_8);

    private final MongoCollection<BsonDocument> events;
    private final AtomicLong number = new AtomicLong();

    Floor(MongoDatabase database) {
        events = database.getCollection("events", BsonDocument.class);
        events.createIndex(
                Indexes.ascending("k"), new IndexOptions().unique(true).name("ux_place"));
        events.createIndex(
                Indexes.ascending("r.c"),
                new IndexOptions()
                        .unique(true)
                        .name("ux_command")
                        .partialFilterExpression(Filters.exists("r.c")));
    }

    @Override
    public void commit(String stream, long firstSequence, int count) {
        var now = new BsonDateTime(System.currentTimeMillis());
        var all = new BsonArray();
        var places = new BsonArray();
        for (int i = 0; i < count; i++) {
            var sequence = HexFormat.of().toHexDigits(firstSequence + i);
            places.add(new BsonString(stream + " " + sequence));
            all.add(
                    new BsonDocument("g", new BsonString("thing"))
                            .append("i", new BsonString(UUID.randomUUID().toString()))
                            .append("d", now)
                            .append("y", new BsonString(Payload.class.getName()))
                            .append("p", new BsonBinary(PAYLOAD))
                            .append("m", new BsonBinary(METADATA)));
        }
        events.insertOne(
                new BsonDocument("_id", new BsonInt64(number.incrementAndGet()))
                        .append("v", new BsonInt32(2))
                        .append("c", new BsonBinary(UUID.randomUUID()))
                        .append("t", now)
                        .append("h", new BsonBinary(new byte[32]))
                        .append("k", count == 1 ? places.getFirst() : places)
                        .append("e", all));
    }

    @Override
    public void close() {}
}
