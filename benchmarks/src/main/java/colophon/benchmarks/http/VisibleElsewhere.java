package colophon.benchmarks.http;

import colophon.benchmarks.append.Samples;
import colophon.commands.loading.StateStore;
import colophon.commands.student.Student;
import colophon.events.privacy.Sealed;
import colophon.events.student.StudentRegistered;
import colophon.storage.ServerStorage;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * Measures the time from a write by one engine until another engine shows it. Each has its own
 * client, log reader and views, like two processes: they share only the server.
 */
public final class VisibleElsewhere {

    private static final String NAME = "colophon_benchmark_visible";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private VisibleElsewhere() {}

    /** Measures this many changes, one by one, in a database that is dropped afterwards. */
    public static Samples measure(String server, int changes) {
        var uri = named(server);
        var clock = Clock.systemUTC();
        try (var client = MongoClients.create(uri)) {
            drop(client);
            try (var writer = ServerStorage.open(uri);
                    var reader = ServerStorage.open(uri)) {
                var states = new StateStore(writer.eventStore(), clock, 1_000);
                var views = reader.views(OptionalInt.of(4), PATIENCE, clock);
                views.start(reader.eventStore());
                var samples = new Samples();
                for (int n = 1; n <= changes + changes / 4; n++) { // some of them warm up
                    if (n == changes / 4) samples.clear();
                    register(states, "s-" + n);
                    var begun = System.nanoTime();
                    var seen = views.reading().awaitPosition(n, PATIENCE);
                    var shown =
                            views.library()
                                    .snapshot()
                                    .of(colophon.views.student.Student.VIEW)
                                    .get("s-" + n);
                    samples.add(System.nanoTime() - begun);
                    if (!seen || shown == null) throw new IllegalStateException("s-" + n);
                }
                views.stop();
                return samples;
            } finally {
                drop(client);
            }
        }
    }

    private static void register(StateStore states, String id) {
        DefaultUnitOfWork.startAndGet(null)
                .execute(
                        () -> {
                            var stream = Student.STREAM.stream(id);
                            var sealed = new Sealed(id);
                            states.lock(stream);
                            states.append(
                                    stream,
                                    List.of(new StudentRegistered(id, sealed, sealed, sealed, id)));
                        });
    }

    private static String named(String server) {
        var query = server.indexOf('?');
        var options = query < 0 ? "" : server.substring(query);
        var hosts = String.join(",", new ConnectionString(server).getHosts());
        var user = new ConnectionString(server).getUsername();
        if (user != null) throw new IllegalArgumentException("Not for a server with passwords");
        return "mongodb://" + hosts + "/" + NAME + options;
    }

    private static void drop(MongoClient client) {
        client.getDatabase(NAME).drop();
        client.getDatabase(NAME + "_keys").drop();
    }
}
