package colophon.commands.award;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.AWARD_ENDED;
import static colophon.commands.Reason.AWARD_NOT_FOUND;
import static colophon.commands.award.AwardFacts.TODAY;
import static colophon.commands.award.AwardFacts.accepted;
import static colophon.commands.award.AwardFacts.offered;
import static colophon.commands.award.AwardFacts.revoked;

import colophon.events.award.AlternatesRanked;

import org.junit.jupiter.api.Test;

import java.util.List;

class RankAlternatesTest {

    @Test
    void ranks_who_comes_next() {
        given(Award.STREAM, offered())
                .when(state -> Award.decide(rank("s-2", "s-3"), state, TODAY))
                .then(ranked("s-2", "s-3"));
    }

    @Test
    void replaces_an_earlier_ranking() {
        given(Award.STREAM, offered(), ranked("s-2", "s-3"), accepted())
                .when(state -> Award.decide(rank("s-3", "s-2"), state, TODAY))
                .then(ranked("s-3", "s-2"));
    }

    @Test
    void recognises_the_same_ranking() {
        given(Award.STREAM, offered(), ranked("s-2"))
                .when(state -> Award.decide(rank("s-2"), state, TODAY))
                .thenNothing();
        given(Award.STREAM, offered())
                .when(state -> Award.decide(rank(), state, TODAY))
                .thenNothing();
    }

    @Test
    void refuses_an_award_that_ended() {
        given(Award.STREAM, offered(), revoked("moved"))
                .when(state -> Award.decide(rank("s-2"), state, TODAY))
                .thenRefused(AWARD_ENDED, "a-1");
    }

    @Test
    void refuses_an_award_nobody_made() {
        given(Award.STREAM)
                .when(state -> Award.decide(rank("s-2"), state, TODAY))
                .thenRefused(AWARD_NOT_FOUND, "a-1");
    }

    private static RankAlternates rank(String... studentIds) {
        return new RankAlternates("a-1", List.of(studentIds));
    }

    private static AlternatesRanked ranked(String... studentIds) {
        return new AlternatesRanked("a-1", "f-1", "s-1", List.of(studentIds), TODAY);
    }
}
