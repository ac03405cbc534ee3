package colophon.commands.credential;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.CREDENTIAL_ENDED;
import static colophon.commands.Reason.CREDENTIAL_NOT_FOUND;
import static colophon.commands.Reason.NOT_REVOKED;
import static colophon.commands.credential.Held.MAY;
import static colophon.commands.credential.Held.TODAY;
import static colophon.commands.credential.Held.conferred;
import static colophon.commands.credential.Held.reinstated;
import static colophon.commands.credential.Held.revoked;
import static colophon.commands.credential.Held.superseded;

import org.junit.jupiter.api.Test;

class ReinstateCredentialTest {

    private static final ReinstateCredential CLEARED = new ReinstateCredential("k-1", "cleared");

    @Test
    void takes_a_revocation_back() {
        given(Credential.SUBJECT, conferred(), revoked("plagiarism", MAY))
                .when(state -> Credential.decide(CLEARED, state, TODAY))
                .then(reinstated("cleared"));
    }

    @Test
    void recognises_a_repeated_request() {
        given(Credential.SUBJECT, conferred(), revoked("plagiarism", MAY), reinstated("cleared"))
                .when(state -> Credential.decide(CLEARED, state, TODAY))
                .thenNothing();
    }

    @Test
    void refuses_what_was_never_revoked() {
        given(Credential.SUBJECT, conferred())
                .when(state -> Credential.decide(CLEARED, state, TODAY))
                .thenRefused(NOT_REVOKED, "k-1");
    }

    @Test
    void refuses_what_was_replaced() {
        given(Credential.SUBJECT, conferred(), superseded())
                .when(state -> Credential.decide(CLEARED, state, TODAY))
                .thenRefused(CREDENTIAL_ENDED, "k-1", "k-2");
    }

    @Test
    void refuses_a_credential_there_is_not() {
        given(Credential.SUBJECT)
                .when(state -> Credential.decide(CLEARED, state, TODAY))
                .thenRefused(CREDENTIAL_NOT_FOUND, "k-1");
    }
}
