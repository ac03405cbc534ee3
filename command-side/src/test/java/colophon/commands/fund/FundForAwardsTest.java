package colophon.commands.fund;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.FUND_EXHAUSTED;
import static colophon.commands.Reason.FUND_NOT_FOUND;
import static colophon.commands.Reason.FUND_NOT_OPEN;
import static colophon.commands.Reason.TOO_MANY_AWARDS;
import static colophon.commands.campus.Sums.usd;
import static colophon.commands.fund.FundFacts.TODAY;
import static colophon.commands.fund.FundFacts.held;
import static colophon.commands.fund.FundFacts.heldUntil;
import static colophon.commands.fund.FundFacts.reduced;
import static colophon.commands.fund.FundFacts.released;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.award.AwardOffered;
import colophon.events.fund.ContributionReceived;

import org.junit.jupiter.api.Test;

import java.util.List;

class FundForAwardsTest {

    @Test
    void holds_the_amount_for_the_award() {
        given(Fund.STREAM, FundFacts.with("5000"))
                .when(state -> offer(state, held("a-1", "s-1", "1395")))
                .then(held("a-1", "s-1", "1395"));
    }

    @Test
    void holds_exactly_the_whole_budget() {
        given(Fund.STREAM, FundFacts.with("5000"))
                .when(state -> offer(state, held("a-1", "s-1", "5000")))
                .then(held("a-1", "s-1", "5000"));
    }

    @Test
    void refuses_one_cent_more_than_the_budget() {
        given(Fund.STREAM, FundFacts.with("5000"))
                .when(state -> offer(state, held("a-1", "s-1", "5000.01")))
                .thenRefused(FUND_EXHAUSTED, "5000.01 USD", "f-1", "5000.00 USD");
    }

    @Test
    void holds_exactly_what_is_left() {
        given(Fund.STREAM, FundFacts.with("5000"), held("a-1", "s-1", "4999.99"))
                .when(state -> offer(state, held("a-2", "s-2", "0.01")))
                .then(held("a-2", "s-2", "0.01"));
    }

    @Test
    void refuses_one_cent_more_than_what_is_left() {
        given(Fund.STREAM, FundFacts.with("5000"), held("a-1", "s-1", "4999.99"))
                .when(state -> offer(state, held("a-2", "s-2", "0.02")))
                .thenRefused(FUND_EXHAUSTED, "0.02 USD", "0.01 USD");
    }

    @Test
    void holds_again_what_was_given_back() {
        given(
                        Fund.STREAM,
                        FundFacts.with("5000"),
                        held("a-1", "s-1", "5000"),
                        released("a-1", "s-1", "5000"))
                .when(state -> offer(state, held("a-2", "s-2", "5000")))
                .then(held("a-2", "s-2", "5000"));
    }

    @Test
    void holds_what_was_contributed() {
        given(
                        Fund.STREAM,
                        FundFacts.with("5000"),
                        held("a-1", "s-1", "5000"),
                        new ContributionReceived("f-1", usd("100"), TODAY))
                .when(state -> offer(state, held("a-2", "s-2", "100")))
                .then(held("a-2", "s-2", "100"));
    }

    @Test
    void is_open_on_the_very_day_it_opens_and_the_very_day_it_closes() {
        given(Fund.STREAM, FundFacts.open(TODAY, TODAY))
                .when(state -> offer(state, held("a-1", "s-1", "1")))
                .then(held("a-1", "s-1", "1"));
    }

    @Test
    void refuses_the_day_before_it_opens() {
        given(Fund.STREAM, FundFacts.open(TODAY.plusDays(1), null))
                .when(state -> offer(state, held("a-1", "s-1", "1")))
                .thenRefused(FUND_NOT_OPEN, "f-1", "opens on 2026-06-02");
    }

    @Test
    void refuses_the_day_after_it_closed() {
        given(Fund.STREAM, FundFacts.open(null, TODAY.minusDays(1)))
                .when(state -> offer(state, held("a-1", "s-1", "1")))
                .thenRefused(FUND_NOT_OPEN, "f-1", "closed on 2026-05-31");
    }

    @Test
    void gives_a_student_as_many_awards_as_it_allows() {
        given(Fund.STREAM, FundFacts.allowing(2), held("a-1", "s-1", "1"))
                .when(state -> offer(state, held("a-2", "s-1", "1")))
                .then(held("a-2", "s-1", "1"));
    }

    @Test
    void refuses_a_student_one_award_more_than_it_allows() {
        given(Fund.STREAM, FundFacts.allowing(2), held("a-1", "s-1", "1"), held("a-2", "s-1", "1"))
                .when(state -> offer(state, held("a-3", "s-1", "1")))
                .thenRefused(TOO_MANY_AWARDS, "s-1", "2 awards", "f-1");
    }

    @Test
    void counts_the_awards_of_each_student_alone() {
        given(Fund.STREAM, FundFacts.allowing(1), held("a-1", "s-1", "1"))
                .when(state -> offer(state, held("a-2", "s-2", "1")))
                .then(held("a-2", "s-2", "1"));
    }

    @Test
    void counts_no_award_that_was_given_back() {
        given(
                        Fund.STREAM,
                        FundFacts.allowing(1),
                        held("a-1", "s-1", "1"),
                        released("a-1", "s-1", "1"))
                .when(state -> offer(state, held("a-2", "s-1", "1")))
                .then(held("a-2", "s-1", "1"));
    }

    @Test
    void counts_an_award_on_its_last_day() {
        given(Fund.STREAM, FundFacts.allowing(1), heldUntil("a-1", "s-1", "1", TODAY))
                .when(state -> offer(state, held("a-2", "s-1", "1")))
                .thenRefused(TOO_MANY_AWARDS, "s-1");
    }

    @Test
    void counts_no_award_the_day_after_its_last() {
        given(Fund.STREAM, FundFacts.allowing(1), heldUntil("a-1", "s-1", "1", TODAY.minusDays(1)))
                .when(state -> offer(state, held("a-2", "s-1", "1")))
                .then(held("a-2", "s-1", "1"));
    }

    @Test
    void refuses_a_fund_nobody_established() {
        given(Fund.STREAM)
                .when(state -> offer(state, held("a-1", "s-1", "1")))
                .thenRefused(FUND_NOT_FOUND, "f-1");
    }

    @Test
    void has_available_what_a_reduced_award_returned() {
        var fund =
                given(
                        Fund.STREAM,
                        FundFacts.with("1000"),
                        held("a-1", "s-1", "500"),
                        reduced("a-1", "s-1", "200", "300"));
        assertThat(Fund.require(fund.state(), "f-1").available()).isEqualTo(usd("800"));
        fund.when(state -> offer(state, held("a-2", "s-2", "800"))).then(held("a-2", "s-2", "800"));
        fund.when(state -> offer(state, held("a-2", "s-2", "800.01")))
                .thenRefused(FUND_EXHAUSTED, "800.00 USD");
    }

    @Test
    void keeps_what_is_held_for_other_awards_when_one_ends() {
        var fund =
                given(
                                Fund.STREAM,
                                FundFacts.with("5000"),
                                held("a-1", "s-1", "3000"),
                                held("a-2", "s-2", "500"),
                                released("a-1", "s-1", "3000"))
                        .state();
        assertThat(Fund.require(fund, "f-1").available()).isEqualTo(usd("4500"));
        assertThat(Fund.require(fund, "f-1").budget()).isEqualTo(usd("5000"));
        assertThat(Fund.require(fund, "f-1").held()).containsOnlyKeys("a-2");
    }

    @Test
    void holds_the_rest_of_an_award_that_was_reduced_until_it_ends() {
        var reduced =
                given(
                        Fund.STREAM,
                        FundFacts.with("1000"),
                        held("a-1", "s-1", "500"),
                        reduced("a-1", "s-1", "200", "300"),
                        released("a-1", "s-1", "200"));
        assertThat(Fund.require(reduced.state(), "f-1").available()).isEqualTo(usd("1000"));
    }

    /** The award is offered if the fund can hold money for it. */
    private static List<AwardOffered> offer(Fund fund, AwardOffered award) {
        Fund.requireAvailable(award, Fund.require(fund, "f-1"), TODAY);
        return List.of(award);
    }
}
