package colophon.system;

import static colophon.system.driver.Answer.quoted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import colophon.system.driver.Answer;
import colophon.system.driver.Campus;
import colophon.system.driver.DiskFault;
import colophon.system.driver.Load;
import colophon.system.driver.LogFile;
import colophon.system.driver.Program;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * {@code strace} makes the disk fail under the running program. Nothing acknowledged is lost, no
 * failed read is reported as a defect, and the program recovers with the disk.
 */
@Tag("strace")
@Timeout(600)
@SuppressWarnings("NullAway.Init")
class DiskFaultsTest {

    private static final Pattern TRACE_OF_STACK = Pattern.compile("(?m)^\\s+at [a-z.]+");
    private static final String READ = "pread64";
    private static final String WRITE = "pwrite64,fsync,fdatasync";
    private static final String NO_LOG = "503 log-unavailable";
    private static final List<String> EVERY_FILE =
            List.of("events.db", "keys.db", "accounts.db", "disclosures.db");

    @TempDir static Path directory;

    private static Path data;
    private static Program program;
    private static int made;

    @BeforeAll
    static void serve() throws Exception {
        DiskFault.needsStrace();
        data = directory.resolve("data");
        program = Program.serving(data);
        Campus.at(program).student("s");
        program.made("/payments", Campus.paymentBody("kept", "s", "1.00"));
    }

    @AfterAll
    static void close() {
        if (program != null) program.close();
    }

    @Test
    void what_was_acknowledged_while_writing_failed_is_there() throws Exception {
        try (var load = new Load()) {
            load.begin("disk", 8, () -> program);
            awaitThat(() -> load.acknowledged().size() > 20);
            for (var which : List.of(":when=3+7", ":when=2+5", ":when=1+1")) {
                var before = load.repeated();
                try (var fault = DiskFault.of(program, WRITE, which, data, List.of("events.db"))) {
                    awaitThat(() -> fault.struck() >= 20 && load.repeated() > before + 20);
                }
                var afterwards = load.acknowledged().size();
                awaitThat(() -> load.acknowledged().size() > afterwards + 20);
                load.check();
            }
            load.end();
            var journal = load.acknowledged().size();
            load.judge(LogFile.of(data));
            program.kill();
            program = Program.serving(data);
            load.judge(LogFile.of(data));
            System.out.printf(
                    "Disk faults: %d payments acknowledged, %d requests repeated, none lost%n",
                    journal, load.repeated());
        }
    }

    @Test
    void what_cannot_be_read_is_answered_503_until_it_can() throws Exception {
        var asked = questionsOfTheLog();
        asked.values().forEach(question -> assertThat(question.get().status()).isLessThan(300));
        var said = program.output().length();
        try (var fault = DiskFault.of(program, READ, "", data, List.of("events.db"))) {
            // a connection still answers from its memory; after a commit it reads the disk again
            awaitThat(
                    () -> {
                        program.post("/students", Campus.studentBody("r-" + made++));
                        return isAllRefused(asked, NO_LOG);
                    });
            for (var question : asked.entrySet()) {
                var answer = question.getValue().get();
                assertThat(answer.outcome()).as(question.getKey()).isEqualTo(NO_LOG);
                assertThat(answer.header("Retry-After")).as(question.getKey()).isNotEmpty();
            }
            assertThat(fault.struck()).isPositive();
            assertThat(readiness().status()).isEqualTo(503);
            assertThat(health()).contains("The event log cannot be read");
        }
        awaitThat(() -> readiness().status() == 200);
        asked.forEach(
                (name, question) -> assertThat(question.get().status()).as(name).isLessThan(300));
        assertThat(program.output().substring(said)).doesNotContainPattern(TRACE_OF_STACK);
        assertThat(program.output().substring(said).lines().count()).isLessThan(12);
    }

    @Test
    void no_file_that_fails_in_any_way_makes_a_defect_of_any_request() throws Exception {
        var said = program.output().length();
        for (var file : EVERY_FILE) {
            var requests = everything();
            try (var fault = DiskFault.of(program, READ + "," + WRITE, "", data, List.of(file))) {
                awaitThat(
                        () -> {
                            everything().forEach(DiskFaultsTest::assertNoDefect);
                            return fault.struck() >= 5;
                        });
                if (!file.equals("events.db"))
                    assertThat(health()).as(file).contains("besideTheLog").contains("DOWN");
            }
            awaitThat(() -> readiness().status() == 200 && health().contains("\"status\":\"UP\""));
            for (var request : requests.entrySet()) {
                var answer = request.getValue().get();
                assertThat(answer.status()).as(file + ": " + request.getKey()).isLessThan(300);
            }
        }
        assertThat(program.output().substring(said)).doesNotContainPattern(TRACE_OF_STACK);
    }

    private static void assertNoDefect(String name, Supplier<Answer> request) {
        var answer = request.get();
        assertThat(answer.status()).as(name + ": " + answer.text()).isIn(200, 201, 503);
        if (answer.status() != 503) return;
        assertThat(answer.header("Retry-After")).as(name).isNotEmpty();
        assertThat(answer.at("/reason")).as(name).isNotEmpty();
    }

    private static boolean isAllRefused(Map<String, Supplier<Answer>> asked, String outcome) {
        var refused = 0;
        for (var question : asked.entrySet()) {
            var answer = question.getValue().get();
            assertThat(answer.status()).as(question.getKey() + answer.text()).isNotEqualTo(500);
            if (answer.outcome().equals(outcome)) refused++;
        }
        return refused == asked.size();
    }

    /** Every query that reads the log, each in another way. */
    private static Map<String, Supplier<Answer>> questionsOfTheLog() {
        var all = new LinkedHashMap<String, Supplier<Answer>>();
        all.put("history", () -> program.get("/history?subject=student:s"));
        all.put("known at", () -> program.get("/students/s?knownAt=2100-01-01T00:00:00Z"));
        all.put("as of", () -> program.get("/students/s/status?asOf=2030-01-01"));
        all.put("the past", () -> program.get("/institutions/i?knownAt=2100-01-01T00:00:00Z"));
        all.put(
                "a kept answer",
                () -> program.post("/payments", Campus.paymentBody("k", "s", "1.00"), "kept"));
        return all;
    }

    /** A request for everything that is stored in a file. */
    private static Map<String, Supplier<Answer>> everything() {
        var all = questionsOfTheLog();
        all.put("a student", () -> program.post("/students", Campus.studentBody("n-" + made++)));
        all.put(
                "a keyed student",
                () -> {
                    var id = "n-" + made++;
                    return program.post("/students", Campus.studentBody(id), id);
                });
        all.put("status", () -> program.get("/students/s/status"));
        all.put("students", () -> program.get("/students"));
        all.put("disclosures", () -> program.get("/students/s/disclosures"));
        all.put("accounts", () -> program.get("/accounts"));
        all.put(
                "an account",
                () ->
                        program.post(
                                "/accounts",
                                quoted(
                                        "{'kind':'program','name':'n-%d','roles':['auditor']}",
                                        made++)));
        all.put("a token", () -> program.send(program.tokenRequest(Program.CLIENT)));
        return all;
    }

    private static Answer readiness() {
        return program.send(program.anonymous("/actuator/health/readiness").build());
    }

    private static String health() {
        return program.send(program.request("/actuator/health").build()).text();
    }

    /** Works on any slow machine: the time limit only guards against waiting for ever. */
    private static void awaitThat(Callable<Boolean> condition) {
        await().atMost(Duration.ofMinutes(3)).until(condition);
    }
}
