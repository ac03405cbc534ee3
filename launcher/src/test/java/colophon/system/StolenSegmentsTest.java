package colophon.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import colophon.storage.mongo.NeedsMongoDb;
import colophon.storage.mongo.TestServer;
import colophon.system.driver.Campus;
import colophon.system.driver.Load;
import colophon.system.driver.Program;
import colophon.system.driver.RebuiltViews;
import colophon.system.driver.SharedProcesses;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.List;

/**
 * A process that writes views is frozen for longer than its claims last, so that another process
 * takes its segments. Then it continues as if it still owned them. The views stay equal to the log.
 */
@NeedsMongoDb
class StolenSegmentsTest {

    private static final int ROUNDS = Integer.getInteger("colophon.rounds", 2);
    private static final Duration CLAIM = Duration.ofSeconds(2);

    @Test
    @Timeout(1_200)
    void the_views_match_the_log_with_any_owner_of_a_segment() throws Exception {
        try (var database = TestServer.open();
                var load = new Load()) {
            Program.run("serve", "--help"); // makes what all of them start from, once
            var claim = "--colophon.views.claim-timeout=" + CLAIM.toSeconds() + "s";
            try (var writer = Program.sharing(database.uri(), "command");
                    var first = Program.sharing(database.uri(), "query", claim);
                    var second = Program.sharing(database.uri(), "query", claim)) {
                Campus.at(writer).student("s");
                load.begin("w", 8, () -> writer);
                for (int round = 0; round < ROUNDS; round++)
                    for (var frozen : List.of(first, second)) {
                        var other = frozen == first ? second : first;
                        frozen.signal("STOP");
                        catchUp(other, writer);
                        frozen.signal("CONT");
                    }
                load.end();
                load.judge(SharedProcesses.log(database.uri()));
                int records = RebuiltViews.assertEqual(database.uri());
                var taken = taken(first) + taken(second);
                System.out.printf(
                        "Segments: %d stops; taken %d times; %d commands, %d records%n",
                        2 * ROUNDS, taken, load.acknowledged().size(), records);
                assertThat(taken).as("segments taken").isGreaterThan(4 + 2 * ROUNDS);
            }
        }
    }

    /** Reads alone what was written when it was asked, so it has taken the other's segments. */
    private static void catchUp(Program query, Program writer) {
        var marker = writer.made("/institutions", Campus.institutionBody("marker"));
        var question = "/students/s?after=" + marker.position();
        await().atMost(Duration.ofMinutes(5)).until(() -> query.get(question).status() == 200);
    }

    private static int taken(Program program) {
        return program.output().split(" is read here, from ", -1).length - 1;
    }
}
