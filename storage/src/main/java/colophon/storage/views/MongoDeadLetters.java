package colophon.storage.views;

import colophon.views.reading.DeadLetters;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;

import org.bson.Document;
import org.bson.conversions.Bson;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The dead letters of one generation of the views: durable, and visible to every process. Their
 * records and their number are known as of the last {@link #refresh}. Only the process that holds
 * the segment of a record adds dead letters for it.
 */
public final class MongoDeadLetters implements DeadLetters {

    private final MongoCollection<Document> events;
    private final int generation;
    private volatile Set<String> records = Set.of();
    private volatile int size;

    /** Those of a generation. Reads them once. */
    public MongoDeadLetters(MongoDatabase database, int generation) {
        this.events = database.getCollection("dead-letters");
        this.generation = generation;
        refresh();
    }

    /** Reads the dead letters of other processes. */
    public synchronized void refresh() {
        var behind = new HashSet<String>();
        int count = 0;
        for (var event : events.find(all("")).projection(Projections.include("view", "key"))) {
            behind.add(event.getString("view") + "/" + event.getString("key"));
            count++;
        }
        records = behind;
        size = count;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public List<DeadLetter> list(String afterPlace, int limit) {
        var some = new ArrayList<DeadLetter>();
        for (var event : events.find(all(afterPlace)).sort(Sorts.ascending("_id")).limit(limit))
            some.add(deadLetter(event));
        return some;
    }

    @Override
    public boolean contains(String view, String key) {
        return records.contains(view + "/" + key);
    }

    @Override
    public synchronized void add(DeadLetter event) {
        try {
            events.insertOne(
                    new Document("_id", prefix() + event.place())
                            .append("view", event.view())
                            .append("key", event.key())
                            .append("p", event.position())
                            .append("o", event.offset())
                            .append("event", event.event())
                            .append("reason", event.reason())
                            .append("at", event.enqueuedAt().toString()));
            size++;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) throw e;
        }
        var behind = new HashSet<>(records);
        behind.add(event.view() + "/" + event.key());
        records = behind;
    }

    /** Forgets all of them. */
    public synchronized void clear() {
        events.deleteMany(all(""));
        records = Set.of();
        size = 0;
    }

    private Bson all(String afterPlace) {
        // '0' is the character after '/', which ends the prefix
        return Filters.and(
                Filters.gt("_id", prefix() + afterPlace), Filters.lt("_id", generation + "0"));
    }

    private String prefix() {
        return generation + "/";
    }

    private static DeadLetter deadLetter(Document event) {
        return new DeadLetter(
                event.getString("view"),
                event.getString("key"),
                event.getLong("p"),
                event.getInteger("o"),
                event.getString("event"),
                event.getString("reason"),
                Instant.parse(event.getString("at")));
    }
}
