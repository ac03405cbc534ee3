package colophon.commands.erasure;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ERASURE_NOT_REQUESTED;
import static colophon.commands.Reason.STUDENT_ERASED;
import static colophon.commands.erasure.ErasureFacts.ASKED;
import static colophon.commands.erasure.ErasureFacts.ERASED;
import static colophon.commands.erasure.ErasureFacts.WITHDRAWN;
import static colophon.commands.erasure.ErasureFacts.registered;

import colophon.commands.student.Student;
import colophon.events.student.StudentEvent;

import org.junit.jupiter.api.Test;

import java.util.List;

class WithdrawErasureTest {

    @Test
    void takes_a_request_back() {
        given(Student.STREAM, registered(), ASKED)
                .when(WithdrawErasureTest::withdrawn)
                .then(WITHDRAWN);
    }

    @Test
    void what_nobody_asks_for_cannot_be_withdrawn() {
        given(Student.STREAM, registered())
                .when(WithdrawErasureTest::withdrawn)
                .thenRefused(ERASURE_NOT_REQUESTED, "s-1");
    }

    @Test
    void what_is_erased_stays_so() {
        given(Student.STREAM, registered(), ASKED, ERASED)
                .when(WithdrawErasureTest::withdrawn)
                .thenRefused(STUDENT_ERASED, "s-1");
    }

    private static List<StudentEvent> withdrawn(Student student) {
        return Erasure.decide(
                new WithdrawErasure("s-1", "the wrong student"),
                Student.require(student, "s-1").erasure());
    }
}
