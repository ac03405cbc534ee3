package colophon.commands.award;

import static colophon.commands.Reason.AWARD_ENDED;
import static colophon.commands.Reason.MORE_THAN_IS_LEFT;
import static colophon.commands.award.AwardFacts.TODAY;
import static colophon.commands.award.AwardStreams.ACCOUNT;
import static colophon.commands.award.AwardStreams.AWARD;
import static colophon.commands.award.AwardStreams.FUND;
import static colophon.commands.award.AwardStreams.accepted;
import static colophon.commands.award.AwardStreams.offer;
import static colophon.commands.award.AwardStreams.offered;
import static colophon.commands.award.AwardStreams.tuition;
import static colophon.commands.campus.Sums.usd;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import colophon.commands.account.Account;
import colophon.commands.loading.States;
import colophon.events.award.AlternatesRanked;
import colophon.events.award.AwardPassedOn;
import colophon.events.award.AwardReleased;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.function.Consumer;

/** An award ends or is reduced, with what follows for its fund, its student and its alternates. */
class AwardChangesTest {

    private static final String NEXT = AwardChanges.nextId("a-1", "s-2");

    @Test
    void the_money_of_an_ended_award_goes_back_to_its_fund() {
        offered("500", null)
                .whenDone(ended("moved"))
                .thenInAll(released(), AWARD, FUND, ACCOUNT)
                .andNothingElse();
    }

    @Test
    void the_first_alternate_is_offered_the_same_amount() {
        var offer =
                offered("500", TODAY.plusDays(30))
                        .and(AWARD, ranked("a-1", "s-1", "s-2", "s-3"))
                        .when(
                                states ->
                                        requireNonNull(
                                                new AwardChanges(states).end(end("moved"), TODAY)))
                        .thenInAll(released(), AWARD, FUND, ACCOUNT)
                        .then(AWARD, new AwardPassedOn("a-1", "f-1", "s-1", NEXT, "s-2", TODAY))
                        .thenInAll(
                                offer(NEXT, "s-2", "500", TODAY.plusDays(30)),
                                Award.STREAM.stream(NEXT),
                                FUND,
                                Account.stream("uva", "s-2"))
                        .then(Award.STREAM.stream(NEXT), ranked(NEXT, "s-2", "s-3"))
                        .andNothingElse()
                        .answer();

        assertThat(offer.awardId()).isEqualTo(NEXT);
    }

    @Test
    void an_alternate_whom_a_rule_refuses_is_passed_over() {
        var third = AwardChanges.nextId("a-1", "s-3");
        offered("500", null)
                .and(AWARD, ranked("a-1", "s-1", "s-1", "s-2", "s-3"))
                .and(Award.STREAM.stream(NEXT), offer(NEXT, "s-2", "500", null))
                .whenDone(ended("moved"))
                .then(
                        AWARD,
                        released(),
                        new AwardPassedOn("a-1", "f-1", "s-1", third, "s-3", TODAY));
    }

    @Test
    void an_award_that_ended_the_same_way_ends_no_more() {
        offered("500", null).and(AWARD, released()).whenDone(ended("moved")).thenNothing();
    }

    @Test
    void refuses_to_end_for_another_reason_what_has_ended() {
        offered("500", null)
                .and(AWARD, released())
                .whenDone(ended("left"))
                .thenRefused(AWARD_ENDED, "a-1");
    }

    @Test
    void a_reduced_award_pays_at_most_the_new_amount() {
        accepted("500", null)
                .whenDone(reduced("200"))
                .thenInAll(AwardStreams.reduced("200", "300", "less", TODAY), AWARD, FUND, ACCOUNT)
                .andNothingElse();
    }

    @Test
    void an_offer_that_is_reduced_holds_less_of_its_fund() {
        offered("500", null)
                .whenDone(reduced("200"))
                .thenInAll(AwardStreams.reduced("200", "300", "less", TODAY), AWARD, FUND, ACCOUNT)
                .andNothingElse();
    }

    @Test
    void refuses_to_reduce_an_award_to_more_than_it_is_worth() {
        accepted("500", null).whenDone(reduced("501")).thenRefused(MORE_THAN_IS_LEFT, "501");
    }

    @Test
    void what_is_used_is_kept_and_the_rest_goes_back() {
        accepted("500", null)
                .and(ACCOUNT, tuition("120"))
                .whenDone(states -> new AwardChanges(states).keepWhatIsUsed("a-1", "left", TODAY))
                .thenInAll(AwardStreams.reduced("120", "380", "left", TODAY), AWARD, FUND, ACCOUNT);
    }

    @Test
    void an_award_of_which_nothing_is_used_ends() {
        accepted("500", null)
                .whenDone(states -> new AwardChanges(states).keepWhatIsUsed("a-1", "left", TODAY))
                .then(AWARD, AwardStreams.released("500", "left", TODAY));
    }

    private static Consumer<States> ended(String reason) {
        return states -> new AwardChanges(states).end(end(reason), TODAY);
    }

    private static Consumer<States> reduced(String amount) {
        return states ->
                new AwardChanges(states).reduce(new ReduceAward("a-1", usd(amount), "less"), TODAY);
    }

    private static EndAward end(String reason) {
        return new EndAward("a-1", false, reason);
    }

    private static AwardReleased released() {
        return AwardStreams.released("500", "moved", TODAY);
    }

    private static AlternatesRanked ranked(String id, String studentId, String... alternates) {
        return new AlternatesRanked(id, "f-1", studentId, List.of(alternates), TODAY);
    }
}
