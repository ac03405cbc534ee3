package colophon.commands.fund;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.FUND_NOT_FOUND;
import static colophon.commands.campus.Sums.usd;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.fund.Coverage;
import colophon.events.fund.EncumbranceReduced;
import colophon.events.fund.EncumbranceReleased;
import colophon.events.fund.FundEncumbered;
import colophon.events.fund.FundEstablished;
import colophon.events.fund.FundedBy;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.Set;

class ReduceEncumbranceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final FundEncumbered HELD =
            new FundEncumbered("f-1", "a-1", "s-1", usd("500"), TODAY);

    @Test
    void gives_back_what_is_not_needed() {
        given(Fund.STREAM, fund(), HELD)
                .when(state -> Fund.decide(to("200"), state, TODAY))
                .then(reduced("300"));
    }

    @Test
    void has_it_available_again_and_releases_only_the_rest() {
        var past = given(Fund.STREAM, fund(), HELD, reduced("300"));

        assertThat(Fund.require(past.state(), "f-1").available()).isEqualTo(usd("800"));
        past.when(state -> Fund.decide(new ReleaseEncumbrance("f-1", "a-1"), state, TODAY))
                .then(new EncumbranceReleased("f-1", "a-1", "s-1", usd("200"), TODAY));
    }

    @Test
    void recognises_that_no_more_is_held() {
        given(Fund.STREAM, fund(), HELD, reduced("300"))
                .when(state -> Fund.decide(to("200"), state, TODAY))
                .thenNothing();
        given(Fund.STREAM, fund())
                .when(state -> Fund.decide(to("200"), state, TODAY))
                .thenNothing();
    }

    @Test
    void refuses_a_fund_nobody_knows() {
        given(Fund.STREAM)
                .when(state -> Fund.decide(to("200"), state, TODAY))
                .thenRefused(FUND_NOT_FOUND, "f-1");
    }

    private static ReduceEncumbrance to(String amount) {
        return new ReduceEncumbrance("f-1", "a-1", usd(amount));
    }

    private static EncumbranceReduced reduced(String by) {
        return new EncumbranceReduced("f-1", "a-1", "s-1", usd(by), TODAY);
    }

    private static FundEstablished fund() {
        return new FundEstablished(
                "f-1",
                "uva",
                "Friends",
                null,
                usd("1000"),
                FundedBy.PROGRAM,
                Set.of(Coverage.TUITION),
                null,
                null,
                null,
                null);
    }
}
