package colophon.system;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import colophon.system.driver.Answer;
import colophon.system.driver.Campus;
import colophon.system.driver.Concurrently;
import colophon.system.driver.LogFile;
import colophon.system.driver.Program;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** If many students want the last seat at the same moment, only one gets it. */
class LastSeatTest {

    private static final int ROUNDS = Integer.getInteger("colophon.system.races", 6);
    private static final int CALLERS = 64;
    private static final int CAPACITY = 3;

    @TempDir Path data;

    @Test
    void the_last_seat_is_sold_once_and_capacity_is_never_exceeded() throws Exception {
        try (var program = Program.serving(data.resolve("data"))) {
            var campus = Campus.at(program);
            for (int n = 0; n < CALLERS + CAPACITY; n++) campus.student("s" + n);
            for (int round = 0; round < ROUNDS; round++) {
                var offering = "o" + round;
                campus.offering(offering, CAPACITY);
                for (int n = CALLERS; n < CALLERS + CAPACITY - 1; n++)
                    assertThat(enroll(program, offering, n).status()).isEqualTo(201);
                var answers = Concurrently.all(CALLERS, n -> enroll(program, offering, n));
                assertThat(answers.stream().collect(groupingBy(Answer::outcome, counting())))
                        .as("outcomes of round %d", round)
                        .isEqualTo(Map.of("201", 1L, "409 offering-full", CALLERS - 1L));
            }
            program.kill();
        }
        var log = LogFile.of(data.resolve("data"));
        log.assertWhole();
        var taken = new HashMap<String, Integer>();
        for (var seat : log.named("SeatTaken"))
            assertThat(taken.merge(seat.field("offeringId"), 1, Integer::sum))
                    .as("seats of the offering at %s", seat)
                    .isLessThanOrEqualTo(CAPACITY);
        assertThat(taken).hasSize(ROUNDS).containsValues(CAPACITY);
        assertThat(log.named("StudentEnrolled")).hasSize(ROUNDS * CAPACITY);
        assertThat(log.named("ChargePosted")).hasSize(ROUNDS * CAPACITY);
    }

    private static Answer enroll(Program program, String offering, int n) {
        return program.post(
                "/enrollments", Campus.enrollmentBody(offering + "-" + n, "s" + n, offering));
    }
}
