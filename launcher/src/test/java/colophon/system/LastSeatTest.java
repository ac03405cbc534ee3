package colophon.system;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import colophon.system.driver.Answer;
import colophon.system.driver.Campus;
import colophon.system.driver.Concurrently;
import colophon.system.driver.LogFile;
import colophon.system.driver.Program;
import colophon.system.driver.SharedProgram;
import colophon.system.driver.SharesProgram;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;

/** If many students want the last seat at the same moment, only one gets it. */
@SharesProgram
class LastSeatTest {

    private static final int ROUNDS = Integer.getInteger("colophon.system.races", 3);
    private static final int CALLERS = 64;
    private static final int CAPACITY = 3;

    @Test
    void the_last_seat_is_sold_once_and_capacity_is_never_exceeded(SharedProgram shared)
            throws Exception {
        var program = shared.program();
        var before = program.head();
        var campus = Campus.at(program);
        for (int n = 0; n < CALLERS + CAPACITY; n++) campus.student("s" + n);
        for (int round = 0; round < ROUNDS; round++) {
            var offering = "seats-" + round;
            campus.offering(offering, CAPACITY);
            for (int n = CALLERS; n < CALLERS + CAPACITY - 1; n++)
                assertThat(enroll(program, offering, n).status()).isEqualTo(201);
            var answers = Concurrently.all(CALLERS, n -> enroll(program, offering, n));
            assertThat(answers.stream().collect(groupingBy(Answer::outcome, counting())))
                    .as("outcomes of round %d", round)
                    .isEqualTo(Map.of("201", 1L, "409 offering-full", CALLERS - 1L));
        }
        var log = LogFile.of(shared.data());
        log.assertWhole();
        var taken = new HashMap<String, Integer>();
        for (var seat : log.named("SeatTaken", before))
            assertThat(taken.merge(seat.field("offeringId"), 1, Integer::sum))
                    .as("seats of the offering at %s", seat)
                    .isLessThanOrEqualTo(CAPACITY);
        assertThat(taken).hasSize(ROUNDS).containsValues(CAPACITY);
        assertThat(log.named("StudentEnrolled", before)).hasSize(ROUNDS * CAPACITY);
        assertThat(log.named("ChargePosted", before)).hasSize(ROUNDS * CAPACITY);
    }

    private static Answer enroll(Program program, String offering, int n) {
        return program.post(
                "/enrollments", Campus.enrollmentBody(offering + "-" + n, "s" + n, offering));
    }
}
