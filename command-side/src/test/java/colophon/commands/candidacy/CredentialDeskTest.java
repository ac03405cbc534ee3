package colophon.commands.candidacy;

import static colophon.commands.Reason.CANDIDACY_NOT_FOUND;
import static colophon.commands.Reason.CREDENTIAL_ENDED;
import static colophon.commands.Reason.CREDENTIAL_NOT_FOUND;
import static colophon.commands.Reason.REQUIREMENT_NOT_MET;
import static colophon.commands.campus.Campus.TODAY;
import static colophon.commands.campus.Campus.enroll;
import static colophon.commands.campus.Campus.offering;
import static colophon.commands.candidacy.Graduation.ONE_OF_THE_PROGRAM;
import static colophon.commands.candidacy.Graduation.all;
import static colophon.commands.candidacy.Graduation.refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import colophon.commands.campus.Campus;
import colophon.commands.campus.Office;
import colophon.commands.credential.ConferCertificate;
import colophon.commands.credential.ReinstateCredential;
import colophon.commands.credential.RevokeCredential;
import colophon.commands.desk.Answer;
import colophon.commands.enrollment.RecordOutcome;
import colophon.commands.enrollment.ReverseCompletion;
import colophon.commands.program.DefineCertificate;
import colophon.commands.student.DeclareCandidacy;
import colophon.events.credential.CertificateConferred;
import colophon.events.credential.CredentialReinstated;
import colophon.events.credential.CredentialRevoked;
import colophon.events.transcript.ConferralPosted;
import colophon.events.transcript.ConferralRemoved;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

class CredentialDeskTest {

    private final Office office = Campus.open();

    @BeforeEach
    void declare_for_a_certificate_that_needs_approval() {
        office.send(new DefineCertificate("c-1", "rbs", "Books", "approval", ONE_OF_THE_PROGRAM));
        office.send(new DeclareCandidacy("s-1", "c-1", false, null));
        office.send(offering("o-1", 5));
        office.send(enroll("e-1", "s-1", "o-1"));
    }

    @Test
    void confers_what_is_met_once() {
        complete();
        var answer = office.send(confer(null));
        var conferred = conferred();

        assertThat(answer)
                .isEqualTo(Answer.created(held(conferred.credentialId(), TODAY, "valid")));
        assertThat(office.lastCommit())
                .containsExactly(
                        conferred,
                        new ConferralPosted(
                                "s-1", "c-1", conferred.credentialId(), List.of("e-1"), List.of()));
        var before = office.commits();
        assertThat(office.send(confer(null)))
                .isEqualTo(Answer.ok(held(conferred.credentialId(), TODAY, "valid")));
        assertThat(office.commits()).isEqualTo(before);
    }

    @Test
    void confers_on_the_day_that_is_given() {
        complete();
        var day = LocalDate.of(2025, 5, 20);
        office.send(confer(day));

        assertThat(conferred().conferredOn()).isEqualTo(day);
    }

    @Test
    void refuses_to_confer_what_is_not_met_or_not_declared_for() {
        refused(office, confer(null), REQUIREMENT_NOT_MET);
        refused(office, new ConferCertificate("s-2", "c-1", null), CANDIDACY_NOT_FOUND);
    }

    @Test
    void revokes_and_does_not_confer_again() {
        complete();
        office.send(confer(null));
        var id = conferred().credentialId();
        var revoke = new RevokeCredential(id, "plagiarism", null);
        var answer = office.send(revoke);

        assertThat(answer).isEqualTo(Answer.ok(held(id, TODAY, "revoked")));
        assertThat(office.lastCommit())
                .containsExactly(
                        new CredentialRevoked(id, "s-1", "c-1", true, "plagiarism", TODAY),
                        new ConferralRemoved("s-1", "c-1", id, true));
        var before = office.commits();
        assertThat(office.send(revoke)).isEqualTo(answer);
        assertThat(office.commits()).isEqualTo(before);
        refused(office, confer(null), CREDENTIAL_ENDED);
    }

    @Test
    void reinstates_what_the_transcript_still_earns() {
        complete();
        office.send(confer(null));
        var id = conferred().credentialId();
        office.send(new RevokeCredential(id, "plagiarism", null));
        var answer = office.send(new ReinstateCredential(id, "cleared"));

        assertThat(answer).isEqualTo(Answer.ok(held(id, TODAY, "valid")));
        assertThat(office.lastCommit())
                .containsExactly(
                        new CredentialReinstated(id, "s-1", "c-1", "cleared", TODAY),
                        new ConferralPosted("s-1", "c-1", id, List.of("e-1"), List.of()));
    }

    @Test
    void refuses_to_reinstate_what_the_transcript_does_not_earn_any_more() {
        complete();
        office.send(confer(null));
        var id = conferred().credentialId();
        office.send(new ReverseCompletion("e-1", "wrong student"));

        refused(office, new ReinstateCredential(id, "cleared"), REQUIREMENT_NOT_MET);
    }

    @Test
    void refuses_to_reinstate_beside_another() {
        complete();
        office.send(confer(null));
        var id = conferred().credentialId();
        office.send(new ReverseCompletion("e-1", "wrong grade"));
        office.send(new RecordOutcome("e-1", true, "B", null));
        office.send(confer(null));

        refused(office, new ReinstateCredential(id, "cleared"), CREDENTIAL_ENDED);
    }

    @Test
    void refuses_a_credential_there_is_not() {
        refused(office, new RevokeCredential("k-0", "wrong", null), CREDENTIAL_NOT_FOUND);
        refused(office, new ReinstateCredential("k-0", "wrong"), CREDENTIAL_NOT_FOUND);
    }

    @Test
    void of_many_at_once_one_confers() {
        complete();
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> {
                    var answers = office.race(32, _ -> confer(null));
                    assertThat(answers).allMatch(Answer.class::isInstance);
                });
        assertThat(all(office, CertificateConferred.class)).hasSize(1);
    }

    private void complete() {
        office.send(new RecordOutcome("e-1", true, "A", null));
    }

    private CertificateConferred conferred() {
        return all(office, CertificateConferred.class).getFirst();
    }

    private static ConferCertificate confer(@Nullable LocalDate on) {
        return new ConferCertificate("s-1", "c-1", on);
    }

    private static CredentialDesk.Held held(String id, LocalDate on, String status) {
        return new CredentialDesk.Held(id, "s-1", "c-1", 1, on, status);
    }
}
