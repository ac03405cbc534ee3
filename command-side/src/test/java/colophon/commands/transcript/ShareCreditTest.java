package colophon.commands.transcript;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ENTRY_NOT_FOUND;
import static colophon.commands.Reason.ENTRY_WITHDRAWN;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.transcript.TranscriptFacts.MAY;
import static colophon.commands.transcript.TranscriptFacts.TODAY;
import static colophon.commands.transcript.TranscriptFacts.completion;
import static colophon.commands.transcript.TranscriptFacts.sharing;
import static colophon.commands.transcript.TranscriptFacts.withdrawn;

import colophon.events.transcript.CreditTransferred;
import colophon.events.transcript.RequirementWaived;

import org.junit.jupiter.api.Test;

class ShareCreditTest {

    @Test
    void a_completion_also_counts_toward_a_degree() {
        given(TranscriptRules.STREAM, completion())
                .when(state -> TranscriptRules.decide(share("e-1"), state))
                .then(sharing("e-1"));
    }

    @Test
    void so_may_a_transferred_credit() {
        given(
                        TranscriptRules.STREAM,
                        new CreditTransferred(
                                "s-1", "t-1", "m-1", "rbs", "uva", null, null, MAY, "North", "ok"))
                .when(state -> TranscriptRules.decide(share("t-1"), state))
                .then(sharing("t-1"));
    }

    @Test
    void recognises_a_repeated_request() {
        given(TranscriptRules.STREAM, completion(), sharing("e-1"))
                .when(state -> TranscriptRules.decide(share("e-1"), state))
                .thenNothing();
    }

    @Test
    void refuses_what_is_no_completion_and_no_credit() {
        given(
                        TranscriptRules.STREAM,
                        new RequirementWaived(
                                "s-1", "w-1", "c-1", 1, "/courses", null, "known", TODAY))
                .when(state -> TranscriptRules.decide(share("w-1"), state))
                .thenRefused(ENTRY_NOT_FOUND, "w-1");
        given(TranscriptRules.STREAM)
                .when(state -> TranscriptRules.decide(share("e-1"), state))
                .thenRefused(ENTRY_NOT_FOUND, "e-1");
    }

    @Test
    void refuses_the_id_of_another_sharing() {
        given(TranscriptRules.STREAM, completion(), sharing("e-1"))
                .when(state -> TranscriptRules.decide(share("e-2"), state))
                .thenRefused(ID_TAKEN, "x-1");
    }

    @Test
    void refuses_what_was_withdrawn() {
        given(TranscriptRules.STREAM, completion(), sharing("e-1"), withdrawn())
                .when(state -> TranscriptRules.decide(share("e-1"), state))
                .thenRefused(ENTRY_WITHDRAWN, "x-1", "mistaken");
    }

    private static ShareCredit share(String creditId) {
        return new ShareCredit("x-1", "s-1", creditId, "MA", "says its registrar");
    }
}
