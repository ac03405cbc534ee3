package colophon.storage.mongo.appending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Real elections are not possible on every machine, and are too rare on any. This test simulates
 * thousands of them, and catches each wrong appender.
 */
class AppenderSimulationTest {

    private static final int HISTORIES = Integer.getInteger("colophon.histories", 500);

    @Test
    void whatever_fails_nothing_is_lost_doubled_out_of_place_or_left_unanswered() {
        var commits = 0;
        for (var seed = 0; seed < HISTORIES; seed++)
            try {
                commits += Simulation.play(seed, WrongAppender.NOTHING);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("Seed " + seed, e);
            }
        assertThat(commits).isGreaterThan(5 * HISTORIES);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOTHING")
    void an_appender_is_caught_that(WrongAppender wrong) {
        for (var seed = 0; seed < 4_000; seed++)
            try {
                Simulation.play(seed, wrong);
            } catch (RuntimeException | AssertionError _) {
                return;
            }
        fail("Nothing was found wrong with an appender that " + wrong);
    }
}
