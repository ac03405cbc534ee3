package colophon.commands.fund;

import static colophon.commands.Reason.CURRENCY_MISMATCH;
import static colophon.commands.Reason.FUND_NOT_FOUND;
import static colophon.commands.Reason.INSTITUTION_NOT_FOUND;
import static colophon.commands.campus.Campus.TODAY;
import static colophon.commands.campus.Sums.eur;
import static colophon.commands.campus.Sums.usd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import colophon.commands.Reason;
import colophon.commands.Refusal;
import colophon.commands.campus.Campus;
import colophon.commands.campus.CommandSide;
import colophon.commands.gateway.CommandAnswer;
import colophon.events.fund.ContributionReceived;
import colophon.events.fund.FundedBy;
import colophon.events.money.Money;

import org.junit.jupiter.api.Test;

import java.util.Set;

class FundCommandHandlerTest {

    private final CommandSide office = Campus.open();

    @Test
    void establishes_a_fund_once() {
        var made = new FundCommandHandler.FundResult("f-1");

        assertThat(office.send(Campus.fund("f-1", "5000"))).isEqualTo(CommandAnswer.created(made));
        assertThat(office.send(Campus.fund("f-1", "5000"))).isEqualTo(CommandAnswer.ok(made));
    }

    @Test
    void answers_a_contribution_with_the_whole_budget() {
        office.send(Campus.fund("f-1", "5000"));
        var answer = office.send(new RecordContribution("f-1", usd("0.50")));

        assertThat(answer)
                .isEqualTo(
                        CommandAnswer.ok(
                                new FundCommandHandler.ContributionResult("f-1", usd("5000.50"))));
        assertThat(office.lastCommit())
                .containsExactly(new ContributionReceived("f-1", usd("0.50"), TODAY));
    }

    @Test
    void no_contribution_of_64_at_once_is_lost() throws Exception {
        office.send(Campus.fund("f-1", "1"));

        var outcomes = office.race(64, _ -> new RecordContribution("f-1", usd("1")));

        assertThat(outcomes).hasOnlyElementsOfType(CommandAnswer.class);
        assertThat(office.send(new RecordContribution("f-1", usd("1"))).body())
                .isEqualTo(new FundCommandHandler.ContributionResult("f-1", usd("66")));
    }

    @Test
    void refuses_another_currency() {
        refused(establish("ucla", eur("1")), CURRENCY_MISMATCH);
        office.send(Campus.fund("f-1", "5000"));
        refused(new RecordContribution("f-1", eur("1")), CURRENCY_MISMATCH);
    }

    @Test
    void refuses_an_institution_and_a_fund_nobody_knows() {
        refused(establish("mit", usd("1")), INSTITUTION_NOT_FOUND);
        refused(new RecordContribution("f-0", usd("1")), FUND_NOT_FOUND);
    }

    private void refused(Object command, Reason reason) {
        var before = office.commits();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> office.send(command))
                .returns(reason, Refusal::reason);
        assertThat(office.commits()).isEqualTo(before);
    }

    private static EstablishFund establish(String institutionId, Money budget) {
        return new EstablishFund(
                "f-1",
                institutionId,
                "Friends",
                null,
                budget,
                FundedBy.PROGRAM,
                Set.of(),
                null,
                null,
                null,
                null);
    }
}
