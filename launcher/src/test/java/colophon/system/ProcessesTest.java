package colophon.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import colophon.storage.mongo.NeedsMongoDb;
import colophon.system.driver.Answer;
import colophon.system.driver.Campus;
import colophon.system.driver.Concurrently;
import colophon.system.driver.Program;
import colophon.system.driver.SharedProcesses;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.util.HashMap;
import java.util.Map;

/** To a client, two command processes and two query processes look like one. */
@NeedsMongoDb
@TestInstance(PER_CLASS)
class ProcessesTest {

    private static final int RACES = Integer.getInteger("colophon.system.shared-races", 12);
    private static final int CALLERS = 64;
    private static final int CAPACITY = 3;
    private static final int KEYS = Integer.getInteger("colophon.system.shared-keys", 60);
    private static final int READS = Integer.getInteger("colophon.system.shared-reads", 300);

    private SharedProcesses shared;

    @BeforeAll
    void start() {
        shared = SharedProcesses.start("--spring.profiles.active=demo");
        Campus.at(shared.command(0)).student("s");
    }

    @AfterAll
    void stop() {
        if (shared == null) return;
        try (var _ = shared) {
            shared.log();
        }
    }

    @Test
    void the_worked_example_entered_by_turns_gives_the_figures() throws Exception {
        try (var door = shared.door()) {
            var printed =
                    WalkThroughTest.run(door.address(), Map.of("TOKEN", "the door has its own"));
            var statuses = printed.stream().filter(json -> json.has("accounts")).toList();
            assertThat(statuses).hasSize(2);
            WalkThroughTest.assertAda(statuses.get(0));
            WalkThroughTest.assertBen(statuses.get(1));
        }
    }

    @Test
    void the_last_seat_is_sold_once_however_many_processes_sell_it() throws Exception {
        var campus = Campus.at(shared.command(0));
        for (int n = 0; n < CALLERS + CAPACITY; n++) campus.student("seat-" + n);
        for (int race = 0; race < RACES; race++) {
            var offering = "race-" + race;
            campus.offering(offering, CAPACITY);
            for (int n = CALLERS; n < CALLERS + CAPACITY - 1; n++)
                assertThat(enroll(offering, n).status()).isEqualTo(201);
            var answers = Concurrently.all(CALLERS, n -> enroll(offering, n));
            assertThat(answers.stream().collect(groupingBy(Answer::outcome, counting())))
                    .as("outcomes of race %d", race)
                    .isEqualTo(Map.of("201", 1L, "409 offering-full", CALLERS - 1L));
        }
        var taken = new HashMap<String, Integer>();
        for (var seat : shared.log().named("SeatTaken"))
            if (seat.field("offeringId").startsWith("race-"))
                assertThat(taken.merge(seat.field("offeringId"), 1, Integer::sum))
                        .as("seats of the offering at %s", seat)
                        .isLessThanOrEqualTo(CAPACITY);
        assertThat(taken).hasSize(RACES).containsValues(CAPACITY);
    }

    @Test
    void a_key_sent_to_both_processes_at_once_has_one_effect_and_one_answer() throws Exception {
        int inProgress = 0;
        for (int key = 0; key < KEYS; key++) {
            var of = key;
            var answers = Concurrently.all(8, n -> pay(n, of));
            var done = answers.stream().filter(answer -> answer.status() != 409).toList();
            inProgress += answers.size() - done.size();
            assertThat(answers)
                    .extracting(Answer::outcome)
                    .as("outcomes of key %d", key)
                    .containsOnly("201", "409 key-in-progress");
            assertThat(done).extracting(Answer::text).containsOnly(done.getFirst().text());
            assertThat(done).extracting(Answer::position).containsOnly(done.getFirst().position());
            assertThat(done).filteredOn(answer -> !answer.isReplayed()).hasSizeLessThanOrEqualTo(1);
            assertThat(pay(0, key).isReplayed()).isTrue();
            assertThat(pay(1, key).text()).isEqualTo(done.getFirst().text());
        }
        var references =
                shared.log().named("PaymentReceived").stream()
                        .filter(event -> event.field("reference").startsWith("twice-"))
                        .toList();
        assertThat(references).hasSize(KEYS);
        System.out.printf("Keys sent to two processes: %d; in progress: %d%n", KEYS, inProgress);
    }

    @Test
    void a_refusal_under_a_key_is_the_same_from_both_processes() throws Exception {
        for (int key = 0; key < KEYS / 4; key++) {
            var of = "refused-" + key;
            var body = Campus.enrollmentBody(of, "s", "nothing");
            var answers =
                    Concurrently.all(8, n -> shared.command(n).post("/enrollments", body, of))
                            .stream()
                            .filter(answer -> !answer.outcome().equals("409 key-in-progress"))
                            .toList();
            assertThat(answers)
                    .extracting(Answer::text)
                    .isNotEmpty()
                    .containsOnly(answers.getFirst().text());
            assertThat(answers).extracting(Answer::status).containsOnly(404);
        }
    }

    @Test
    void views_are_made_anew_on_request_while_questions_are_answered() {
        var before = shared.query(0).get("/students/s").text();
        var rebuilt = Program.run("rebuild-views", "--mongodb", shared.uri());
        assertThat(rebuilt.exitCode()).as(rebuilt.output()).isZero();
        assertThat(rebuilt.output()).contains("Queries now use generation 2 of the views.");
        assertThat(shared.query(0).get("/students/s").text()).isEqualTo(before);
    }

    @Test
    void what_one_process_wrote_another_answers_when_it_is_asked_for_that_position() {
        for (int n = 0; n < READS; n++) {
            var id = "read-" + n;
            var written = shared.command(n).made("/students", Campus.studentBody(id));
            var read = shared.query(n / 2).get("/students/" + id + "?after=" + written.position());
            assertThat(read.status()).as(read.text()).isEqualTo(200);
            assertThat(read.position()).isGreaterThanOrEqualTo(written.position());
        }
    }

    @Test
    void a_decision_knows_what_the_other_process_wrote_just_before() {
        var campus = Campus.at(shared.command(0));
        for (int n = 0; n < 30; n++) {
            var offering = "closing-" + n;
            campus.offering(offering, 5);
            // this process caches the state before it is changed here
            assertThat(enroll(shared.command(1), offering, "first-" + n, "s").status())
                    .isEqualTo(201);
            campus.student("late-" + n);
            shared.command(0)
                    .made(
                            "/offerings/" + offering + "/cancellation",
                            Answer.quoted("{'reason':'no room'}"));
            assertThat(enroll(shared.command(1), offering, "late-" + n, "late-" + n).outcome())
                    .isEqualTo("409 offering-cancelled");
        }
    }

    @Test
    void what_a_process_does_not_do_it_sends_back() {
        assertThat(shared.query(0).post("/students", Campus.studentBody("x")).outcome())
                .isEqualTo("421 not-this-process");
        assertThat(shared.command(0).get("/students").outcome()).isEqualTo("421 not-this-process");
        assertThat(shared.query(0).get("/imports/x").outcome()).isEqualTo("421 not-this-process");
        assertThat(shared.command(1).get("/imports/x").outcome()).isEqualTo("404 import-not-found");
        assertThat(page(0).status()).isEqualTo(200);
        assertThat(page(1).status()).isEqualTo(421);
    }

    private Answer page(int n) {
        var program = shared.query(n);
        return program.send(program.request("/").build());
    }

    private Answer enroll(String offering, int n) {
        return enroll(shared.command(n), offering, offering + "-" + n, "seat-" + n);
    }

    private static Answer enroll(
            colophon.system.driver.Program program, String offering, String id, String student) {
        return program.post("/enrollments", Campus.enrollmentBody(id, student, offering));
    }

    /** Sent without an id, so that only the key shows that they are the same. */
    private Answer pay(int n, int key) {
        var body =
                Campus.paymentBody("", "s", "1.00")
                        .replace("\"id\":\"\",", "\"reference\":\"twice-" + key + "\",");
        return shared.command(n).post("/payments", body, "twice-" + key);
    }
}
