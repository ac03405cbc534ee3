package colophon.commands.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import colophon.commands.Reason;
import colophon.commands.Refusal;
import colophon.commands.campus.Campus;
import colophon.commands.campus.CommandSide;
import colophon.commands.gateway.CommandAnswer;
import colophon.commands.program.DefineCertificate;
import colophon.events.privacy.Sealed;
import colophon.events.requirement.CourseSet.OfProgram;
import colophon.events.requirement.Requirement.Courses;

import org.junit.jupiter.api.Test;

import java.util.Set;

class StudentCommandHandlerTest {

    private static final StudentCommandHandler.StudentResult MADE =
            new StudentCommandHandler.StudentResult("s-4");

    private final CommandSide office = Campus.open();

    @Test
    void registers_a_student_once() {
        assertThat(office.send(Campus.student("s-4"))).isEqualTo(CommandAnswer.created(MADE));
        assertThat(office.send(Campus.student("s-4"))).isEqualTo(CommandAnswer.ok(MADE));
    }

    /**
     * Staff of other institutions cannot confirm a guess: a right and a wrong name get the same
     * answer.
     */
    @Test
    void is_told_apart_from_others_where_the_student_is_known_and_nowhere_else() {
        var right = Campus.student("s-4");
        var wrong = new RegisterStudent("s-4", new Sealed("!"), new Sealed("!"), null, "guess");
        office.send(right, Set.of("ucla"));

        assertThat(office.send(right, Set.of("ucla"))).isEqualTo(CommandAnswer.ok(MADE));
        assertThat(office.send(right, Set.of("ucla", "uva"))).isEqualTo(CommandAnswer.ok(MADE));
        assertThat(office.send(right)).isEqualTo(CommandAnswer.ok(MADE));
        assertThat(refusal(wrong, Set.of("ucla"))).contains("another name or email");
        assertThat(refusal(wrong, Set.of())).contains("another name or email");
        assertThat(refusal(right, Set.of("uva"))).isEqualTo(refusal(wrong, Set.of("uva")));
        assertThat(refusal(right, Set.of("uva"))).isEqualTo("There is a student s-4.");
    }

    @Test
    void registered_by_staff_of_all_is_known_where_a_candidacy_was_declared() {
        Campus.openAnother(office);
        assertThat(refusal(Campus.student("s-1"), Set.of("uva")))
                .isEqualTo("There is a student s-1.");
        office.send(
                new DefineCertificate(
                        "c-9",
                        "rbs-uva",
                        "Certificate",
                        "automatic",
                        new Courses(1, new OfProgram())));
        office.send(new DeclareCandidacy("s-1", "c-9", false, null, null));
        assertThat(office.send(Campus.student("s-1"), Set.of("uva")))
                .isEqualTo(CommandAnswer.ok(new StudentCommandHandler.StudentResult("s-1")));
    }

    @Test
    void registered_elsewhere_is_known_where_enrolled() {
        var right = Campus.student("s-4");
        office.send(right, Set.of("ucla"));
        Campus.openAnother(office);
        assertThat(refusal(right, Set.of("uva"))).isEqualTo("There is a student s-4.");
        office.send(Campus.enroll("e-9", "s-4", "o-9"));

        assertThat(office.send(right, Set.of("uva"))).isEqualTo(CommandAnswer.ok(MADE));
        assertThat(refusal(right, Set.of("mit"))).isEqualTo("There is a student s-4.");
        var wrong = new RegisterStudent("s-4", new Sealed("!"), new Sealed("!"), null, "guess");
        assertThat(refusal(wrong, Set.of("uva"))).contains("another name or email");
    }

    private String refusal(RegisterStudent command, Set<String> limits) {
        var refusal = catchThrowableOfType(Refusal.class, () -> office.send(command, limits));
        assertThat(refusal.reason()).isEqualTo(Reason.ID_TAKEN);
        return String.valueOf(refusal.getMessage());
    }
}
