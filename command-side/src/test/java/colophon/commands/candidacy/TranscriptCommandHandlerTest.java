package colophon.commands.candidacy;

import static colophon.commands.Reason.CANDIDACY_NOT_FOUND;
import static colophon.commands.Reason.COURSE_NOT_FOUND;
import static colophon.commands.Reason.ENTRY_NOT_FOUND;
import static colophon.commands.Reason.STUDENT_NOT_FOUND;
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
import colophon.commands.gateway.CommandAnswer;
import colophon.commands.program.DefineCertificate;
import colophon.commands.program.ListCourse;
import colophon.commands.student.DeclareCandidacy;
import colophon.commands.transcript.ShareCredit;
import colophon.commands.transcript.SubstituteCourse;
import colophon.commands.transcript.TransferCredit;
import colophon.commands.transcript.WaiveRequirement;
import colophon.commands.transcript.WithdrawTranscriptEntry;
import colophon.events.credential.CertificateConferred;
import colophon.events.credential.CredentialRevoked;
import colophon.events.requirement.CourseSet;
import colophon.events.requirement.Requirement;
import colophon.events.transcript.CourseSubstituted;
import colophon.events.transcript.CreditShared;
import colophon.events.transcript.CreditTransferred;
import colophon.events.transcript.EntryWithdrawn;
import colophon.events.transcript.RequirementWaived;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

class TranscriptCommandHandlerTest {

    private static final CommandAnswer MADE =
            CommandAnswer.created(new TranscriptCommandHandler.EntryResult("x-1", "holds"));
    private static final CommandAnswer AGAIN =
            CommandAnswer.ok(new TranscriptCommandHandler.EntryResult("x-1", "holds"));

    private final CommandSide office = Campus.open();

    @BeforeEach
    void declare_for_one_course_of_the_program() {
        office.send(new DefineCertificate("c-1", "rbs", "Books", "automatic", ONE_OF_THE_PROGRAM));
        office.send(new DeclareCandidacy("s-1", "c-1", false, null));
    }

    @Test
    void transfers_a_credit_which_may_confer_the_certificate() {
        assertThat(office.send(transfer("s-1", "m-20"))).isEqualTo(MADE);
        assertThat(office.lastCommit())
                .hasSize(2)
                .contains(
                        new CreditTransferred(
                                "s-1", "x-1", "m-20", "rbs", "ucla", null, "A", TODAY, "North",
                                "same"));
        assertThat(all(office, CertificateConferred.class).getFirst().completions())
                .containsExactly("x-1");
        repeated(transfer("s-1", "m-20"));
    }

    @Test
    void refuses_to_transfer_to_a_student_or_as_a_course_nobody_knows() {
        refused(office, transfer("s-0", "m-20"), STUDENT_NOT_FOUND);
        refused(office, transfer("s-1", "m-00"), COURSE_NOT_FOUND);
    }

    @Test
    void waives_what_a_node_asks_which_may_confer_the_certificate() {
        assertThat(office.send(waive("s-1"))).isEqualTo(MADE);
        assertThat(office.lastCommit())
                .hasSize(2)
                .contains(
                        new RequirementWaived(
                                "s-1", "x-1", "c-1", 1, "/courses", null, "known", TODAY));
        assertThat(all(office, CertificateConferred.class).getFirst().allowances())
                .containsExactly("x-1");
        repeated(waive("s-1"));
    }

    @Test
    void refuses_to_waive_for_who_did_not_declare() {
        refused(office, waive("s-2"), CANDIDACY_NOT_FOUND);
        refused(office, waive("s-0"), STUDENT_NOT_FOUND);
    }

    @Test
    void substitutes_a_course_which_may_confer_the_certificate() {
        office.send(new ListCourse("m-30", "rbs", "Globes", null, null, List.of()));
        var globes = new Requirement.Courses(1, new CourseSet.OfList(Set.of("m-30")));
        office.send(new DefineCertificate("c-2", "rbs", "Globes", "automatic", globes));
        office.send(new DeclareCandidacy("s-2", "c-2", false, null));
        complete("s-2");

        assertThat(office.send(substitute("s-2", "m-30"))).isEqualTo(MADE);
        assertThat(office.lastCommit())
                .hasSize(2)
                .contains(
                        new CourseSubstituted(
                                "s-2", "x-1", "c-2", "m-30", "rbs", "ucla", "m-20", "alike",
                                TODAY));
        repeated(substitute("s-2", "m-30"));
    }

    @Test
    void refuses_to_substitute_a_course_nobody_knows_or_for_who_did_not_declare() {
        refused(office, substitute("s-2", "m-00"), COURSE_NOT_FOUND);
        office.send(new DefineCertificate("c-2", "rbs", "B", "automatic", ONE_OF_THE_PROGRAM));
        refused(office, substitute("s-1", "m-20"), CANDIDACY_NOT_FOUND);
    }

    @Test
    void records_that_a_completion_is_shared() {
        complete("s-2");
        var share = new ShareCredit("x-1", "s-2", "e-1", "MA", "says its registrar");

        assertThat(office.send(share)).isEqualTo(MADE);
        assertThat(office.lastCommit())
                .containsExactly(new CreditShared("s-2", "x-1", "e-1", "MA", "says its registrar"));
        repeated(share);
        refused(office, new ShareCredit("x-2", "s-2", "e-9", "MA", "so it is"), ENTRY_NOT_FOUND);
    }

    @Test
    void the_withdrawal_of_what_a_certificate_rests_on_revokes_it() {
        office.send(waive("s-1"));
        var withdraw = new WithdrawTranscriptEntry("s-1", "x-1", "mistaken");
        var answer = office.send(withdraw);

        assertThat(answer)
                .isEqualTo(
                        CommandAnswer.ok(
                                new TranscriptCommandHandler.EntryResult("x-1", "withdrawn")));
        assertThat(office.lastCommit())
                .hasSize(2)
                .contains(new EntryWithdrawn("s-1", "x-1", "mistaken"));
        assertThat(all(office, CredentialRevoked.class))
                .extracting(CredentialRevoked::reason)
                .containsExactly("mistaken");
        var before = office.commits();
        assertThat(office.send(withdraw)).isEqualTo(answer);
        assertThat(office.commits()).isEqualTo(before);
    }

    @Test
    void what_one_certificate_took_is_shared_for_the_one_declared_later() {
        var three = new BigDecimal("3");
        office.send(new ListCourse("m-30", "rbs", "Globes", null, three, List.of()));
        var units = new Requirement.Units(three, new CourseSet.OfProgram());
        var unshared = new Requirement.MaxShared(BigDecimal.ZERO, units);
        for (var id : List.of("late", "soon"))
            office.send(new DefineCertificate(id, "rbs", id, "automatic", unshared));
        office.send(new DeclareCandidacy("s-3", "late", false, TODAY));
        office.send(new DeclareCandidacy("s-3", "soon", false, TODAY.minusDays(1)));
        office.send(transfer("s-3", "m-30"));

        assertThat(all(office, CertificateConferred.class))
                .extracting(CertificateConferred::certificateId)
                .containsExactly("soon");

        office.send(new WithdrawTranscriptEntry("s-3", "x-1", "mistaken"));
        assertThat(all(office, CredentialRevoked.class)).hasSize(1);
    }

    private void repeated(Object command) {
        var before = office.commits();
        assertThat(office.send(command)).isEqualTo(AGAIN);
        assertThat(office.commits()).isEqualTo(before);
    }

    private void complete(String studentId) {
        office.send(offering("o-1", 5));
        office.send(enroll("e-1", studentId, "o-1"));
        office.send(new RecordOutcome("e-1", true, null, null));
    }

    private static TransferCredit transfer(String studentId, String courseId) {
        return new TransferCredit("x-1", studentId, courseId, null, "A", null, "North", "same");
    }

    private static WaiveRequirement waive(String studentId) {
        return new WaiveRequirement("x-1", studentId, "c-1", "/courses", null, "known");
    }

    private static SubstituteCourse substitute(String studentId, String courseId) {
        return new SubstituteCourse("x-1", studentId, "c-2", courseId, "m-20", "alike");
    }
}
