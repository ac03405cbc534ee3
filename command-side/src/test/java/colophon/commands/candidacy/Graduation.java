package colophon.commands.candidacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import colophon.commands.Reason;
import colophon.commands.Refusal;
import colophon.commands.campus.CommandSide;
import colophon.events.requirement.CourseSet;
import colophon.events.requirement.Requirement;

import java.util.List;

/** Makers and checks shared by the tests in this package. */
public final class Graduation {

    public static final Requirement ONE_OF_THE_PROGRAM =
            new Requirement.Courses(1, new CourseSet.OfProgram());

    private Graduation() {}

    /** Every event of a class, oldest first. */
    public static <E> List<E> all(CommandSide office, Class<E> kind) {
        return office.commits().stream()
                .flatMap(List::stream)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Checks that the command is refused and changes nothing. */
    public static void refused(CommandSide office, Object command, Reason reason) {
        var before = office.commits();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> office.send(command))
                .returns(reason, Refusal::reason);
        assertThat(office.commits()).isEqualTo(before);
    }
}
