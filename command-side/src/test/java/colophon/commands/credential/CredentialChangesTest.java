package colophon.commands.credential;

import static colophon.commands.Reason.CANDIDACY_NOT_FOUND;
import static colophon.commands.Reason.CREDENTIAL_ENDED;
import static colophon.commands.Reason.CREDENTIAL_NOT_FOUND;
import static colophon.commands.Reason.REQUIREMENT_NOT_MET;
import static colophon.commands.credential.ConferralStreams.K1;
import static colophon.commands.credential.ConferralStreams.K2;
import static colophon.commands.credential.ConferralStreams.NOW;
import static colophon.commands.credential.ConferralStreams.TRANSCRIPT;
import static colophon.commands.credential.ConferralStreams.candidate;
import static colophon.commands.credential.ConferralStreams.completed;
import static colophon.commands.credential.ConferralStreams.conferred;
import static colophon.commands.credential.ConferralStreams.holder;
import static colophon.commands.credential.ConferralStreams.reversed;
import static colophon.commands.credential.CredentialFacts.MAY;
import static colophon.commands.credential.CredentialFacts.TODAY;
import static colophon.commands.credential.CredentialFacts.reinstated;
import static colophon.commands.credential.CredentialFacts.revoked;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.commands.credential.CredentialChanges.MadeCredential;
import colophon.commands.loading.States;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Function;

/** A person confers, revokes or reinstates a certificate. */
class CredentialChangesTest {

    @Test
    void what_is_met_is_conferred_on_the_day_that_is_given_or_today() {
        completed("approval")
                .when(confer("c-1", MAY))
                .thenInAll(conferred("k-2", "e-1", null, MAY), K2, TRANSCRIPT)
                .andNothingElse();
        completed("approval")
                .when(confer("c-1", null))
                .then(K2, conferred("k-2", "e-1", null, TODAY));
    }

    @Test
    void what_is_conferred_already_stays_as_it_is() {
        var held = holder("approval").when(confer("c-1", null)).thenNothing().answer();

        assertThat(held).isEqualTo(new MadeCredential(conferred("k-1", "e-1", null, MAY), false));
    }

    @Test
    void refuses_to_confer_what_is_not_met() {
        candidate("approval").when(confer("c-1", null)).thenRefused(REQUIREMENT_NOT_MET, "c-1");
    }

    @Test
    void refuses_to_confer_what_the_student_did_not_declare_for() {
        candidate("approval").when(confer("c-2", null)).thenRefused(CANDIDACY_NOT_FOUND, "c-2");
    }

    @Test
    void refuses_to_confer_what_a_person_revoked() {
        ConferralStreams.revoked(holder("approval"), revoked("plagiarism", TODAY))
                .when(confer("c-1", null))
                .thenRefused(CREDENTIAL_ENDED, "c-1");
    }

    @Test
    void a_revoked_certificate_leaves_the_transcript_and_is_not_conferred_again() {
        holder("automatic")
                .whenDone(revoke("k-1"))
                .thenInAll(revoked("plagiarism", TODAY), K1, TRANSCRIPT)
                .andNothingElse();
    }

    @Test
    void recognises_a_repeated_revocation() {
        ConferralStreams.revoked(holder("automatic"), revoked("plagiarism", TODAY))
                .whenDone(revoke("k-1"))
                .thenNothing();
    }

    @Test
    void refuses_to_revoke_what_does_not_exist() {
        candidate("automatic").whenDone(revoke("k-0")).thenRefused(CREDENTIAL_NOT_FOUND, "k-0");
    }

    @Test
    void a_reinstated_certificate_is_on_the_transcript_again() {
        ConferralStreams.revoked(holder("automatic"), revoked("plagiarism", TODAY))
                .whenDone(reinstate())
                .thenInAll(reinstated("appeal"), K1, TRANSCRIPT)
                .andNothingElse();
    }

    @Test
    void refuses_to_reinstate_what_the_transcript_no_longer_earns() {
        ConferralStreams.revoked(holder("automatic"), revoked("plagiarism", TODAY))
                .and(TRANSCRIPT, reversed("e-1"))
                .whenDone(reinstate())
                .thenRefused(REQUIREMENT_NOT_MET, "c-1");
    }

    @Test
    void refuses_to_reinstate_what_another_credential_replaced() {
        ConferralStreams.revoked(holder("automatic"), revoked("plagiarism", TODAY))
                .and(TRANSCRIPT, conferred("k-2", "e-1", null, TODAY))
                .whenDone(reinstate())
                .thenRefused(CREDENTIAL_ENDED, "k-1", "k-2");
    }

    private static Function<States, MadeCredential> confer(
            String certificateId, @Nullable LocalDate on) {
        var command = new ConferCertificate("s-1", certificateId, on);
        return states -> changes(states).confer(command, NOW);
    }

    private static Consumer<States> revoke(String id) {
        var command = new RevokeCredential(id, "plagiarism", null);
        return states -> changes(states).revoke(command, NOW);
    }

    private static Consumer<States> reinstate() {
        var command = new ReinstateCredential("k-1", "appeal");
        return states -> changes(states).reinstate(command, NOW);
    }

    private static CredentialChanges changes(States states) {
        return new CredentialChanges(states, () -> "k-2");
    }
}
