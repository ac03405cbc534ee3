package colophon.commands.credential;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.CREDENTIAL_ENDED;
import static colophon.commands.Reason.CREDENTIAL_NOT_FOUND;
import static colophon.commands.credential.CredentialFacts.MAY;
import static colophon.commands.credential.CredentialFacts.TODAY;
import static colophon.commands.credential.CredentialFacts.conferred;
import static colophon.commands.credential.CredentialFacts.reinstated;
import static colophon.commands.credential.CredentialFacts.revoked;
import static colophon.commands.credential.CredentialFacts.superseded;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;

class RevokeCredentialTest {

    @Test
    void revokes_today_when_no_day_is_given() {
        given(Credential.STREAM, conferred())
                .when(state -> Credential.decide(revoke("plagiarism", null), state, TODAY))
                .then(revoked("plagiarism", TODAY));
    }

    @Test
    void revokes_on_the_day_that_is_given() {
        given(Credential.STREAM, conferred())
                .when(state -> Credential.decide(revoke("plagiarism", MAY), state, TODAY))
                .then(revoked("plagiarism", MAY));
    }

    @Test
    void revokes_again_after_a_reinstatement() {
        given(Credential.STREAM, conferred(), revoked("plagiarism", MAY), reinstated("cleared"))
                .when(state -> Credential.decide(revoke("plagiarism", null), state, TODAY))
                .then(revoked("plagiarism", TODAY));
    }

    @Test
    void recognises_a_repeated_request_on_a_later_day() {
        given(Credential.STREAM, conferred(), revoked("plagiarism", MAY))
                .when(state -> Credential.decide(revoke("plagiarism", null), state, TODAY))
                .thenNothing();
    }

    @Test
    void refuses_what_was_revoked_for_another_reason_or_replaced() {
        given(Credential.STREAM, conferred(), revoked("plagiarism", MAY))
                .when(state -> Credential.decide(revoke("fees", null), state, TODAY))
                .thenRefused(CREDENTIAL_ENDED, "k-1");
        given(Credential.STREAM, conferred(), superseded())
                .when(state -> Credential.decide(revoke("fees", null), state, TODAY))
                .thenRefused(CREDENTIAL_ENDED, "k-1", "k-2");
    }

    @Test
    void refuses_a_credential_there_is_not() {
        given(Credential.STREAM)
                .when(state -> Credential.decide(revoke("fees", null), state, TODAY))
                .thenRefused(CREDENTIAL_NOT_FOUND, "k-1");
    }

    private static RevokeCredential revoke(String reason, @Nullable LocalDate on) {
        return new RevokeCredential("k-1", reason, on);
    }
}
