package colophon.commands.candidacy;

import static colophon.commands.Reason.CANDIDACY_NOT_FOUND;
import static colophon.commands.Reason.CERTIFICATE_NOT_FOUND;
import static colophon.commands.Reason.REQUIREMENT_VERSION_NOT_FOUND;
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
import colophon.commands.program.ReviseRequirement;
import colophon.commands.student.DeclareCandidacy;
import colophon.commands.student.GrantLeave;
import colophon.commands.student.MoveCandidacy;
import colophon.commands.student.ReinstateCandidacy;
import colophon.events.credential.CertificateConferred;
import colophon.events.requirement.CourseSet;
import colophon.events.requirement.Requirement;
import colophon.events.student.CandidacyDeclared;
import colophon.events.student.CandidacyMoved;
import colophon.events.student.CandidacyReinstated;
import colophon.events.student.LeaveGranted;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CandidacyCommandHandlerTest {

    private static final CandidacyCommandHandler.CandidacyResult FIRST =
            new CandidacyCommandHandler.CandidacyResult("s-1", "c-1", 1, true, null, TODAY);

    private final CommandSide office = Campus.open();

    @BeforeEach
    void define_a_certificate() {
        var five = new Requirement.Courses(5, new CourseSet.OfProgram());
        office.send(new DefineCertificate("c-1", "rbs", "Books", "automatic", five));
    }

    @Test
    void declares_on_the_day_it_is_at_the_institution() {
        assertThat(office.send(declare("s-1", "c-1"))).isEqualTo(CommandAnswer.created(FIRST));
        assertThat(office.lastCommit())
                .containsExactly(
                        new CandidacyDeclared("s-1", "c-1", "rbs", "ucla", 1, true, null, TODAY));
        assertThat(office.send(declare("s-1", "c-1"))).isEqualTo(CommandAnswer.ok(FIRST));
    }

    @Test
    void a_candidacy_keeps_the_version_in_force_when_it_was_declared() {
        var tomorrow = TODAY.plusDays(1);
        office.send(new ReviseRequirement("c-1", ONE_OF_THE_PROGRAM, tomorrow, null, false));

        assertThat(office.send(declare("s-1", "c-1"))).isEqualTo(CommandAnswer.created(FIRST));
        office.send(new DeclareCandidacy("s-2", "c-1", true, tomorrow));
        assertThat(office.lastCommit())
                .containsExactly(
                        new CandidacyDeclared(
                                "s-2", "c-1", "rbs", "ucla", 2, true, null, tomorrow));
    }

    @Test
    void refuses_a_certificate_and_a_student_nobody_knows() {
        refused(office, declare("s-1", "c-0"), CERTIFICATE_NOT_FOUND);
        refused(office, declare("s-0", "c-1"), STUDENT_NOT_FOUND);
    }

    @Test
    void who_declares_with_everything_done_gets_the_certificate_at_once() {
        complete();
        office.send(new DefineCertificate("c-2", "rbs", "One", "automatic", ONE_OF_THE_PROGRAM));
        office.send(declare("s-1", "c-2"));

        assertThat(office.lastCommit()).hasSize(2);
        assertThat(all(office, CertificateConferred.class)).hasSize(1);
    }

    @Test
    void moves_a_candidacy_which_may_confer_the_certificate() {
        complete();
        office.send(declare("s-1", "c-1"));
        office.send(new ReviseRequirement("c-1", ONE_OF_THE_PROGRAM, TODAY, null, false));
        var answer = office.send(move(2));

        assertThat(answer)
                .isEqualTo(
                        CommandAnswer.ok(
                                new CandidacyCommandHandler.CandidacyResult(
                                        "s-1", "c-1", 2, true, null, TODAY)));
        assertThat(office.lastCommit())
                .hasSize(2)
                .contains(new CandidacyMoved("s-1", "c-1", 2, null, "asked", TODAY));
        assertThat(all(office, CertificateConferred.class))
                .allMatch(conferred -> conferred.requirementVersion() == 2)
                .hasSize(1);
    }

    @Test
    void who_has_the_certificate_keeps_it_when_the_candidacy_moves_to_more() {
        office.send(new DefineCertificate("c-2", "rbs", "One", "automatic", ONE_OF_THE_PROGRAM));
        complete();
        office.send(declare("s-1", "c-2"));
        var five = new Requirement.Courses(5, new CourseSet.OfProgram());
        office.send(new ReviseRequirement("c-2", five, TODAY, null, false));
        office.send(new MoveCandidacy("s-1", "c-2", 2, null, "asked"));

        assertThat(office.lastCommit()).hasSize(1);
    }

    @Test
    void refuses_to_move_what_is_not_there_or_to_what_is_not() {
        refused(office, move(1), CANDIDACY_NOT_FOUND);
        office.send(declare("s-1", "c-1"));
        refused(office, move(2), REQUIREMENT_VERSION_NOT_FOUND);
    }

    @Test
    void grants_leave_once() {
        office.send(declare("s-1", "c-1"));
        var leave = new GrantLeave("s-1", "c-1", TODAY, TODAY.plusDays(30), "a child");

        assertThat(office.send(leave)).isEqualTo(CommandAnswer.ok(FIRST));
        assertThat(office.lastCommit())
                .containsExactly(
                        new LeaveGranted("s-1", "c-1", TODAY, TODAY.plusDays(30), "a child"));
        var before = office.commits();
        office.send(leave);
        assertThat(office.commits()).isEqualTo(before);
        refused(office, new GrantLeave("s-2", "c-1", TODAY, TODAY, "a child"), CANDIDACY_NOT_FOUND);
    }

    @Test
    void reinstates_once() {
        office.send(declare("s-1", "c-1"));
        var back = new ReinstateCandidacy("s-1", "c-1", "back", null);

        assertThat(office.send(back)).isEqualTo(CommandAnswer.ok(FIRST));
        assertThat(office.lastCommit())
                .containsExactly(new CandidacyReinstated("s-1", "c-1", "back", TODAY));
        var before = office.commits();
        office.send(back);
        assertThat(office.commits()).isEqualTo(before);
    }

    private void complete() {
        office.send(offering("o-1", 5));
        office.send(enroll("e-1", "s-1", "o-1"));
        office.send(new RecordOutcome("e-1", true, null, null));
    }

    private static MoveCandidacy move(int version) {
        return new MoveCandidacy("s-1", "c-1", version, null, "asked");
    }

    private static DeclareCandidacy declare(String studentId, String certificateId) {
        return new DeclareCandidacy(studentId, certificateId, true, null);
    }
}
