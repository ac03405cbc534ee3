package colophon.views.student;

import colophon.events.Recorded;
import colophon.events.enrollment.StudentEnrolled;
import colophon.events.privacy.Sealed;
import colophon.events.student.CandidacyDeclared;
import colophon.events.student.StudentErased;
import colophon.events.student.StudentRegistered;
import colophon.views.reading.Edition;
import colophon.views.reading.QueryProblem;
import colophon.views.reading.View;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.TreeSet;

/**
 * Answers: which student is this? The names stay sealed here; {@link People} opens them.
 *
 * @param givenName null once erased, as the other two; {@link People} may be a moment later to know
 * @param programIds programs the student declared for or attends
 * @param place where in the log the student was registered, see {@link Recorded#place()}
 */
public record Student(
        String id,
        @Nullable Sealed givenName,
        @Nullable Sealed familyName,
        @Nullable Sealed email,
        Set<String> programIds,
        String place) {

    /** All students, by id; {@code registered} finds all in the order they were registered. */
    public static final View<Student> VIEW =
            View.<Student>of("students", Student.class, Student::key, Student::evolve)
                    .indexed("registered", _ -> "", Student::place)
                    .version(2);

    /** The student; the problem student-not-found if there is none. */
    public static Student in(Edition views, String id) {
        var student = views.of(VIEW).get(id);
        if (student == null) throw QueryProblem.STUDENT_NOT_FOUND.because("No student " + id);
        return student;
    }

    private static @Nullable String key(Object event) {
        return switch (event) {
            case StudentRegistered e -> e.studentId();
            case CandidacyDeclared e -> e.studentId();
            case StudentEnrolled e -> e.studentId();
            case StudentErased e -> e.studentId();
            default -> null;
        };
    }

    static Student evolve(@Nullable Student before, Recorded<?> fact) {
        return switch (fact.event()) {
            case StudentRegistered e ->
                    new Student(
                            e.studentId(),
                            e.givenName(),
                            e.familyName(),
                            e.email(),
                            Set.of(),
                            fact.place());
            case CandidacyDeclared e ->
                    View.existing(before, "student", e.studentId()).of(e.programId());
            case StudentEnrolled e ->
                    View.existing(before, "student", e.studentId()).of(e.programId());
            case StudentErased e -> View.existing(before, "student", e.studentId()).erased();
            default -> throw new IllegalStateException("Not about a student: " + fact.event());
        };
    }

    private Student erased() {
        return new Student(id, null, null, null, programIds, place);
    }

    private Student of(String programId) {
        if (programIds.contains(programId)) return this;
        var more = new TreeSet<>(programIds);
        more.add(programId);
        return new Student(id, givenName, familyName, email, more, place);
    }
}
