package colophon.commands.fund;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.FUND_NOT_FOUND;
import static colophon.commands.campus.Sums.usd;
import static colophon.commands.fund.FundFacts.TODAY;
import static colophon.commands.fund.FundFacts.held;
import static colophon.commands.fund.FundFacts.released;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReleaseEncumbranceTest {

    private static final ReleaseEncumbrance RELEASE = new ReleaseEncumbrance("f-1", "a-1");

    @Test
    void gives_back_all_that_was_held_for_the_award() {
        given(Fund.STREAM, FundFacts.with("5000"), held("a-1", "s-1", "3000"))
                .when(state -> Fund.decide(RELEASE, state, TODAY))
                .then(released("a-1", "s-1", "3000"));
    }

    @Test
    void leaves_what_is_held_for_other_awards() {
        var fund =
                (Fund.Established)
                        given(
                                        Fund.STREAM,
                                        FundFacts.with("5000"),
                                        held("a-1", "s-1", "3000"),
                                        held("a-2", "s-2", "500"),
                                        released("a-1", "s-1", "3000"))
                                .state();
        assertThat(fund.available()).isEqualTo(usd("4500"));
        assertThat(fund.budget()).isEqualTo(usd("5000"));
        assertThat(fund.held()).containsOnlyKeys("a-2");
    }

    @Test
    void recognises_a_repeated_request() {
        given(
                        Fund.STREAM,
                        FundFacts.with("5000"),
                        held("a-1", "s-1", "3000"),
                        released("a-1", "s-1", "3000"))
                .when(state -> Fund.decide(RELEASE, state, TODAY))
                .thenNothing();
    }

    @Test
    void does_nothing_for_an_award_it_never_held_money_for() {
        given(Fund.STREAM, FundFacts.with("5000"))
                .when(state -> Fund.decide(RELEASE, state, TODAY))
                .thenNothing();
    }

    @Test
    void gives_back_after_the_fund_closed_too() {
        given(Fund.STREAM, FundFacts.open(null, TODAY.minusDays(9)), held("a-1", "s-1", "3000"))
                .when(state -> Fund.decide(RELEASE, state, TODAY))
                .then(released("a-1", "s-1", "3000"));
    }

    @Test
    void refuses_a_fund_nobody_established() {
        given(Fund.STREAM)
                .when(state -> Fund.decide(RELEASE, state, TODAY))
                .thenRefused(FUND_NOT_FOUND, "f-1");
    }
}
