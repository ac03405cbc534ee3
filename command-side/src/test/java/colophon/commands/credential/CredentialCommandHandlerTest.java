package colophon.commands.credential;

import static colophon.commands.Reason.CANDIDACY_NOT_FOUND;
import static colophon.commands.Reason.CREDENTIAL_ENDED;
import static colophon.commands.Reason.CREDENTIAL_NOT_FOUND;
import static colophon.commands.Reason.REQUIREMENT_NOT_MET;
import static colophon.commands.Reason.REQUIREMENT_UNDECIDED;
import static colophon.commands.campus.Campus.TODAY;
import static colophon.commands.campus.Campus.enroll;
import static colophon.commands.campus.Campus.offering;
import static colophon.commands.candidacy.Graduation.ONE_OF_THE_PROGRAM;
import static colophon.commands.candidacy.Graduation.all;
import static colophon.commands.candidacy.Graduation.refused;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.commands.campus.Campus;
import colophon.commands.campus.CommandSide;
import colophon.commands.enrollment.outcome.RecordOutcome;
import colophon.commands.enrollment.outcome.ReverseCompletion;
import colophon.commands.gateway.CommandAnswer;
import colophon.commands.program.DefineCertificate;
import colophon.commands.program.ListCourse;
import colophon.commands.student.DeclareCandidacy;
import colophon.commands.transcript.TransferCredit;
import colophon.events.credential.CertificateConferred;
import colophon.events.credential.CredentialReinstated;
import colophon.events.credential.CredentialRevoked;
import colophon.events.credential.CredentialState;
import colophon.events.requirement.CourseSet;
import colophon.events.requirement.Requirement;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

@Timeout(300)
class CredentialCommandHandlerTest {

    private final CommandSide office = Campus.open();

    @BeforeEach
    void declare_for_a_certificate_that_needs_approval() {
        office.send(new DefineCertificate("c-1", "rbs", "Books", "approval", ONE_OF_THE_PROGRAM));
        office.send(new DeclareCandidacy("s-1", "c-1", false, null));
        office.send(offering("o-1", 5));
        office.send(enroll("e-1", "s-1", "o-1"));
    }

    /** A requirement that takes too much work to decide leads to no conferral and no revocation. */
    @Test
    void neither_confers_nor_revokes_what_takes_too_much_work_to_tell() {
        var much = new Requirement.Units(BigDecimal.valueOf(999), new CourseSet.OfProgram());
        var few = new Requirement.MaxTransferred(BigDecimal.valueOf(20), much);
        var either = new Requirement.Choose(1, List.of(PALEOGRAPHY, few));
        office.send(new DefineCertificate("c-2", "rbs", "Maps", "approval", few));
        office.send(new DefineCertificate("c-3", "rbs", "Globes", "automatic", either));
        for (var id : List.of("c-2", "c-3"))
            office.send(new DeclareCandidacy("s-1", id, false, null));
        for (int i = 10; i < 50; i++) {
            office.send(new ListCourse("m-1" + i, "rbs", "Maps", null, null, List.of()));
            office.send(
                    new TransferCredit(
                            "t-" + i,
                            "s-1",
                            "m-1" + i,
                            BigDecimal.valueOf(100 + i, 2),
                            null,
                            TODAY,
                            "elsewhere",
                            "known"));
        }
        assertThat(all(office, CertificateConferred.class)).isEmpty();
        refused(office, new ConferCertificate("s-1", "c-2", null), REQUIREMENT_UNDECIDED);

        complete();
        assertThat(conferred().certificateId()).isEqualTo("c-3");
        refused(office, new ReverseCompletion("e-1", "typo"), REQUIREMENT_UNDECIDED);

        office.send(new RevokeCredential(conferred().credentialId(), "first", null));
        office.send(new ReverseCompletion("e-1", "typo"));
    }

    private static final Requirement PALEOGRAPHY =
            new Requirement.Courses(1, new CourseSet.OfList(Set.of("m-20")));

    @Test
    void confers_what_is_met_once() {
        complete();
        var answer = office.send(confer(null));
        var conferred = conferred();

        assertThat(answer)
                .isEqualTo(
                        CommandAnswer.created(
                                held(conferred.credentialId(), TODAY, CredentialState.VALID)));
        assertThat(office.lastCommit()).containsExactly(conferred);
        var before = office.commits();
        assertThat(office.send(confer(null)))
                .isEqualTo(
                        CommandAnswer.ok(
                                held(conferred.credentialId(), TODAY, CredentialState.VALID)));
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

        assertThat(answer).isEqualTo(CommandAnswer.ok(held(id, TODAY, CredentialState.REVOKED)));
        assertThat(office.lastCommit())
                .containsExactly(
                        new CredentialRevoked(id, "s-1", "c-1", true, "plagiarism", TODAY));
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

        assertThat(answer).isEqualTo(CommandAnswer.ok(held(id, TODAY, CredentialState.VALID)));
        assertThat(office.lastCommit())
                .containsExactly(new CredentialReinstated(id, "s-1", "c-1", "cleared", TODAY));
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
    void of_many_at_once_one_confers() throws Exception {
        complete();
        var answers = office.race(32, _ -> confer(null));
        assertThat(answers).allMatch(CommandAnswer.class::isInstance);
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

    private static CredentialCommandHandler.CredentialResult held(
            String id, LocalDate on, CredentialState status) {
        return new CredentialCommandHandler.CredentialResult(id, "s-1", "c-1", 1, on, status);
    }
}
