package colophon.storage.mongo;

import colophon.storage.log.LogRefusedException;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;

import org.bson.UuidRepresentation;

import java.util.concurrent.TimeUnit;

/**
 * A client and the databases of one installation: that of the events, that of the keys, which is
 * never in the same backup, and that of the erasures, which no backup replaces. All reads are of
 * what a majority has, all writes are durable there.
 */
public final class MongoDatabaseOf implements AutoCloseable {

    private static final String DEFAULT_NAME = "colophon";

    private final MongoClient client;
    private final String name;
    private final String description;

    private MongoDatabaseOf(MongoClient client, String name, String description) {
        this.client = client;
        this.name = name;
        this.description = description;
    }

    /**
     * Connects, and asks the server once whether it is one that can keep the log.
     *
     * @param uri as MongoDB's tools take it; without a database it means {@code colophon}
     * @throws LogRefusedException if it is not, cannot be reached, or does not let us in; the
     *     message is one line that says what to do
     */
    public static MongoDatabaseOf connect(String uri) {
        var where = Advice.parsed(uri);
        var name = where.getDatabase() == null ? DEFAULT_NAME : where.getDatabase();
        var description = String.join(",", where.getHosts()) + "/" + name;
        var client = MongoClients.create(settings(where));
        try {
            Advice.checkServer(client.getDatabase(name), description);
            return new MongoDatabaseOf(client, name, description);
        } catch (MongoException e) {
            client.close();
            throw Advice.on(e, description);
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
    }

    /** The database of the log, and of the views made from it. */
    public MongoDatabase events() {
        return client.getDatabase(name);
    }

    /** The database of the keys. */
    public MongoDatabase keys() {
        return client.getDatabase(name + "_keys");
    }

    /** The database of the list of erasures, which is restored with neither. */
    public MongoDatabase erasures() {
        return client.getDatabase(name + "_erasures");
    }

    /** Hosts and database, without any credentials. */
    public String description() {
        return description;
    }

    @Override
    public void close() {
        client.close();
    }

    private static MongoClientSettings settings(ConnectionString where) {
        return MongoClientSettings.builder()
                // Before the URI's own, so that who gives another time limit gets it.
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        socket ->
                                socket.connectTimeout(5, TimeUnit.SECONDS)
                                        .readTimeout(15, TimeUnit.SECONDS))
                .applyConnectionString(where)
                .applicationName("colophon")
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .readPreference(ReadPreference.primary())
                .build();
    }
}
