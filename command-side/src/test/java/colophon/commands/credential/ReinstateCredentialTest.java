package colophon.commands.credential;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.CREDENTIAL_ENDED;
import static colophon.commands.Reason.CREDENTIAL_NOT_FOUND;
import static colophon.commands.Reason.NOT_REVOKED;
import static colophon.commands.credential.CredentialFacts.MAY;
import static colophon.commands.credential.CredentialFacts.TODAY;
import static colophon.commands.credential.CredentialFacts.conferred;
import static colophon.commands.credential.CredentialFacts.reinstated;
import static colophon.commands.credential.CredentialFacts.revoked;
import static colophon.commands.credential.CredentialFacts.superseded;

import org.junit.jupiter.api.Test;

class ReinstateCredentialTest {

    private static final ReinstateCredential CLEARED = new ReinstateCredential("k-1", "cleared");

    @Test
    void takes_a_revocation_back() {
        given(Credential.STREAM, conferred(), revoked("plagiarism", MAY))
                .when(state -> Credential.decide(CLEARED, state, TODAY))
                .then(reinstated("cleared"));
    }

    @Test
    void recognises_a_repeated_request() {
        given(Credential.STREAM, conferred(), revoked("plagiarism", MAY), reinstated("cleared"))
                .when(state -> Credential.decide(CLEARED, state, TODAY))
                .thenNothing();
    }

    @Test
    void refuses_what_was_never_revoked() {
        given(Credential.STREAM, conferred())
                .when(state -> Credential.decide(CLEARED, state, TODAY))
                .thenRefused(NOT_REVOKED, "k-1");
    }

    @Test
    void refuses_what_was_replaced() {
        given(Credential.STREAM, conferred(), superseded())
                .when(state -> Credential.decide(CLEARED, state, TODAY))
                .thenRefused(CREDENTIAL_ENDED, "k-1", "k-2");
    }

    @Test
    void refuses_a_credential_there_is_not() {
        given(Credential.STREAM)
                .when(state -> Credential.decide(CLEARED, state, TODAY))
                .thenRefused(CREDENTIAL_NOT_FOUND, "k-1");
    }
}
