package colophon.commands.fund;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.FUND_NOT_FOUND;
import static colophon.commands.campus.Sums.usd;
import static colophon.commands.fund.FundFacts.TODAY;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.fund.ContributionReceived;

import org.junit.jupiter.api.Test;

class RecordContributionTest {

    private static final RecordContribution CONTRIBUTE =
            new RecordContribution("f-1", usd("250.50"));
    private static final ContributionReceived RECEIVED =
            new ContributionReceived("f-1", usd("250.50"), TODAY);

    @Test
    void grows_the_budget_today() {
        given(Fund.STREAM, FundFacts.with("5000"))
                .when(state -> Fund.decide(CONTRIBUTE, state, TODAY))
                .then(RECEIVED);
    }

    @Test
    void adds_to_the_budget_and_to_what_is_available_alike() {
        var fund =
                (Fund.Established)
                        given(
                                        Fund.STREAM,
                                        FundFacts.with("5000"),
                                        FundFacts.held("a-1", "s-1", "4000"),
                                        RECEIVED)
                                .state();
        assertThat(fund.budget()).isEqualTo(usd("5250.50"));
        assertThat(fund.available()).isEqualTo(usd("1250.50"));
    }

    @Test
    void refuses_a_fund_nobody_established() {
        given(Fund.STREAM)
                .when(state -> Fund.decide(CONTRIBUTE, state, TODAY))
                .thenRefused(FUND_NOT_FOUND, "f-1");
    }
}
