package colophon.storage.mongo;

import colophon.storage.log.LogRefusedException;

import com.mongodb.ConnectionString;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoDatabase;

import org.bson.Document;

import java.util.List;

/** Messages of one line for a server that cannot keep the log: what is wrong, and what to do. */
final class MongoFailureAdvice {

    private static final int UNAUTHORIZED = 13;

    private MongoFailureAdvice() {}

    static ConnectionString parsed(String uri) {
        try {
            return new ConnectionString(uri);
        } catch (IllegalArgumentException e) {
            throw new LogRefusedException(
                    "This is not the URI of a MongoDB database: %s; it looks like"
                                    .formatted(e.getMessage())
                            + " mongodb://user:password@host:27017/colophon?replicaSet=rs0");
        }
    }

    /** Throws LogRefusedException if this server cannot keep an event log. */
    static void checkServer(MongoDatabase database, String description) {
        var hello = database.runCommand(new Document("hello", 1));
        var build = database.runCommand(new Document("buildInfo", 1));
        // This is also the first command that needs credentials, if the server asks for any.
        database.listCollectionNames().first();
        check(hello, build, description);
    }

    static void check(Document hello, Document build, String description) {
        var version = version(build);
        if (version.getFirst() < 4 || version.getFirst() == 4 && version.get(1) < 4)
            throw new LogRefusedException(
                    "%s is MongoDB %s; the event log needs 4.4 or newer: upgrade the server"
                            .formatted(description, build.getString("version")));
        if (build.containsKey("ferretdb") || hello.containsKey("setName")) return;
        if ("isdbgrid".equals(hello.getString("msg")))
            throw new LogRefusedException(
                    "%s is a router of a sharded cluster; the event log must not be sharded: connect to one replica set instead"
                            .formatted(description));
        throw new LogRefusedException(
                "%s is a single MongoDB server without a replica set, which can lose acknowledged writes: start it with --replSet rs0 and run rs.initiate() once; one member is enough"
                        .formatted(description));
    }

    static LogRefusedException on(MongoException e, String description) {
        return new LogRefusedException(
                switch (e) {
                    case MongoSecurityException _ ->
                            "%s does not accept this user and password; check them, and authSource in the URI"
                                    .formatted(description);
                    case MongoTimeoutException _ when isRefusedEntry(e) ->
                            "%s does not accept this user and password; check them, and authSource in the URI"
                                    .formatted(description);
                    case MongoTimeoutException _ ->
                            "%s cannot be reached: check that the server runs, that host and port are right, and replicaSet or directConnection in the URI"
                                    .formatted(description);
                    case MongoCommandException command when command.getCode() == UNAUTHORIZED ->
                            "The user may not do this on %s: give it the role readWrite there and on its database of keys (%s)"
                                    .formatted(description, firstLine(e));
                    default -> "%s: %s".formatted(description, firstLine(e));
                });
    }

    private static boolean isRefusedEntry(MongoException e) {
        return String.valueOf(e.getMessage()).contains("MongoSecurityException");
    }

    private static List<Integer> version(Document build) {
        var numbers = build.getList("versionArray", Integer.class);
        return numbers == null || numbers.size() < 2 ? List.of(0, 0) : numbers;
    }

    private static String firstLine(MongoException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
