package colophon.commands.award;

import static colophon.commands.campus.Campus.TODAY;
import static colophon.commands.campus.Campus.enroll;
import static colophon.commands.campus.Campus.offering;
import static colophon.commands.campus.Sums.usd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import colophon.commands.Reason;
import colophon.commands.Refusal;
import colophon.commands.campus.Campus;
import colophon.commands.campus.CommandSide;
import colophon.commands.expense.RecordExpense;
import colophon.commands.fund.EstablishFund;
import colophon.commands.fund.Fund;
import colophon.events.award.AwardPassedOn;
import colophon.events.award.AwardReduced;
import colophon.events.award.AwardReleased;
import colophon.events.expense.ExpenseCategory;
import colophon.events.fund.Coverage;
import colophon.events.fund.FundedBy;
import colophon.events.money.Money;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

class ExpireAwardsTest {

    /** The last day of the awards; the day after is {@link #AFTER}. */
    private static final LocalDate LAST_DAY = TODAY;

    private static final LocalDate AFTER = TODAY.plusDays(1);

    private final CommandSide before = Campus.open();

    @BeforeEach
    void a_fund_of_5000() {
        before.send(fund("f-1", Coverage.TUITION));
        before.send(offering("o-1", 9));
    }

    @Test
    void on_its_last_day_nothing_expires() {
        before.send(make("a-1", "s-1", "500", false));

        assertThat(before.send(new ExpireAwards("f-1")).body())
                .isEqualTo(new AwardCommandHandler.Expired("f-1", List.of(), usd("0"), false));
    }

    @Test
    void an_offer_nobody_accepted_ends() {
        before.send(make("a-1", "s-1", "500", false));
        var after = theNextDay();

        assertThat(after.send(new ExpireAwards("f-1")).body())
                .isEqualTo(
                        new AwardCommandHandler.Expired("f-1", List.of("a-1"), usd("500"), false));
        assertThat(after.lastCommit())
                .containsExactly(
                        new AwardReleased(
                                "a-1", "f-1", "s-1", "ucla", usd("500"), "expired", AFTER));
    }

    @Test
    void an_accepted_award_that_paid_nothing_ends() {
        before.send(make("a-1", "s-1", "500", true));

        assertThat(theNextDay().send(new ExpireAwards("f-1")).body())
                .isEqualTo(
                        new AwardCommandHandler.Expired("f-1", List.of("a-1"), usd("500"), false));
    }

    @Test
    void an_award_that_paid_something_keeps_that_and_no_more() {
        before.send(enroll("e-1", "s-1", "o-1"));
        before.send(make("a-1", "s-1", "2000", true));
        var after = theNextDay();

        after.send(new ExpireAwards("f-1"));

        assertThat(after.lastCommit())
                .containsExactly(
                        new AwardReduced(
                                "a-1",
                                "f-1",
                                "s-1",
                                "ucla",
                                usd("1395"),
                                usd("605"),
                                "expired",
                                AFTER));
        assertThat(available(after)).isEqualTo(usd("3605"));
    }

    @Test
    void what_it_paid_back_of_expenses_is_kept_too() {
        before.send(fund("f-2", Coverage.EXPENSE));
        before.send(new OfferAward("a-2", "f-2", "s-1", null, usd("900"), null, true, LAST_DAY));
        before.send(
                new RecordExpense(
                        "x-1", "s-1", "ucla", usd("300"), ExpenseCategory.TRAVEL, null, null));
        var after = theNextDay();

        after.send(new ExpireAwards("f-2"));

        assertThat(after.lastCommit())
                .contains(
                        new AwardReduced(
                                "a-2",
                                "f-2",
                                "s-1",
                                "ucla",
                                usd("300"),
                                usd("600"),
                                "expired",
                                AFTER));
    }

    @Test
    void an_award_that_is_used_up_is_left_alone() {
        before.send(enroll("e-1", "s-1", "o-1"));
        before.send(make("a-1", "s-1", "1395", true));
        var after = theNextDay();
        var commits = after.commits();

        after.send(new ExpireAwards("f-1"));

        assertThat(after.commits()).isEqualTo(commits);
    }

    @Test
    void asked_again_it_changes_nothing() {
        before.send(enroll("e-1", "s-1", "o-1"));
        before.send(make("a-1", "s-1", "2000", true));
        before.send(make("a-2", "s-2", "500", false));
        var after = theNextDay();
        after.send(new ExpireAwards("f-1"));
        var commits = after.commits();

        after.send(new ExpireAwards("f-1"));

        assertThat(after.commits()).isEqualTo(commits);
    }

    @Test
    void an_unused_award_is_passed_on_for_as_many_days_as_it_had() {
        before.send(make("a-1", "s-1", "500", false));
        before.send(new RankAlternates("a-1", List.of("s-2")));
        var after = theNextDay();

        after.send(new ExpireAwards("f-1"));

        assertThat(after.lastCommit()).anyMatch(AwardPassedOn.class::isInstance);
        assertThat(available(after)).isEqualTo(usd("4500"));
    }

    @Test
    void refuses_a_fund_nobody_knows() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> before.send(new ExpireAwards("f-0")))
                .returns(Reason.FUND_NOT_FOUND, Refusal::reason);
    }

    private CommandSide theNextDay() {
        return new CommandSide(Campus.NOW.plus(Duration.ofDays(1)), before.log());
    }

    private static Money available(CommandSide office) {
        return Fund.require(office.subjects().read(Fund.STREAM.stream("f-1")), "f-1").available();
    }

    private static OfferAward make(String id, String studentId, String amount, boolean accepted) {
        return new OfferAward(id, "f-1", studentId, null, usd(amount), null, accepted, LAST_DAY);
    }

    private static EstablishFund fund(String id, Coverage covers) {
        return new EstablishFund(
                id,
                "ucla",
                "Friends",
                null,
                usd("5000"),
                FundedBy.PROGRAM,
                Set.of(covers),
                null,
                null,
                null,
                null);
    }
}
