package colophon.storage.mongo;

import static org.junit.jupiter.api.Assumptions.abort;

import colophon.container.Images;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A new database for one test, on the server that all tests share: that of {@code
 * COLOPHON_TEST_MONGODB_URI}, else a container of {@code COLOPHON_TEST_MONGODB_IMAGE}, else of
 * MongoDB's own image as a replica set. Without a server, the test is reported as skipped.
 */
public final class TestServer implements AutoCloseable {

    private static final String MONGODB = "mongo:8";

    /** The URI of the server, or the reason why there is none. */
    private record Found(@Nullable String uri, String whyNot) {}

    private static @Nullable Found found;
    private static @Nullable MongoClient client;

    private final String name = "t_" + UUID.randomUUID().toString().substring(0, 13);
    private final String base;

    private TestServer(String base) {
        this.base = base;
    }

    /** A new, empty database. Skips the test if there is no server. */
    public static TestServer open() {
        return new TestServer(server());
    }

    /** The server itself, without a database. Skips the test if there is none. */
    public static String server() {
        var there = found();
        if (there.uri == null) abort(there.whyNot);
        return there.uri;
    }

    /** Why there is no server, and how to get one; empty if there is one. */
    static String whyNot() {
        return found().whyNot;
    }

    private static synchronized Found found() {
        if (found == null) found = find();
        return found;
    }

    /** The URI for the program. */
    public String uri() {
        return withDatabase(base, name);
    }

    /** Drops the database, and those of its keys and erasures. */
    @Override
    public void close() {
        client(base).getDatabase(name).drop();
        client(base).getDatabase(name + "_keys").drop();
        client(base).getDatabase(name + "_erasures").drop();
    }

    static String withDatabase(String uri, String name) {
        var options = uri.indexOf('?');
        var before = options < 0 ? uri : uri.substring(0, options);
        var after = options < 0 ? "" : uri.substring(options + 1);
        var hosts = before.replaceFirst("(?<=[^/])/[^/]*$", "");
        // A database in the path would also be used for authentication.
        if (new ConnectionString(uri).getCredential() != null && !after.contains("authSource"))
            after = (after.isEmpty() ? "" : after + "&") + "authSource=admin";
        return hosts + "/" + name + (after.isEmpty() ? "" : "?" + after);
    }

    private static synchronized MongoClient client(String uri) {
        if (client == null) client = MongoClients.create(uri);
        return client;
    }

    private static Found find() {
        var given = System.getenv("COLOPHON_TEST_MONGODB_URI");
        if (given != null && !given.isBlank()) return new Found(given, "");
        var name = Images.named("COLOPHON_TEST_MONGODB_IMAGE", MONGODB);
        var whyNot = Images.whyNot(name);
        if (!whyNot.isEmpty()) return missing(whyNot);
        return new Found(start(name, name.equals(MONGODB)), "");
    }

    private static Found missing(String why) {
        return new Found(
                null,
                "Not run: it needs a MongoDB server, and %s. Start one and give its URI in"
                                .formatted(why)
                        + " COLOPHON_TEST_MONGODB_URI, or run .ci/mongodb-image and give the image"
                        + " it names in COLOPHON_TEST_MONGODB_IMAGE.");
    }

    @SuppressWarnings("resource") // stopped with the process
    private static String start(String image, boolean replicaSet) {
        var container = Images.container(image).withExposedPorts(27017);
        if (replicaSet) container.withCommand("--replSet", "rs0", "--bind_ip_all");
        container.start();
        var uri =
                "mongodb://%s:%d/?directConnection=true"
                        .formatted(container.getHost(), container.getMappedPort(27017));
        try (var starting = MongoClients.create(uri)) {
            if (replicaSet)
                starting.getDatabase("admin").runCommand(new Document("replSetInitiate", null));
            awaitPrimary(starting);
        }
        return uri;
    }

    private static void awaitPrimary(MongoClient starting) {
        var until = Instant.now().plus(Duration.ofMinutes(5));
        while (true) {
            try {
                var hello = starting.getDatabase("admin").runCommand(new Document("hello", 1));
                if (hello.getBoolean("isWritablePrimary", false)) return;
            } catch (MongoException e) {
                if (Instant.now().isAfter(until)) throw e;
            }
            if (Instant.now().isAfter(until))
                throw new IllegalStateException("No primary after five minutes");
        }
    }
}
