package colophon.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.system.driver.Answer;
import colophon.system.driver.Campus;
import colophon.system.driver.LogFile;
import colophon.system.driver.Program;
import colophon.system.driver.Program.Ended;
import colophon.system.driver.SharedProgram;
import colophon.system.driver.SharesProgram;

import com.jayway.jsonpath.JsonPath;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Files of rows, sent to the program and to a program that is killed meanwhile. Each test has
 * students of its own, whose ids begin with the name of its file.
 */
@SharesProgram
class ImportTest {

    /** How often one import is interrupted. Each time costs a start. */
    private static final int KILLS = Math.min(3, Integer.getInteger("colophon.system.kills", 1));

    private static final int STUDENTS = 20;

    /** Enough that an import still runs when it is noticed. */
    private static final int PAYMENTS = 2_000;

    private static final int FEW = 200;

    @TempDir Path parent;

    @Test
    void killed_in_the_middle_it_goes_on_where_it_stopped_and_does_no_row_twice() throws Exception {
        var data = parent.resolve("data");
        var running = Program.serving(data);
        try {
            students(running, "k");
            var id = sent(running, "payments", payments("k", PAYMENTS, false));
            for (int kill = 1; kill <= KILLS; kill++) {
                int enough = kill * PAYMENTS / 5;
                var program = running;
                await().atMost(Duration.ofMinutes(5))
                        .pollInterval(Duration.ofMillis(10))
                        .until(() -> done(program, id) >= enough);
                running.kill();
                assertThat(paymentsOf("k", data))
                        .isGreaterThanOrEqualTo(enough)
                        .isLessThan(PAYMENTS);
                assertThat(filesOf(data)).hasSize(1);
                running = Program.serving(data);
            }
            awaitStatus(running, id, "finished");
            assertThat(running.get("/imports/" + id).text())
                    .contains("\"accepted\":" + PAYMENTS, "\"refused\":0", "\"repeated\":0");
            assertThat(filesOf(data)).isEmpty();
            // without ids, so that only the line of the file distinguishes equal rows
            assertThat(paymentsOf("k", data)).isEqualTo(PAYMENTS);
            assertThat(balance(running, "k")).isEqualTo("-" + PAYMENTS / STUDENTS + ".00");
        } finally {
            running.close();
        }
    }

    @Test
    void the_same_file_twice_changes_nothing_whatever_it_is_called(SharedProgram shared) {
        var program = shared.program();
        students(program, "t");
        var file = payments("t", 60, false);
        var id = sent(program, "payments", file);
        awaitStatus(program, id, "finished");
        var head = LogFile.of(shared.data()).head();
        var again = post(program, "/imports?kind=payments", file);
        assertThat(again.status()).isEqualTo(200);
        assertThat(LogFile.of(shared.data()).head()).isEqualTo(head);
        assertThat(post(program, "/imports?kind=payments&id=other", file).status()).isEqualTo(202);
        awaitStatus(program, "other", "finished");
        assertThat(program.get("/imports/other").text()).contains("\"accepted\":0");
        assertThat(paymentsOf("t", shared.data())).isEqualTo(60);
    }

    @Test
    void a_dry_run_tells_what_the_import_then_does_and_changes_nothing(SharedProgram shared)
            throws Exception {
        var data = shared.data();
        var program = shared.program();
        var campus = Campus.at(program);
        campus.offering("rehearsed", 3);
        campus.student("d-1");
        campus.student("d-2");
        program.made("/enrollments", Campus.enrollmentBody("e-1", "d-1", "rehearsed"));
        var rows =
                """
                id,studentId,offeringId,effectiveOn
                e-1,d-1,rehearsed,
                e-2,d-2,rehearsed,2026-05-01
                e-3,d-1,rehearsed,
                e-4,d-9,rehearsed,
                e 5,d-2,rehearsed,
                e-6,d-2,rehearsed,yesterday
                """;
        var head = LogFile.of(data).head();
        var dry =
                JsonPath.<String>read(
                        post(program, "/imports?kind=enrollments&dryRun=true&id=x", rows).text(),
                        "$.id");
        awaitStatus(program, dry, "finished");
        assertThat(LogFile.of(data).head()).isEqualTo(head);
        assertThat(filesOf(data)).isEmpty();
        var foretold = program.get("/imports/" + dry + "/rows").text();
        assertThat(post(program, "/imports?kind=enrollments&id=x", rows).status()).isEqualTo(202);
        awaitStatus(program, "x", "finished");
        assertThat(program.get("/imports/x/rows").text()).isEqualTo(foretold);
        assertThat(JsonPath.<List<String>>read(foretold, "$.items[*].status"))
                .containsExactly(
                        "repeated", "accepted", "refused", "refused", "refused", "refused");
        assertThat(JsonPath.<List<String>>read(foretold, "$.items[*].reason"))
                .containsExactly(
                        "already-enrolled", "student-not-found", "invalid-row", "invalid-row");
        assertThat(JsonPath.<List<Integer>>read(foretold, "$.items[*].line"))
                .containsExactly(2, 3, 4, 5, 6, 7);
    }

    @Test
    void an_import_is_taken_back_by_facts_beside_the_first_ones(SharedProgram shared) {
        var program = shared.program();
        students(program, "b");
        var before = program.head();
        var id = sent(program, "payments", payments("b", FEW, true));
        awaitStatus(program, id, "finished");
        assertThat(balance(program, "b")).startsWith("-");
        var back = program.post("/imports/" + id + "/reversal", "{\"reason\":\"wrong file\"}");
        assertThat(back.status()).isEqualTo(202);
        awaitStatus(program, id, "reversed");
        assertThat(program.get("/imports/" + id).text())
                .contains("\"reversed\":" + FEW, "\"reason\":\"wrong file\"");
        assertThat(program.get("/imports/" + id + "/rows?limit=1").text())
                .contains("\"status\":\"accepted\"", "\"reversal\":\"reversed\"");
        assertThat(balance(program, "b")).isEqualTo("0.00");
        assertThat(LogFile.of(shared.data()).named("PaymentReversed", before)).hasSize(FEW);
        assertThat(
                        program.post("/imports/" + id + "/reversal", "{\"reason\":\"wrong file\"}")
                                .status())
                .isEqualTo(200);
        var students = sent(program, "students", "givenName,familyName\nAda,Winter\n");
        awaitStatus(program, students, "finished");
        var never = program.post("/imports/" + students + "/reversal", "{\"reason\":\"no\"}");
        assertThat(never.status()).isEqualTo(409);
        assertThat(never.text()).contains("not-reversible");
    }

    @Test
    void an_import_ends_with_the_right_of_who_began_it_also_across_a_restart() throws Exception {
        var data = parent.resolve("data");
        try (var program = Program.serving(data)) {
            students(program, "r");
            var importer = account(program);
            var id = sentAs(importer, program, payments("r", PAYMENTS, true));
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> done(program, id) >= PAYMENTS / 10);
            program.post("/accounts/importer/disabling", "");
            var atMost = paymentsOf("r", data) + 100;
            program.kill();
            try (var again = Program.serving(data)) {
                awaitStatus(again, id, "stopped");
                assertThat(paymentsOf("r", data)).isLessThan(Math.min(atMost, PAYMENTS));
                assertThat(filesOf(data)).isEmpty();
                var stopped = again.get("/imports/" + id).text();
                assertThat(stopped).contains("Account importer was disabled.");
                assertThat(JsonPath.<Integer>read(stopped, "$.rows.done"))
                        .isEqualTo(paymentsOf("r", data));
                assertThat(JsonPath.<Integer>read(stopped, "$.rows.left"))
                        .isEqualTo(PAYMENTS - paymentsOf("r", data));
                // another account imports the rest, and nothing twice
                assertThat(
                                post(
                                                again,
                                                "/imports?kind=payments&id=rest",
                                                payments("r", PAYMENTS, true))
                                        .status())
                        .isEqualTo(202);
                awaitStatus(again, "rest", "finished");
                assertThat(paymentsOf("r", data)).isEqualTo(PAYMENTS);
            }
        }
    }

    @Test
    void the_account_that_began_an_import_cancels_it_and_is_told_what_is_left(SharedProgram shared)
            throws Exception {
        var data = shared.data();
        var program = shared.program();
        students(program, "c");
        var before = program.head();
        var id = sent(program, "payments", payments("c", PAYMENTS, true));
        var because = "{\"reason\":\"wrong file\"}";
        var cancelled = program.post("/imports/" + id + "/cancellation", because, "c-1");
        assertThat(cancelled.status()).as(cancelled.text()).isEqualTo(202);
        awaitStatus(program, id, "cancelled");
        var said = program.get("/imports/" + id).text();
        assertThat(JsonPath.<Integer>read(said, "$.rows.done")).isEqualTo(paymentsOf("c", data));
        assertThat(paymentsOf("c", data)).isLessThan(PAYMENTS);
        assertThat(JsonPath.<String>read(said, "$.cancellation.reason")).isEqualTo("wrong file");
        assertThat(filesOf(data)).isEmpty();
        assertThat(program.post("/imports/" + id + "/cancellation", because, "c-1").text())
                .isEqualTo(cancelled.text());
        assertThat(program.post("/imports/" + id + "/cancellation", because).status())
                .isEqualTo(200);
        assertThat(post(program, "/imports?kind=payments", payments("c", PAYMENTS, true)).outcome())
                .isEqualTo("409 import-cancelled");
        assertThat(program.post("/imports/none/cancellation", because).outcome())
                .isEqualTo("404 import-not-found");

        program.post("/imports/" + id + "/reversal", because);
        awaitStatus(program, id, "reversed");
        assertThat(LogFile.of(data).named("PaymentReversed", before))
                .hasSize(paymentsOf("c", data));
        assertThat(program.post("/imports/" + id + "/cancellation", because).outcome())
                .isEqualTo("409 import-over");
        var job = job(program, "--cancel", id, "--reason", "again");
        assertThat(job.exitCode()).as(job.output()).isEqualTo(1);
        assertThat(job.output()).contains("There is nothing left to cancel");
    }

    /** The token of a program that may import payments. */
    private static String account(Program program) {
        program.made(
                "/accounts",
                """
                {"id":"importer","kind":"program","name":"importer","roles":["bursar"],
                 "secret":"only-for-the-tests-of-imports"}\
                """);
        var answer = program.send(program.tokenRequest("importer:only-for-the-tests-of-imports"));
        return JsonPath.read(answer.text(), "$.access_token");
    }

    private static String sentAs(String token, Program program, String rows) {
        var answer =
                program.send(
                        program.anonymous("/api/v1/imports?kind=payments")
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "text/csv")
                                .POST(BodyPublishers.ofString(rows))
                                .build());
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return JsonPath.read(answer.text(), "$.id");
    }

    @Test
    void the_subcommand_ends_with_0_only_if_every_row_is_done(SharedProgram shared)
            throws Exception {
        var program = shared.program();
        var good = file("good.csv", "id,givenName,familyName\nj-1,Ada,Winter\nj-2,Ben,Orchard\n");
        var bad = file("bad.csv", "id,givenName,familyName\nj-1,Other,Person\nj-3,Cy,Fell\n");
        var dry = job(program, "--kind", "students", good + "", "--dry-run");
        assertThat(dry.exitCode()).as(dry.output()).isZero();
        assertThat(program.get("/students/j-2?after=" + program.head()).status()).isEqualTo(404);
        var report = parent.resolve("report.csv");
        for (int time = 1; time <= 2; time++) {
            var done = job(program, "--kind", "students", good + "");
            assertThat(done.exitCode()).as(done.output()).isZero();
            assertThat(done.output()).contains("2 rows accepted, 0 had been done before");
        }
        var refused = job(program, "--kind", "students", bad + "", "--report", report + "");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output())
                .contains("1 rows accepted", "1 refused", "line 2: id-taken")
                .doesNotContain("\tat ");
        assertThat(Files.readAllLines(report))
                .hasSize(3)
                .startsWith("line,status,id,reason,detail,reversal")
                .contains("3,accepted,j-3,,,");
        var unknown = job(program, "--reverse", "none", "--reason", "because");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.output()).contains("none").doesNotContain("\tat ");
        var nothing = job(program);
        assertThat(nothing.exitCode()).isNotZero();
        var nobody = job("http://127.0.0.1:9", "--kind", "students", good + "");
        assertThat(nobody.exitCode()).isEqualTo(1);
        assertThat(nobody.output()).contains("The server does not answer").doesNotContain("\tat ");
    }

    @Test
    void a_file_of_fifty_megabytes_is_too_large_and_nothing_of_it_stays(SharedProgram shared)
            throws Exception {
        var program = shared.program();
        // only announced: a client that sends it all might see only a broken connection
        assertThat(announced(program, "/imports?kind=students", 50 * 1024 * 1024 + 1))
                .startsWith("HTTP/1.1 413")
                .contains("52428800");
        assertThat(filesOf(shared.data())).isEmpty();
        assertThat(program.post("/students", "x".repeat(1_100_000)).status()).isEqualTo(413);
    }

    /** The answer to a request that announces a body of that many bytes. */
    private static String announced(Program program, String path, int bytes) throws IOException {
        try (var socket = new Socket("127.0.0.1", program.port())) {
            socket.getOutputStream()
                    .write(
                            """
                            POST /api/v1%s HTTP/1.1\r
                            Host: localhost\r
                            Authorization: Bearer %s\r
                            Connection: close\r
                            Content-Type: text/csv\r
                            Content-Length: %d\r
                            \r
                            """
                                    .formatted(path, program.token(), bytes)
                                    .getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static void students(Program program, String file) {
        var campus = Campus.at(program);
        for (int n = 0; n < STUDENTS; n++) campus.student(file + "-" + n);
    }

    /** So many payments of one dollar each, by each student in turn. */
    private static String payments(String file, int payments, boolean withIds) {
        return IntStream.range(0, payments)
                .mapToObj(
                        n ->
                                (withIds ? file + "-p-" + n + "," : "")
                                        + file
                                        + "-"
                                        + n % STUDENTS
                                        + ",i,1.00,USD,card,2026-05-01\n")
                .collect(
                        Collectors.joining(
                                "",
                                (withIds ? "id," : "")
                                        + "studentId,institutionId,amount,currency,method,"
                                        + "receivedOn\n",
                                ""));
    }

    private static String sent(Program program, String kind, String rows) {
        var answer = post(program, "/imports?kind=" + kind, rows);
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return JsonPath.read(answer.text(), "$.id");
    }

    private static Answer post(Program program, String path, String rows) {
        return program.send(
                program.request("/api/v1" + path)
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofString(rows))
                        .build());
    }

    private static void awaitStatus(Program program, String id, String status) {
        await().atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> program.get("/imports/" + id).text(),
                        text -> text.contains("\"status\":\"" + status + "\""));
    }

    private static int done(Program program, String id) {
        return JsonPath.read(program.get("/imports/" + id).text(), "$.rows.done");
    }

    /** The balance of the first student of that file; negative for credit. */
    private static String balance(Program program, String file) {
        var head = program.head();
        var statement = program.get("/students/" + file + "-0/statement?after=" + head).text();
        return JsonPath.read(statement, "$.accounts[0].closing.amount");
    }

    private static int paymentsOf(String file, Path data) {
        return (int)
                LogFile.of(data).named("PaymentReceived").stream()
                        .filter(payment -> payment.field("studentId").startsWith(file + "-"))
                        .count();
    }

    private static List<Path> filesOf(Path data) throws IOException {
        var directory = data.resolve("imports");
        if (!Files.exists(directory)) return List.of();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
        try (var files = Files.list(directory)) {
            var all = files.toList();
            for (var file : all)
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
            return all;
        }
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(parent.resolve(name), text);
    }

    private static Ended job(Program program, String... arguments) {
        return job(program.address(), arguments);
    }

    private static Ended job(String address, String... arguments) {
        return Program.run(
                Stream.concat(Stream.of("import", "--url=" + address), Arrays.stream(arguments))
                        .toArray(String[]::new));
    }
}
