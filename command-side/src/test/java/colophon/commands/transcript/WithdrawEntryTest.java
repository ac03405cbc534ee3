package colophon.commands.transcript;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ENTRY_NOT_FOUND;
import static colophon.commands.Reason.ENTRY_WITHDRAWN;
import static colophon.commands.transcript.Made.MAY;
import static colophon.commands.transcript.Made.THREE;
import static colophon.commands.transcript.Made.completion;
import static colophon.commands.transcript.Made.credit;
import static colophon.commands.transcript.Made.sharing;
import static colophon.commands.transcript.Made.substitution;
import static colophon.commands.transcript.Made.waiver;
import static colophon.commands.transcript.Made.withdrawn;

import colophon.events.transcript.TranscriptEvent;

import org.junit.jupiter.api.Test;

import java.util.List;

class WithdrawEntryTest {

    @Test
    void withdraws_an_entry_of_every_kind() {
        for (TranscriptEvent entry :
                List.of(credit(THREE, MAY), waiver(null), substitution(), sharing("e-1")))
            given(Entries.SUBJECT, entry)
                    .when(state -> Entries.decide(withdraw("x-1", "mistaken"), state))
                    .then(withdrawn());
    }

    @Test
    void recognises_a_repeated_request() {
        given(Entries.SUBJECT, waiver(null), withdrawn())
                .when(state -> Entries.decide(withdraw("x-1", "mistaken"), state))
                .thenNothing();
    }

    @Test
    void refuses_what_was_withdrawn_for_another_reason() {
        given(Entries.SUBJECT, waiver(null), withdrawn())
                .when(state -> Entries.decide(withdraw("x-1", "other"), state))
                .thenRefused(ENTRY_WITHDRAWN, "x-1", "mistaken");
    }

    @Test
    void refuses_what_is_not_there_and_a_completion_which_is_reversed_instead() {
        given(Entries.SUBJECT)
                .when(state -> Entries.decide(withdraw("x-1", "mistaken"), state))
                .thenRefused(ENTRY_NOT_FOUND, "x-1");
        given(Entries.SUBJECT, completion())
                .when(state -> Entries.decide(withdraw("e-1", "mistaken"), state))
                .thenRefused(ENTRY_NOT_FOUND, "e-1");
    }

    private static WithdrawEntry withdraw(String id, String reason) {
        return new WithdrawEntry("s-1", id, reason);
    }
}
