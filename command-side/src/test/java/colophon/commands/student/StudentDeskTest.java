package colophon.commands.student;

import static colophon.commands.Reason.CERTIFICATE_NOT_FOUND;
import static colophon.commands.Reason.STUDENT_NOT_FOUND;
import static colophon.commands.campus.Campus.TODAY;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import colophon.commands.Reason;
import colophon.commands.Refusal;
import colophon.commands.campus.Campus;
import colophon.commands.campus.Office;
import colophon.commands.desk.Answer;
import colophon.commands.program.DefineCertificate;
import colophon.events.requirement.CourseSet;
import colophon.events.requirement.Requirement;
import colophon.events.student.CandidacyDeclared;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StudentDeskTest {

    private final Office office = Campus.open();

    @BeforeEach
    void define_a_certificate() {
        var five = new Requirement.Courses(5, new CourseSet.OfProgram());
        office.send(new DefineCertificate("c-1", "rbs", "Books", "automatic", five));
    }

    @Test
    void registers_a_student_once() {
        var made = new StudentDesk.Made("s-4");

        assertThat(office.send(Campus.student("s-4"))).isEqualTo(Answer.created(made));
        assertThat(office.send(Campus.student("s-4"))).isEqualTo(Answer.ok(made));
    }

    @Test
    void declares_on_the_day_it_is_at_the_institution() {
        var candidate = new StudentDesk.Candidate("s-1", "c-1", 1, true, TODAY);

        assertThat(office.send(declare("s-1", "c-1"))).isEqualTo(Answer.created(candidate));
        assertThat(office.lastCommit())
                .containsExactly(
                        new CandidacyDeclared("s-1", "c-1", "rbs", "ucla", 1, true, TODAY));
        assertThat(office.send(declare("s-1", "c-1"))).isEqualTo(Answer.ok(candidate));
    }

    @Test
    void refuses_a_certificate_and_a_student_nobody_knows() {
        refused(declare("s-1", "c-0"), CERTIFICATE_NOT_FOUND);
        refused(declare("s-0", "c-1"), STUDENT_NOT_FOUND);
    }

    private void refused(Object command, Reason reason) {
        var before = office.commits();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> office.send(command))
                .returns(reason, Refusal::reason);
        assertThat(office.commits()).isEqualTo(before);
    }

    private static DeclareCandidacy declare(String studentId, String certificateId) {
        return new DeclareCandidacy(studentId, certificateId, true, null);
    }
}
