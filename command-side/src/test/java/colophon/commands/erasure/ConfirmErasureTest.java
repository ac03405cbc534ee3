package colophon.commands.erasure;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ERASURE_NOT_REQUESTED;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.Reason.SECOND_ADMINISTRATOR_NEEDED;
import static colophon.commands.Reason.STUDENT_ERASED;
import static colophon.commands.erasure.ErasureFacts.ASKED;
import static colophon.commands.erasure.ErasureFacts.ERASED;
import static colophon.commands.erasure.ErasureFacts.WITHDRAWN;
import static colophon.commands.erasure.ErasureFacts.registered;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.commands.student.RegisterStudent;
import colophon.commands.student.Student;
import colophon.events.privacy.Sealed;
import colophon.events.student.StudentEvent;

import org.junit.jupiter.api.Test;

import java.util.List;

class ConfirmErasureTest {

    @Test
    void a_second_account_confirms_and_the_student_is_erased() {
        given(Student.STREAM, registered(), ASKED)
                .when(state -> confirmed(state, "ben"))
                .then(ERASED);
    }

    @Test
    void whoever_asked_cannot_confirm() {
        given(Student.STREAM, registered(), ASKED)
                .when(state -> confirmed(state, "anna"))
                .thenRefused(SECOND_ADMINISTRATOR_NEEDED, "anna");
    }

    @Test
    void what_nobody_asks_for_cannot_be_confirmed() {
        given(Student.STREAM, registered())
                .when(state -> confirmed(state, "ben"))
                .thenRefused(ERASURE_NOT_REQUESTED, "s-1");
        given(Student.STREAM, registered(), ASKED, WITHDRAWN)
                .when(state -> confirmed(state, "ben"))
                .thenRefused(ERASURE_NOT_REQUESTED, "s-1");
    }

    @Test
    void confirming_again_changes_nothing() {
        given(Student.STREAM, registered(), ASKED, ERASED)
                .when(state -> confirmed(state, "anna"))
                .thenNothing();
    }

    @Test
    void nobody_is_registered_under_the_id_any_more() {
        given(Student.STREAM, registered(), ASKED, ERASED)
                .when(state -> Student.decide(registration("#1"), state))
                .thenRefused(STUDENT_ERASED, "s-1");
        given(Student.STREAM, registered(), ASKED)
                .when(state -> Student.decide(registration("#2"), state))
                .thenRefused(ID_TAKEN, "s-1");
    }

    @Test
    void the_student_stays_known_for_all_that_needs_no_name() {
        var state = given(Student.STREAM, registered(), ASKED, ERASED).state();
        assertThat(Student.require(state, "s-1").erasure()).isInstanceOf(Erasure.Erased.class);
    }

    private static List<StudentEvent> confirmed(Student student, String by) {
        return Erasure.decide(
                new ConfirmErasure("s-1", by), Student.require(student, "s-1").erasure());
    }

    private static RegisterStudent registration(String fingerprint) {
        return new RegisterStudent(
                "s-1", new Sealed("Ada"), new Sealed("Lovelace"), null, fingerprint);
    }
}
