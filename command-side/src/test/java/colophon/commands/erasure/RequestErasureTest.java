package colophon.commands.erasure;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ERASURE_REQUESTED;
import static colophon.commands.erasure.ErasureFacts.ASKED;
import static colophon.commands.erasure.ErasureFacts.ERASED;
import static colophon.commands.erasure.ErasureFacts.WITHDRAWN;
import static colophon.commands.erasure.ErasureFacts.registered;

import colophon.commands.student.Student;
import colophon.events.student.StudentEvent;

import org.junit.jupiter.api.Test;

import java.util.List;

class RequestErasureTest {

    @Test
    void is_on_record_with_who_asked_and_why() {
        given(Student.STREAM, registered()).when(state -> asked(state, "anna")).then(ASKED);
    }

    @Test
    void the_same_account_that_asks_again_changes_nothing() {
        given(Student.STREAM, registered(), ASKED)
                .when(state -> asked(state, "anna"))
                .thenNothing();
    }

    @Test
    void another_account_is_told_to_confirm_instead() {
        given(Student.STREAM, registered(), ASKED)
                .when(state -> asked(state, "ben"))
                .thenRefused(ERASURE_REQUESTED, "anna");
    }

    @Test
    void may_be_asked_for_again_after_it_was_withdrawn() {
        given(Student.STREAM, registered(), ASKED, WITHDRAWN)
                .when(state -> asked(state, "anna"))
                .then(ASKED);
    }

    @Test
    void nothing_is_left_to_ask_for_once_erased() {
        given(Student.STREAM, registered(), ASKED, ERASED)
                .when(state -> asked(state, "ben"))
                .thenNothing();
    }

    private static List<StudentEvent> asked(Student student, String by) {
        var command = new RequestErasure("s-1", "asked by letter", by);
        return Erasure.decide(command, Student.require(student, "s-1").erasure());
    }
}
