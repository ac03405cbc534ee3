package colophon.system;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.commands.loading.StreamPlace;
import colophon.commands.reply.OutcomeUnknownException;
import colophon.storage.log.Commit;
import colophon.storage.log.CommitLog;
import colophon.storage.log.LogEvent;
import colophon.storage.log.LogUnavailableException;
import colophon.storage.mongo.MongoCommitLog;
import colophon.storage.mongo.MongoInstallation;
import colophon.storage.mongo.NeedsMongoDb;
import colophon.storage.mongo.TestServer;
import colophon.system.driver.Wire;

import com.mongodb.ConnectionString;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The reply to a write is lost a thousand times. Nothing is written twice, and nothing that was
 * acknowledged is missing. Several logs run at once, since a client waits half a second after a
 * failed connection.
 */
@NeedsMongoDb
class LostRepliesTest {

    private static final int CUTS = Integer.getInteger("colophon.system.cuts", 1_000);
    private static final int LOGS = 24;
    private static final int WRITERS = 4;

    private final CountDownLatch opened = new CountDownLatch(LOGS);
    private final AtomicInteger unknown = new AtomicInteger();

    @Test
    @Timeout(300)
    void a_lost_reply_neither_doubles_a_commit_nor_loses_one() throws Exception {
        var server = new ConnectionString(TestServer.server());
        Assumptions.assumeTrue(
                server.getHosts().size() == 1 && server.getCredential() == null,
                "Not run: a set of servers is not reached through one wire");
        var host = server.getHosts().getFirst();
        int port = host.contains(":") ? Integer.parseInt(host.replaceAll(".*:", "")) : 27017;
        try (var wire = new Wire(() -> port);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var logs = new ArrayList<Future<Integer>>();
            for (int n = 0; n < LOGS; n++) logs.add(threads.submit(() -> write(wire)));
            int commits = 0;
            for (var log : logs) commits += log.get();
            assertThat(wire.swallowed()).isGreaterThanOrEqualTo(CUTS);
            System.out.printf(
                    "Lost replies: %d; commits acknowledged: %d; of unknown outcome: %d%n",
                    wire.swallowed(), commits, unknown.get());
        }
    }

    private int write(Wire wire) throws Exception {
        try (var database = TestServer.open();
                var connection = MongoInstallation.connect(through(wire, database));
                var log = MongoCommitLog.open(connection)) {
            opened.countDown();
            opened.await(); // cuts the writing, not the opening of another log
            Map<String, Long> acknowledged = new ConcurrentHashMap<>();
            List<String> unsure = Collections.synchronizedList(new ArrayList<>());
            wire.swallowReplies(() -> ThreadLocalRandom.current().nextInt(3) == 0);
            try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
                var all = new ArrayList<Future<?>>();
                for (int n = 0; n < WRITERS; n++) {
                    var name = "writer-" + n;
                    all.add(
                            writers.submit(
                                    () -> {
                                        for (int i = 0; wire.swallowed() < CUTS; i++)
                                            append(log, name, i, acknowledged, unsure);
                                        return null;
                                    }));
                }
                for (var writer : all) writer.get();
            }
            wire.swallowReplies(() -> false);
            judge(log, acknowledged, unsure);
            return acknowledged.size();
        }
    }

    private static String through(Wire wire, TestServer database) {
        var name = new ConnectionString(database.uri()).getDatabase();
        return "mongodb://127.0.0.1:%d/%s?directConnection=true".formatted(wire.port(), name);
    }

    /** Each writer has its own stream and appends until the append is acknowledged. */
    private void append(
            CommitLog log,
            String stream,
            int sequence,
            Map<String, Long> acknowledged,
            List<String> unsure)
            throws InterruptedException {
        var event = event(stream, sequence);
        while (true) {
            try {
                acknowledged.put(event.id(), log.append(Commit.of(List.of(event), null)).get());
                return;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof LogUnavailableException) continue;
                if (!(e.getCause() instanceof OutcomeUnknownException))
                    throw new AssertionError(event.id(), e.getCause());
                unknown.incrementAndGet();
                unsure.add(event.id());
                return;
            }
        }
    }

    private static void judge(CommitLog log, Map<String, Long> acknowledged, List<String> unsure) {
        var found = new ConcurrentHashMap<String, Long>();
        long last = 0;
        for (var commits = log.read(0, 500); !commits.isEmpty(); commits = log.read(last, 500))
            for (var commit : commits) {
                assertThat(commit.number()).isEqualTo(++last);
                for (var event : commit.events())
                    assertThat(found.put(event.id(), commit.number())).as(event.id()).isNull();
            }
        assertThat(found).containsAllEntriesOf(acknowledged);
        assertThat(found.keySet())
                .allMatch(id -> acknowledged.containsKey(id) || unsure.contains(id));
    }

    private static LogEvent event(String stream, int sequence) {
        var nothing = "{}".getBytes(StandardCharsets.UTF_8);
        return new LogEvent(
                List.of(new StreamPlace(stream, sequence, "test")),
                stream + "-" + sequence,
                1_700_000_000_000L + sequence,
                "Happened",
                null,
                nothing,
                nothing);
    }
}
