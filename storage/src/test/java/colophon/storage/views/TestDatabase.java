package colophon.storage.views;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;

import org.junit.jupiter.api.Assumptions;

import java.util.UUID;

/** A new database on the test server; dropped when it is closed. */
public final class TestDatabase implements AutoCloseable {

    private final MongoClient client;
    private final MongoDatabase database;

    private TestDatabase(MongoClient client) {
        this.client = client;
        this.database =
                client.getDatabase("views_" + UUID.randomUUID().toString().substring(0, 8))
                        .withReadConcern(ReadConcern.MAJORITY)
                        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    /** A new one. Skips the test if there is no server. */
    public static TestDatabase open() {
        var uri = System.getenv("COLOPHON_TEST_MONGODB_URI");
        Assumptions.assumeTrue(uri != null, "COLOPHON_TEST_MONGODB_URI names no server");
        return new TestDatabase(MongoClients.create(uri));
    }

    public MongoDatabase get() {
        return database;
    }

    /** The same database. Reports its commands until the client is closed. */
    public MongoClient listened(CommandListener listener) {
        return MongoClients.create(
                MongoClientSettings.builder()
                        .applyConnectionString(
                                new ConnectionString(System.getenv("COLOPHON_TEST_MONGODB_URI")))
                        .addCommandListener(listener)
                        .build());
    }

    /** The same database, with a connection that is lost for good. */
    public MongoDatabase unreachable() {
        var gone = MongoClients.create(System.getenv("COLOPHON_TEST_MONGODB_URI"));
        gone.close();
        return gone.getDatabase(database.getName());
    }

    @Override
    public void close() {
        database.drop();
        client.close();
    }
}
