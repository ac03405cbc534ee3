package colophon.commands.transcript;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ENTRY_NOT_FOUND;
import static colophon.commands.Reason.ENTRY_WITHDRAWN;
import static colophon.commands.transcript.TranscriptFacts.MAY;
import static colophon.commands.transcript.TranscriptFacts.THREE;
import static colophon.commands.transcript.TranscriptFacts.completion;
import static colophon.commands.transcript.TranscriptFacts.credit;
import static colophon.commands.transcript.TranscriptFacts.sharing;
import static colophon.commands.transcript.TranscriptFacts.substitution;
import static colophon.commands.transcript.TranscriptFacts.waiver;
import static colophon.commands.transcript.TranscriptFacts.withdrawn;

import colophon.events.transcript.TranscriptEvent;

import org.junit.jupiter.api.Test;

import java.util.List;

class WithdrawTranscriptEntryTest {

    @Test
    void withdraws_an_entry_of_every_kind() {
        for (TranscriptEvent entry :
                List.of(credit(THREE, MAY), waiver(null), substitution(), sharing("e-1")))
            given(TranscriptRules.STREAM, entry)
                    .when(state -> TranscriptRules.decide(withdraw("x-1", "mistaken"), state))
                    .then(withdrawn());
    }

    @Test
    void recognises_a_repeated_request() {
        given(TranscriptRules.STREAM, waiver(null), withdrawn())
                .when(state -> TranscriptRules.decide(withdraw("x-1", "mistaken"), state))
                .thenNothing();
    }

    @Test
    void refuses_what_was_withdrawn_for_another_reason() {
        given(TranscriptRules.STREAM, waiver(null), withdrawn())
                .when(state -> TranscriptRules.decide(withdraw("x-1", "other"), state))
                .thenRefused(ENTRY_WITHDRAWN, "x-1", "mistaken");
    }

    @Test
    void refuses_what_is_not_there_and_a_completion_which_is_reversed_instead() {
        given(TranscriptRules.STREAM)
                .when(state -> TranscriptRules.decide(withdraw("x-1", "mistaken"), state))
                .thenRefused(ENTRY_NOT_FOUND, "x-1");
        given(TranscriptRules.STREAM, completion())
                .when(state -> TranscriptRules.decide(withdraw("e-1", "mistaken"), state))
                .thenRefused(ENTRY_NOT_FOUND, "e-1");
    }

    private static WithdrawTranscriptEntry withdraw(String id, String reason) {
        return new WithdrawTranscriptEntry("s-1", id, reason);
    }
}
