package colophon.system;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.util.Objects.requireNonNull;

import colophon.storage.mongo.TestServer;
import colophon.system.driver.Campus;
import colophon.system.driver.Container;
import colophon.system.driver.Load;
import colophon.system.driver.LogFile;
import colophon.system.driver.Program;
import colophon.system.driver.RebuiltViews;
import colophon.system.driver.SharedProcesses;
import colophon.system.driver.Wire;

import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * Two processes with sixteen writers each lose the server, the database below it, a process or
 * their connections. Everything acknowledged is there once, and the views match the log.
 *
 * <p>The server is a container of its own, of {@code COLOPHON_TEST_MONGODB_IMAGE}. If the server is
 * given by its URI, only the processes are killed, because the server belongs to others.
 */
@Tag("mongodb")
class ServerFaultsTest {

    private static final int ROUNDS = Integer.getInteger("colophon.rounds", 2);
    private static final int WRITERS = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private enum Fault {
        PROCESS_KILLED,
        CONNECTIONS_CUT,
        SERVER_KILLED,
        DATABASE_CRASHED,
        SERVER_FROZEN
    }

    private final List<Program> processes = new CopyOnWriteArrayList<>();

    @Test
    @Timeout(1_800)
    void nothing_acknowledged_is_lost_or_doubled_by_whatever_fails() throws Exception {
        var image = System.getenv("COLOPHON_TEST_MONGODB_IMAGE");
        if (image != null && !image.isBlank()) {
            try (var container = Container.of(image);
                    var wire = new Wire(container::port)) {
                var uri = "mongodb://127.0.0.1:" + wire.port() + "/?directConnection=true";
                endure(uri, wire, container, EnumSet.allOf(Fault.class));
            }
            return;
        }
        assumeTrue(
                System.getenv("COLOPHON_TEST_MONGODB_URI") != null,
                "Not run: it needs COLOPHON_TEST_MONGODB_IMAGE, or a server by its URI");
        System.out.println("Faults: the server is not ours, so only processes are killed");
        try (var database = TestServer.open()) {
            endure(database.uri(), null, null, EnumSet.of(Fault.PROCESS_KILLED));
        }
    }

    private void endure(
            String uri, @Nullable Wire wire, @Nullable Container container, Set<Fault> faults)
            throws Exception {
        int acknowledged;
        try (var load = new Load()) {
            Program.run("serve", "--help"); // makes what all of them start from, once
            for (int n = 0; n < 2; n++) processes.add(starting(uri));
            for (var process : processes) process.awaitReady();
            Campus.at(processes.getFirst()).student("s");
            for (int n = 0; n < 2; n++) {
                var mine = n;
                load.begin("p" + n, WRITERS, () -> processes.get(mine));
            }
            for (int round = 0; round < ROUNDS; round++)
                for (var fault : faults) {
                    awaitProgress(load, ThreadLocalRandom.current().nextInt(1, 300));
                    commit(fault, uri, wire, container, load);
                    awaitProgress(load, 4 * WRITERS); // every writer could have had a turn
                }
            load.end();
            acknowledged = load.acknowledged().size();
            var log = SharedProcesses.log(uri);
            load.judge(log);
            int records = RebuiltViews.assertEqual(uri);
            report(faults, load, log, acknowledged, records);
        } finally {
            processes.forEach(Program::close);
        }
    }

    private static Program starting(String uri) {
        return Program.startingToShare(
                uri, "command,query,web", "--colophon.views.claim-timeout=5s");
    }

    private void commit(
            Fault fault,
            String uri,
            @Nullable Wire wire,
            @Nullable Container container,
            Load load) {
        switch (fault) {
            case PROCESS_KILLED -> {
                processes.get(0).kill();
                var again = starting(uri);
                again.awaitReady();
                processes.set(0, again);
            }
            case CONNECTIONS_CUT -> requireNonNull(wire).cut();
            case SERVER_KILLED -> requireNonNull(container).killAndStart();
            case DATABASE_CRASHED -> requireNonNull(container).crashDatabase();
            case SERVER_FROZEN -> {
                requireNonNull(container).pause();
                int before = load.repeated();
                // longer than a process waits for it, so that some clients get a 503
                await().atMost(PATIENCE).until(() -> load.repeated() > before);
                container.unpause();
            }
        }
    }

    /** Waits until that many more commands were acknowledged. */
    private void awaitProgress(Load load, int more) {
        int enough = load.acknowledged().size() + more;
        try {
            await().atMost(PATIENCE)
                    .until(
                            () -> {
                                load.check();
                                return load.acknowledged().size() >= enough;
                            });
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("Nothing is taken any more:\n" + said(), e);
        }
    }

    private String said() {
        return processes.stream()
                .map(Program::output)
                .map(output -> output.substring(Math.max(0, output.length() - 4_000)))
                .collect(Collectors.joining("\n---\n"));
    }

    private void report(Set<Fault> faults, Load load, LogFile log, int acknowledged, int records) {
        System.out.printf(
                "Faults: %d rounds of %s; %d commands acknowledged, %d requests repeated; %d"
                        + " commits, %d records of views as the log says%n",
                ROUNDS, faults, acknowledged, load.repeated(), log.head(), records);
    }
}
