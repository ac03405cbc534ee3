package colophon.commands.student;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.commands.campus.Campus;
import colophon.commands.campus.Office;
import colophon.commands.desk.Answer;

import org.junit.jupiter.api.Test;

class StudentDeskTest {

    private final Office office = Campus.open();

    @Test
    void registers_a_student_once() {
        var made = new StudentDesk.Made("s-4");

        assertThat(office.send(Campus.student("s-4"))).isEqualTo(Answer.created(made));
        assertThat(office.send(Campus.student("s-4"))).isEqualTo(Answer.ok(made));
    }
}
