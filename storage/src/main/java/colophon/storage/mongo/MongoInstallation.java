package colophon.storage.mongo;

import colophon.storage.log.LogRefusedException;
import colophon.storage.log.LogUnavailableException;

import com.mongodb.ConnectionString;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;

import org.bson.Document;
import org.bson.UuidRepresentation;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A client and the databases of one installation: one for the events, one for the keys, which is
 * never in the same backup, and one for the erasures, which no restore replaces. Reads see what a
 * majority has; writes are durable with a majority.
 */
public final class MongoInstallation implements AutoCloseable {

    private static final String DEFAULT_NAME = "colophon";

    private final MongoClient client;
    private final String name;
    private final String description;

    private MongoInstallation(MongoClient client, String name, String description) {
        this.client = client;
        this.name = name;
        this.description = description;
    }

    /**
     * Connects, and checks once whether the server can keep the log.
     *
     * @param uri as MongoDB's tools take it; without a database it means {@code colophon}
     * @throws LogRefusedException if the server cannot keep the log, cannot be reached, or denies
     *     access; the message is one line that says what to do
     */
    public static MongoInstallation connect(String uri) {
        var where = MongoFailureAdvice.parsed(uri);
        var name = where.getDatabase() == null ? DEFAULT_NAME : where.getDatabase();
        var description = String.join(",", where.getHosts()) + "/" + name;
        var client = MongoClients.create(settings(where));
        try {
            MongoFailureAdvice.checkServer(client.getDatabase(name), description);
            return new MongoInstallation(client, name, description);
        } catch (MongoException e) {
            client.close();
            throw MongoFailureAdvice.on(e, description);
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
    }

    /** The database of the log and of the views. */
    public MongoDatabase events() {
        return client.getDatabase(name);
    }

    /** The database of the keys. */
    public MongoDatabase keys() {
        return client.getDatabase(name + "_keys");
    }

    /** The database of the list of erasures. It is not restored together with the others. */
    public MongoDatabase erasures() {
        return client.getDatabase(name + "_erasures");
    }

    /** Hosts and database, without any credentials. */
    public String description() {
        return description;
    }

    /**
     * The answer to a question to one of the databases.
     *
     * @param what is in that database, for the message
     * @throws LogUnavailableException if the server does not answer
     */
    public static <T extends @Nullable Object> T ask(String what, Supplier<T> question) {
        try {
            return question.get();
        } catch (MongoException e) {
            throw new LogUnavailableException(
                    "The database of the %s does not answer".formatted(what), e);
        }
    }

    /** True if a unique index refused a write. */
    public static boolean isTaken(MongoException e) {
        return ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY;
    }

    /** Inserts those of these documents that are not there yet, by their ids. */
    public static void insertMissing(MongoCollection<Document> into, List<Document> documents) {
        try {
            into.insertMany(documents, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null
                    || e.getWriteErrors().stream()
                            .anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY))
                throw e;
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private static MongoClientSettings settings(ConnectionString where) {
        return MongoClientSettings.builder()
                // Set before the URI's own settings, so that a time limit in the URI takes
                // precedence.
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
