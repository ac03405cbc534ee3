package colophon.commands.enrollment.outcome;

import static colophon.commands.Reason.ENROLLMENT_NOT_FOUND;
import static colophon.commands.campus.Campus.TODAY;
import static colophon.commands.campus.Campus.enroll;
import static colophon.commands.campus.Campus.offering;
import static colophon.commands.candidacy.Graduation.ONE_OF_THE_PROGRAM;
import static colophon.commands.candidacy.Graduation.all;
import static colophon.commands.candidacy.Graduation.refused;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.commands.campus.Campus;
import colophon.commands.campus.CommandSide;
import colophon.commands.campus.Sums;
import colophon.commands.credential.RevokeCredential;
import colophon.commands.gateway.CommandAnswer;
import colophon.commands.program.DefineCertificate;
import colophon.commands.program.ListCourse;
import colophon.commands.student.DeclareCandidacy;
import colophon.commands.transcript.TranscriptRules;
import colophon.events.credential.CertificateConferred;
import colophon.events.credential.CredentialRevoked;
import colophon.events.credential.CredentialSuperseded;
import colophon.events.enrollment.CompletionReversed;
import colophon.events.enrollment.CourseCompleted;
import colophon.events.enrollment.CourseNotCompleted;
import colophon.events.enrollment.EnrollmentState;
import colophon.events.progress.completions.Transcript;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.List;

class CompletionCommandHandlerTest {

    private final CommandSide office = Campus.open();

    @BeforeEach
    void enroll_two_students() {
        office.send(offering("o-1", 5));
        office.send(new ListCourse("m-30", "rbs", "Globes", null, new BigDecimal("3"), List.of()));
        office.send(offering("o-2", "m-30", 5, Sums.usd("1"), TODAY));
        office.send(enroll("e-1", "s-1", "o-1"));
        office.send(enroll("e-2", "s-1", "o-2"));
    }

    @Test
    void records_an_outcome_on_the_day_it_is_at_the_institution_and_on_the_transcript() {
        var answer = office.send(new RecordOutcome("e-2", true, "A", null));

        assertThat(answer)
                .isEqualTo(
                        CommandAnswer.ok(
                                new CompletionCommandHandler.OutcomeResult(
                                        "e-2", EnrollmentState.FINISHED)));
        assertThat(office.lastCommit())
                .containsExactly(
                        new CourseCompleted(
                                "e-2",
                                "s-1",
                                "m-30",
                                "rbs",
                                "ucla",
                                new BigDecimal("3"),
                                "A",
                                TODAY));
    }

    @Test
    void a_course_that_was_not_completed_is_not_on_the_transcript() {
        office.send(new RecordOutcome("e-1", false, "F", null));

        assertThat(office.lastCommit())
                .containsExactly(new CourseNotCompleted("e-1", "s-1", "m-20", "F", TODAY));
    }

    @Test
    void reverses_an_outcome_on_the_transcript_too() {
        office.send(new RecordOutcome("e-1", true, "A", null));
        var answer = office.send(new ReverseCompletion("e-1", "wrong student"));

        assertThat(answer)
                .isEqualTo(
                        CommandAnswer.ok(
                                new CompletionCommandHandler.OutcomeResult(
                                        "e-1", EnrollmentState.ENROLLED)));
        assertThat(office.lastCommit())
                .containsExactly(new CompletionReversed("e-1", "s-1", "m-20", "wrong student"));
        assertThat(transcript().completions()).isEmpty();
    }

    @Test
    void repeated_requests_change_nothing() {
        define("automatic");
        office.send(new RecordOutcome("e-1", true, "A", null));
        var recorded = office.commits();
        office.send(new RecordOutcome("e-1", true, "A", null));
        assertThat(office.commits()).isEqualTo(recorded);

        office.send(new ReverseCompletion("e-1", "wrong student"));
        var reversed = office.commits();
        office.send(new ReverseCompletion("e-1", "wrong student"));
        assertThat(office.commits()).isEqualTo(reversed);
    }

    @Test
    void refuses_an_outcome_and_a_reversal_without_an_enrollment() {
        refused(office, new RecordOutcome("e-0", true, null, null), ENROLLMENT_NOT_FOUND);
        refused(office, new ReverseCompletion("e-0", "wrong"), ENROLLMENT_NOT_FOUND);
    }

    @Test
    void the_completion_that_meets_the_requirement_confers_the_certificate_in_its_commit() {
        define("automatic");
        office.send(new RecordOutcome("e-1", true, "A", TODAY.minusDays(9)));

        var conferred = all(office, CertificateConferred.class).getFirst();
        assertThat(conferred)
                .usingRecursiveComparison()
                .ignoringFields("credentialId")
                .isEqualTo(
                        new CertificateConferred(
                                "",
                                "s-1",
                                "c-1",
                                "rbs",
                                "ucla",
                                1,
                                null,
                                List.of("e-1"),
                                List.of(),
                                null,
                                TODAY));
        assertThat(office.lastCommit()).hasSize(2).contains(conferred);
        assertThat(transcript().conferral("c-1")).isEqualTo(conferred);
    }

    @Test
    void a_further_completion_confers_nothing_more() {
        define("automatic");
        office.send(new RecordOutcome("e-1", true, "A", null));
        office.send(new RecordOutcome("e-2", true, "A", null));

        assertThat(all(office, CertificateConferred.class)).hasSize(1);
        assertThat(office.lastCommit()).hasSize(1);
    }

    @Test
    void a_certificate_that_needs_approval_is_not_conferred_by_itself() {
        define("approval");
        office.send(new RecordOutcome("e-1", true, "A", null));

        assertThat(all(office, CertificateConferred.class)).isEmpty();
    }

    @Test
    void the_reversal_that_unmakes_it_revokes_the_certificate_for_that_reason() {
        define("automatic");
        office.send(new RecordOutcome("e-1", true, "A", null));
        var id = all(office, CertificateConferred.class).getFirst().credentialId();
        office.send(new ReverseCompletion("e-1", "wrong student"));

        assertThat(office.lastCommit())
                .containsExactly(
                        new CompletionReversed("e-1", "s-1", "m-20", "wrong student"),
                        new CredentialRevoked(id, "s-1", "c-1", false, "wrong student", TODAY));
    }

    @Test
    void what_is_completed_after_such_a_revocation_confers_it_again() {
        define("automatic");
        office.send(new RecordOutcome("e-1", true, "A", null));
        office.send(new ReverseCompletion("e-1", "wrong grade"));
        office.send(new RecordOutcome("e-1", true, "B", null));

        assertThat(all(office, CertificateConferred.class))
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allMatch(conferred -> conferred.supersedes() == null);
    }

    @Test
    void what_somebody_revoked_is_not_conferred_again_by_itself() {
        define("automatic");
        office.send(new RecordOutcome("e-1", true, "A", null));
        var id = all(office, CertificateConferred.class).getFirst().credentialId();
        office.send(new RevokeCredential(id, "plagiarism", null));
        office.send(new RecordOutcome("e-2", true, "A", null));

        assertThat(all(office, CertificateConferred.class)).hasSize(1);
    }

    @Test
    void a_certificate_that_is_earned_otherwise_too_is_replaced_instead_of_revoked() {
        define("automatic");
        office.send(new RecordOutcome("e-1", true, "A", null));
        office.send(new RecordOutcome("e-2", true, "A", null));
        var first = all(office, CertificateConferred.class).getFirst().credentialId();
        office.send(new ReverseCompletion("e-1", "wrong student"));

        var next = all(office, CertificateConferred.class).getLast();
        assertThat(next.supersedes()).isEqualTo(first);
        assertThat(next.completions()).containsExactly("e-2");
        assertThat(office.lastCommit())
                .contains(
                        new CredentialSuperseded(
                                first, "s-1", "c-1", next.credentialId(), "wrong student", TODAY));
        assertThat(all(office, CredentialRevoked.class)).isEmpty();
    }

    @Test
    void the_reversal_of_what_a_certificate_does_not_rest_on_leaves_it_alone() {
        define("automatic");
        office.send(new RecordOutcome("e-1", true, "A", null));
        office.send(new RecordOutcome("e-2", true, "A", null));
        office.send(new ReverseCompletion("e-2", "wrong student"));

        assertThat(office.lastCommit()).hasSize(1);
    }

    private Transcript transcript() {
        return office.subjects().read(TranscriptRules.STREAM.stream("s-1"));
    }

    private void define(String conferral) {
        office.send(new DefineCertificate("c-1", "rbs", "Books", conferral, ONE_OF_THE_PROGRAM));
        office.send(new DeclareCandidacy("s-1", "c-1", false, null));
    }
}
