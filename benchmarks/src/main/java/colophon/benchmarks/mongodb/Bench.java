package colophon.benchmarks.mongodb;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;

import java.util.concurrent.atomic.AtomicInteger;

/** The measured server. Each measurement gets a database of its own. */
final class Bench implements AutoCloseable {

    /** Acknowledged by a majority and on disk. All compared stores use this. */
    static final WriteConcern DURABLE = WriteConcern.MAJORITY.withJournal(true);

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String uri;
    private final MongoClient client;

    Bench(String uri) {
        this.uri = uri;
        this.client =
                MongoClients.create(
                        MongoClientSettings.builder()
                                .applyConnectionString(new ConnectionString(uri))
                                .writeConcern(DURABLE)
                                .readConcern(ReadConcern.MAJORITY)
                                .build());
    }

    /** A new database name, and its URI. */
    Place place() {
        var name = "benchmark_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        var options = uri.indexOf('?');
        var base = options < 0 ? uri : uri.substring(0, options);
        var rest = options < 0 ? "" : uri.substring(options);
        return new Place(name, base.replaceAll("/+$", "") + "/" + name + rest);
    }

    MongoDatabase database(Place place) {
        return client.getDatabase(place.name);
    }

    MongoClient client() {
        return client;
    }

    void drop(Place place) {
        client.getDatabase(place.name).drop();
        client.getDatabase(place.name + "_keys").drop();
        client.getDatabase(place.name + "_erasures").drop();
    }

    @Override
    public void close() {
        client.close();
    }

    record Place(String name, String uri) {}
}
