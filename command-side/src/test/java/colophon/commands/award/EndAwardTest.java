package colophon.commands.award;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.AWARD_ENDED;
import static colophon.commands.Reason.AWARD_NOT_FOUND;
import static colophon.commands.award.AwardFacts.TODAY;
import static colophon.commands.award.AwardFacts.accepted;
import static colophon.commands.award.AwardFacts.offered;
import static colophon.commands.award.AwardFacts.offeredUntil;
import static colophon.commands.award.AwardFacts.released;
import static colophon.commands.award.AwardFacts.revoked;

import org.junit.jupiter.api.Test;

class EndAwardTest {

    @Test
    void releases_an_offered_award() {
        given(Award.STREAM, offered())
                .when(state -> Award.decide(release("moved"), state, TODAY))
                .then(released("moved"));
    }

    @Test
    void releases_an_accepted_award() {
        given(Award.STREAM, offered(), accepted())
                .when(state -> Award.decide(release("moved"), state, TODAY))
                .then(released("moved"));
    }

    @Test
    void revokes_an_offered_award() {
        given(Award.STREAM, offered())
                .when(state -> Award.decide(revoke("not eligible"), state, TODAY))
                .then(revoked("not eligible"));
    }

    @Test
    void revokes_an_accepted_award() {
        given(Award.STREAM, offered(), accepted())
                .when(state -> Award.decide(revoke("not eligible"), state, TODAY))
                .then(revoked("not eligible"));
    }

    @Test
    void releases_an_award_that_has_expired() {
        given(Award.STREAM, offeredUntil(TODAY.minusDays(1)))
                .when(state -> Award.decide(release("expired"), state, TODAY))
                .then(released("expired"));
    }

    @Test
    void recognises_a_repeated_release() {
        given(Award.STREAM, offered(), released("moved"))
                .when(state -> Award.decide(release("moved"), state, TODAY))
                .thenNothing();
    }

    @Test
    void recognises_a_repeated_revocation() {
        given(Award.STREAM, offered(), accepted(), revoked("not eligible"))
                .when(state -> Award.decide(revoke("not eligible"), state, TODAY))
                .thenNothing();
    }

    @Test
    void refuses_to_release_for_another_reason() {
        given(Award.STREAM, offered(), released("moved"))
                .when(state -> Award.decide(release("ill"), state, TODAY))
                .thenRefused(AWARD_ENDED, "a-1");
    }

    @Test
    void refuses_to_revoke_what_was_released() {
        given(Award.STREAM, offered(), released("moved"))
                .when(state -> Award.decide(revoke("moved"), state, TODAY))
                .thenRefused(AWARD_ENDED, "a-1");
    }

    @Test
    void refuses_to_release_what_was_revoked() {
        given(Award.STREAM, offered(), revoked("moved"))
                .when(state -> Award.decide(release("moved"), state, TODAY))
                .thenRefused(AWARD_ENDED, "a-1");
    }

    @Test
    void refuses_an_award_nobody_made() {
        given(Award.STREAM)
                .when(state -> Award.decide(release("moved"), state, TODAY))
                .thenRefused(AWARD_NOT_FOUND, "a-1");
    }

    private static EndAward release(String reason) {
        return new EndAward("a-1", false, reason);
    }

    private static EndAward revoke(String reason) {
        return new EndAward("a-1", true, reason);
    }
}
