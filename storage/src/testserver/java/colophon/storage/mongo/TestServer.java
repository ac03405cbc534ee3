package colophon.storage.mongo;

import static org.junit.jupiter.api.Assumptions.abort;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.PullResponseItem;
import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.AbstractImagePullPolicy;
import org.testcontainers.images.ImageData;
import org.testcontainers.utility.DockerImageName;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A database of its own for one test, on the one server that all tests share: that of {@code
 * COLOPHON_TEST_MONGODB_URI}, else a container of {@code COLOPHON_TEST_MONGODB_IMAGE}, else of
 * MongoDB's own image as a replica set. Where none can be had, the test is reported as not run.
 */
public final class TestServer implements AutoCloseable {

    private static final String MONGODB = "mongo:8";

    /** With no URI, why there is none. */
    private record Found(@Nullable String uri, String whyNot) {}

    private static @Nullable Found found;
    private static @Nullable MongoClient client;

    private final String name = "t_" + UUID.randomUUID().toString().substring(0, 13);
    private final String base;

    private TestServer(String base) {
        this.base = base;
    }

    /** A new, empty database; aborts the test where there is no server. */
    public static TestServer open() {
        return new TestServer(server());
    }

    /** The server itself, without a database; aborts the test where there is none. */
    public static String server() {
        var there = found();
        if (there.uri == null) abort(there.whyNot);
        return there.uri;
    }

    /** Why there is no server, and how to have one; empty if there is. */
    static String whyNot() {
        return found().whyNot;
    }

    private static synchronized Found found() {
        if (found == null) found = find();
        return found;
    }

    /** What the program is given. */
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
        // A database in the path would become the one to sign in at.
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
        // Before the library is asked for anything: from within a container it would fetch an
        // image, only to find out its own address.
        if (Files.exists(Path.of("/.dockerenv"))
                && System.getenv("TESTCONTAINERS_HOST_OVERRIDE") == null)
            return missing(
                    "within a container TESTCONTAINERS_HOST_OVERRIDE must say where ports are"
                            + " published (localhost, if Docker runs in the same one)");
        if (!DockerClientFactory.instance().isDockerAvailable())
            return missing("there is no Docker to start one with");
        var image = System.getenv("COLOPHON_TEST_MONGODB_IMAGE");
        var own = image == null || image.isBlank();
        var name = own ? MONGODB : image;
        if (!isHere(name) && !pull(name)) return missing("its image " + name + " cannot be had");
        return new Found(start(name, own), "");
    }

    private static Found missing(String why) {
        return new Found(
                null,
                "Not run: it needs a MongoDB server, and %s. Start one and give its URI in"
                                .formatted(why)
                        + " COLOPHON_TEST_MONGODB_URI, or run .ci/mongodb-image and give the image"
                        + " it names in COLOPHON_TEST_MONGODB_IMAGE.");
    }

    private static boolean isHere(String image) {
        try {
            DockerClientFactory.instance().client().inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException _) {
            return false;
        }
    }

    /** A registry that says nothing for ten seconds is taken for none. */
    private static boolean pull(String image) {
        var answered = new CountDownLatch(1);
        try (var pulling =
                DockerClientFactory.instance()
                        .client()
                        .pullImageCmd(image)
                        .exec(
                                new ResultCallback.Adapter<PullResponseItem>() {
                                    @Override
                                    public void onNext(PullResponseItem item) {
                                        answered.countDown();
                                    }

                                    @Override
                                    public void onError(Throwable failure) {
                                        super.onError(failure);
                                        answered.countDown();
                                    }
                                })) {
            return answered.await(10, TimeUnit.SECONDS)
                    && pulling.awaitCompletion(5, TimeUnit.MINUTES)
                    && isHere(image);
        } catch (Exception _) {
            return false;
        }
    }

    @SuppressWarnings("resource") // ends with the process
    private static String start(String image, boolean replicaSet) {
        var container =
                new GenericContainer<>(DockerImageName.parse(image))
                        .withExposedPorts(27017)
                        .withImagePullPolicy(new NeverAgain());
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
        var until = Instant.now().plus(Duration.ofSeconds(60));
        while (true) {
            try {
                var hello = starting.getDatabase("admin").runCommand(new Document("hello", 1));
                if (hello.getBoolean("isWritablePrimary", false)) return;
            } catch (MongoException e) {
                if (Instant.now().isAfter(until)) throw e;
            }
            if (Instant.now().isAfter(until))
                throw new IllegalStateException("No primary after a minute");
        }
    }

    /** Looked for already, and pulled if it could be. */
    private static final class NeverAgain extends AbstractImagePullPolicy {
        @Override
        protected boolean shouldPullCached(DockerImageName name, ImageData data) {
            return false;
        }
    }
}
