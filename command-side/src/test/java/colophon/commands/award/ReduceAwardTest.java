package colophon.commands.award;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.AWARD_ENDED;
import static colophon.commands.Reason.AWARD_NOT_FOUND;
import static colophon.commands.Reason.MORE_THAN_IS_LEFT;
import static colophon.commands.award.AwardFacts.TODAY;
import static colophon.commands.award.AwardFacts.accepted;
import static colophon.commands.award.AwardFacts.offered;
import static colophon.commands.award.AwardFacts.released;
import static colophon.commands.campus.Sums.usd;

import colophon.events.award.AwardReduced;

import org.junit.jupiter.api.Test;

class ReduceAwardTest {

    @Test
    void reduces_an_offered_award() {
        given(Award.STREAM, offered())
                .when(state -> Award.decide(to("200"), state, TODAY))
                .then(reduced("200", "300"));
    }

    @Test
    void reduces_an_accepted_award_again() {
        given(Award.STREAM, offered(), accepted(), reduced("200", "300"))
                .when(state -> Award.decide(to("199.99"), state, TODAY))
                .then(reduced("199.99", "0.01"));
    }

    @Test
    void recognises_an_award_that_is_worth_just_that() {
        given(Award.STREAM, offered(), reduced("200", "300"), accepted())
                .when(state -> Award.decide(to("200"), state, TODAY))
                .thenNothing();
    }

    @Test
    void refuses_to_make_it_worth_more() {
        given(Award.STREAM, offered(), accepted(), reduced("200", "300"))
                .when(state -> Award.decide(to("200.01"), state, TODAY))
                .thenRefused(MORE_THAN_IS_LEFT, "a-1", "200.01 USD", "200.00 USD");
    }

    @Test
    void refuses_an_award_that_ended() {
        given(Award.STREAM, offered(), released("moved"))
                .when(state -> Award.decide(to("200"), state, TODAY))
                .thenRefused(AWARD_ENDED, "a-1");
    }

    @Test
    void refuses_an_award_nobody_made() {
        given(Award.STREAM)
                .when(state -> Award.decide(to("200"), state, TODAY))
                .thenRefused(AWARD_NOT_FOUND, "a-1");
    }

    private static ReduceAward to(String amount) {
        return new ReduceAward("a-1", usd(amount), "less is needed");
    }

    private static AwardReduced reduced(String to, String by) {
        return AwardStreams.reduced(to, by, "less is needed", TODAY);
    }
}
