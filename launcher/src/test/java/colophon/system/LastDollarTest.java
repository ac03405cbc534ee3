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

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** If many callers ask for the rest of a fund at the same moment, only one gets it. */
@SharesProgram
class LastDollarTest {

    private static final int ROUNDS = Integer.getInteger("colophon.system.races", 3);
    private static final int CALLERS = 64;
    private static final BigDecimal BUDGET = new BigDecimal("1000.00");

    @Test
    void what_a_fund_has_left_is_given_once_and_the_budget_is_never_exceeded(SharedProgram shared)
            throws Exception {
        var program = shared.program();
        var before = program.head();
        var campus = Campus.at(program);
        for (int n = 0; n < CALLERS + 2; n++) campus.student("s" + n);
        for (int round = 0; round < ROUNDS; round++) {
            var fund = "dollars-" + round;
            campus.fund(fund, BUDGET.toPlainString());
            assertThat(award(program, fund, CALLERS, "900.01").status()).isEqualTo(201);
            // 99.99 is left: enough for one of these, but not for two
            var answers = Concurrently.all(CALLERS, n -> award(program, fund, n, "50.00"));
            assertThat(answers.stream().collect(groupingBy(Answer::outcome, counting())))
                    .as("outcomes of round %d", round)
                    .isEqualTo(Map.of("201", 1L, "409 fund-exhausted", CALLERS - 1L));
            assertThat(award(program, fund, CALLERS + 1, "49.99").outcome())
                    .as("what is left after round %d, to the cent", round)
                    .isEqualTo("201");
        }
        var log = LogFile.of(shared.data());
        log.assertWhole();
        var held = new HashMap<String, BigDecimal>();
        for (var hold : log.named("AwardOffered", before))
            assertThat(
                            held.merge(
                                    hold.field("fundId"),
                                    new BigDecimal(hold.payload().at("/amount/amount").asString()),
                                    BigDecimal::add))
                    .as("held by the fund at %s", hold)
                    .isLessThanOrEqualTo(BUDGET);
        assertThat(held).hasSize(ROUNDS);
        assertThat(held.values()).containsOnly(BUDGET);
    }

    private static Answer award(Program program, String fund, int n, String amount) {
        return program.post("/awards", Campus.awardBody(fund + "-" + n, fund, "s" + n, amount));
    }
}
