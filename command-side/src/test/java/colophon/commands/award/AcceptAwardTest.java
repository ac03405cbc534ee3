package colophon.commands.award;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.AWARD_ENDED;
import static colophon.commands.Reason.AWARD_EXPIRED;
import static colophon.commands.Reason.AWARD_NOT_FOUND;
import static colophon.commands.award.AwardFacts.TODAY;
import static colophon.commands.award.AwardFacts.accepted;
import static colophon.commands.award.AwardFacts.offered;
import static colophon.commands.award.AwardFacts.offeredUntil;
import static colophon.commands.award.AwardFacts.released;
import static colophon.commands.award.AwardFacts.revoked;

import org.junit.jupiter.api.Test;

class AcceptAwardTest {

    private static final AcceptAward ACCEPT = new AcceptAward("a-1");

    @Test
    void accepts_what_was_offered() {
        given(Award.STREAM, offered())
                .when(state -> Award.decide(ACCEPT, state, TODAY))
                .then(accepted());
    }

    @Test
    void accepts_on_the_last_day() {
        given(Award.STREAM, offeredUntil(TODAY))
                .when(state -> Award.decide(ACCEPT, state, TODAY))
                .then(AwardStreams.acceptance("500", TODAY, false));
    }

    @Test
    void refuses_the_day_after_the_last() {
        given(Award.STREAM, offeredUntil(TODAY.minusDays(1)))
                .when(state -> Award.decide(ACCEPT, state, TODAY))
                .thenRefused(AWARD_EXPIRED, "a-1", "2026-05-31");
    }

    @Test
    void recognises_a_repeated_request() {
        given(Award.STREAM, offered(), accepted())
                .when(state -> Award.decide(ACCEPT, state, TODAY))
                .thenNothing();
    }

    @Test
    void recognises_a_repeated_request_after_the_last_day() {
        given(Award.STREAM, offeredUntil(TODAY.minusDays(1)), accepted())
                .when(state -> Award.decide(ACCEPT, state, TODAY))
                .thenNothing();
    }

    @Test
    void refuses_what_was_given_back() {
        given(Award.STREAM, offered(), released("moved"))
                .when(state -> Award.decide(ACCEPT, state, TODAY))
                .thenRefused(AWARD_ENDED, "a-1");
    }

    @Test
    void refuses_what_was_taken_back() {
        given(Award.STREAM, offered(), accepted(), revoked("not eligible"))
                .when(state -> Award.decide(ACCEPT, state, TODAY))
                .thenRefused(AWARD_ENDED, "a-1");
    }

    @Test
    void refuses_an_award_nobody_made() {
        given(Award.STREAM)
                .when(state -> Award.decide(ACCEPT, state, TODAY))
                .thenRefused(AWARD_NOT_FOUND, "a-1");
    }
}
