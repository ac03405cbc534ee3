package colophon.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.storage.mongo.NeedsMongoDb;
import colophon.storage.mongo.TestServer;
import colophon.system.driver.Answer;
import colophon.system.driver.Campus;
import colophon.system.driver.Program;
import colophon.system.driver.SharedProcesses;

import com.jayway.jsonpath.JsonPath;

import org.junit.jupiter.api.Test;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashSet;

/**
 * One process carries an import out. Every other process knows its progress, and one can continue
 * it.
 */
@NeedsMongoDb
class ImportsOfManyTest {

    private static final int STUDENTS = 20;
    private static final int PAYMENTS = 1_000;

    @Test
    void every_process_answers_for_an_import_and_another_goes_on_when_its_own_is_gone() {
        try (var database = TestServer.open();
                var owner = Program.sharing(database.uri(), "command");
                var other = Program.sharing(database.uri(), "command")) {
            Campus.at(owner);
            for (int n = 0; n < STUDENTS; n++)
                owner.made("/students", Campus.studentBody("s-" + n));
            var sent = send(owner, payments());
            assertThat(sent.status()).as(sent.text()).isEqualTo(202);
            var id = JsonPath.<String>read(sent.text(), "$.id");
            var seen = new HashSet<String>();
            await().atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofMillis(20))
                    .until(
                            () -> {
                                seen.add(status(other, id));
                                return done(other, id) >= PAYMENTS / 5;
                            });
            // never "interrupted", not even right after the start
            assertThat(seen).isSubsetOf("running", "finished");
            assertThat(done(other, id)).isLessThan(PAYMENTS);

            owner.kill();
            await().atMost(Duration.ofMinutes(5))
                    .until(() -> status(other, id).equals("interrupted"));
            var again = send(other, payments());
            assertThat(again.status()).as(again.text()).isEqualTo(200);
            await().atMost(Duration.ofMinutes(10))
                    .until(() -> status(other, id).equals("finished"));
            assertThat(done(other, id)).isEqualTo(PAYMENTS);
            assertThat(SharedProcesses.log(database.uri()).named("PaymentReceived"))
                    .hasSize(PAYMENTS);

            takenUpFromAnotherWithoutTheFile(database.uri(), other, id);
            assertThat(SharedProcesses.log(database.uri()).named("PaymentReversed"))
                    .hasSize(PAYMENTS);
        }
    }

    /** A reversal is in the log, so any process can continue it. */
    private static void takenUpFromAnotherWithoutTheFile(String uri, Program owner, String id) {
        try (var heir = Program.sharing(uri, "command")) {
            var back = owner.post("/imports/" + id + "/reversal", "{\"reason\":\"wrong file\"}");
            assertThat(back.status()).as(back.text()).isEqualTo(202);
            assertThat(status(heir, id)).isEqualTo("reversing");
            owner.kill();
            await().atMost(Duration.ofMinutes(10)).until(() -> status(heir, id).equals("reversed"));
            assertThat(heir.get("/imports/" + id).text()).contains("\"reversed\":" + PAYMENTS);
        }
    }

    private static Answer send(Program program, String csv) {
        return program.send(
                program.request("/api/v1/imports?kind=payments")
                        .header("Content-Type", "text/csv; charset=UTF-8")
                        .POST(BodyPublishers.ofString(csv, UTF_8))
                        .build());
    }

    private static String status(Program program, String id) {
        return JsonPath.read(program.get("/imports/" + id).text(), "$.status");
    }

    private static int done(Program program, String id) {
        return JsonPath.read(program.get("/imports/" + id).text(), "$.rows.done");
    }

    private static String payments() {
        var csv = new StringBuilder("studentId,institutionId,amount,currency,method,receivedOn\n");
        for (int n = 0; n < PAYMENTS; n++)
            csv.append("s-").append(n % STUDENTS).append(",i,1.00,USD,card,2026-05-01\n");
        return csv.toString();
    }
}
