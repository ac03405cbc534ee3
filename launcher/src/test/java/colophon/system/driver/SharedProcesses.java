package colophon.system.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import colophon.storage.ServerStorage;
import colophon.storage.mongo.TestServer;
import colophon.storage.operations.LogVerification;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClients;

import java.util.ArrayList;
import java.util.List;

/** Processes that share a database of their own: two for commands, two for queries. */
public final class SharedProcesses implements AutoCloseable {

    private final TestServer database;
    private final List<Program> all = new ArrayList<>();

    private SharedProcesses(TestServer database) {
        this.database = database;
    }

    /**
     * Starts them all; the options are for the first only. Aborts the test if there is no server.
     */
    public static SharedProcesses start(String... options) {
        var shared = new SharedProcesses(TestServer.open());
        try {
            shared.all.add(Program.sharing(shared.uri(), "command", options));
            shared.all.add(Program.startingToShare(shared.uri(), "command"));
            shared.all.add(Program.startingToShare(shared.uri(), "query,web"));
            shared.all.add(Program.startingToShare(shared.uri(), "query"));
            shared.all.forEach(Program::awaitReady);
            return shared;
        } catch (RuntimeException | AssertionError e) {
            shared.close();
            throw e;
        }
    }

    /** The URI of the database, as for the program. */
    public String uri() {
        return database.uri();
    }

    /** A command process: 0 or 1, or any number for one of them in turn. */
    public Program command(int n) {
        return all.get(Math.floorMod(n, 2));
    }

    /** A query process: 0 or 1, or any number for one of them in turn. */
    public Program query(int n) {
        return all.get(2 + Math.floorMod(n, 2));
    }

    /** One address for all of them. */
    public LoadBalancer door() {
        return new LoadBalancer(all.subList(0, 2), all.subList(2, 4));
    }

    /** The content of the log; fails unless it is complete and its chain unbroken. */
    public LogFile log() {
        return log(uri());
    }

    /**
     * The content of the log of such a database; fails unless it is complete and its chain
     * unbroken.
     */
    public static LogFile log(String uri) {
        try (var client = MongoClients.create(uri)) {
            var name = new ConnectionString(uri).getDatabase();
            var log = LogFile.of(client.getDatabase(name == null ? "colophon" : name));
            log.assertWhole();
            try (var storage = ServerStorage.open(uri)) {
                var verified = LogVerification.of(storage.log(), (_, _) -> {});
                assertEquals(log.head(), verified.commits());
            }
            return log;
        }
    }

    @Override
    public void close() {
        all.forEach(Program::close);
        database.close();
    }
}
