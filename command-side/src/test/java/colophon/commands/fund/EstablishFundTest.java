package colophon.commands.fund;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.DATES_OUT_OF_ORDER;
import static colophon.commands.Reason.FUND_NOT_FOUND;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.campus.Sums.usd;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.fund.ContributionReceived;
import colophon.events.fund.Coverage;
import colophon.events.fund.FundEstablished;
import colophon.events.fund.FundedBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

class EstablishFundTest {

    private static final LocalDate JUNE_1 = LocalDate.of(2026, 6, 1);

    @Test
    void establishes_a_fund_whose_whole_budget_is_available() {
        given(Fund.STREAM)
                .when(state -> Fund.decide(establish("5000", JUNE_1, null), state))
                .then(established("5000", JUNE_1, null));
        var fund = (Fund.Established) given(Fund.STREAM, established("5000", null, null)).state();
        assertThat(fund.available()).isEqualTo(usd("5000")).isEqualTo(fund.budget());
        assertThat(fund.held()).isEmpty();
    }

    @Test
    void establishes_a_fund_for_a_single_day() {
        given(Fund.STREAM)
                .when(state -> Fund.decide(establish("5000", JUNE_1, JUNE_1), state))
                .then(established("5000", JUNE_1, JUNE_1));
    }

    @Test
    void refuses_a_fund_that_closes_the_day_before_it_opens() {
        given(Fund.STREAM)
                .when(state -> Fund.decide(establish("5000", JUNE_1, JUNE_1.minusDays(1)), state))
                .thenRefused(DATES_OUT_OF_ORDER, "2026-05-31", "2026-06-01");
    }

    @Test
    void recognises_a_repeated_request_even_when_the_budget_grew_since() {
        given(
                        Fund.STREAM,
                        established("5000", null, null),
                        new ContributionReceived("f-1", usd("1"), JUNE_1))
                .when(state -> Fund.decide(establish("5000", null, null), state))
                .thenNothing();
    }

    @Test
    void refuses_the_id_of_a_fund_with_other_particulars() {
        given(Fund.STREAM, established("5000", null, null))
                .when(state -> Fund.decide(establish("5000.01", null, null), state))
                .thenRefused(ID_TAKEN, "f-1");
    }

    @Test
    void is_not_known_before() {
        given(Fund.STREAM)
                .when(
                        state -> {
                            Fund.require(state, "f-1");
                            return List.of();
                        })
                .thenRefused(FUND_NOT_FOUND, "f-1");
    }

    private static EstablishFund establish(
            String budget, @Nullable LocalDate opensOn, @Nullable LocalDate closesOn) {
        return new EstablishFund(
                "f-1",
                "uva",
                "Friends of the library",
                null,
                usd(budget),
                FundedBy.PROGRAM,
                Set.of(Coverage.TUITION),
                opensOn,
                closesOn,
                1,
                null);
    }

    private static FundEstablished established(
            String budget, @Nullable LocalDate opensOn, @Nullable LocalDate closesOn) {
        return new FundEstablished(
                "f-1",
                "uva",
                "Friends of the library",
                null,
                usd(budget),
                FundedBy.PROGRAM,
                Set.of(Coverage.TUITION),
                opensOn,
                closesOn,
                1,
                null);
    }
}
