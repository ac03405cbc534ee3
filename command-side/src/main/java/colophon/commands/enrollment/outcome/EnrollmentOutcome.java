package colophon.commands.enrollment.outcome;

import static colophon.commands.Reason.NO_OUTCOME;

import colophon.commands.Refusal;
import colophon.commands.enrollment.Enrollment;
import colophon.commands.enrollment.Enrollment.Details;
import colophon.commands.enrollment.Enrollment.Enrolled;
import colophon.commands.enrollment.Enrollment.Finished;
import colophon.commands.enrollment.EnrollmentChanges;
import colophon.events.enrollment.CompletionReversed;
import colophon.events.enrollment.CourseCompleted;
import colophon.events.enrollment.CourseNotCompleted;
import colophon.events.program.CourseListed;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** The rules of the outcome of a course. */
final class EnrollmentOutcome {

    private EnrollmentOutcome() {}

    /** Records a completion. Returns an empty list if the same one was recorded already. */
    static List<CourseCompleted> complete(
            RecordOutcome command, CourseListed course, Enrollment enrollment, LocalDate today) {
        var details = undecided(command, enrollment);
        if (details == null) return List.of();
        return List.of(
                new CourseCompleted(
                        details.enrollmentId(),
                        details.studentId(),
                        course.courseId(),
                        course.programId(),
                        course.institutionId(),
                        course.units(),
                        command.grade(),
                        Objects.requireNonNullElse(command.completedOn(), today)));
    }

    /** Records that the course was not completed. Returns an empty list as {@link #complete}. */
    static List<CourseNotCompleted> fail(
            RecordOutcome command, Enrollment enrollment, LocalDate today) {
        var details = undecided(command, enrollment);
        if (details == null) return List.of();
        return List.of(
                new CourseNotCompleted(
                        details.enrollmentId(),
                        details.studentId(),
                        details.courseId(),
                        command.grade(),
                        Objects.requireNonNullElse(command.completedOn(), today)));
    }

    /** The enrollment without an outcome; null if it has just this one. */
    private static @Nullable Details undecided(RecordOutcome command, Enrollment enrollment) {
        var known = Enrollment.require(enrollment, command.enrollmentId());
        if (known instanceof Finished before && same(command, before)) return null;
        if (!(known instanceof Enrolled)) throw EnrollmentChanges.notEnrolled(known);
        return known.details();
    }

    /**
     * Reverses an outcome. Returns an empty list if it was reversed already for the same reason.
     */
    static List<CompletionReversed> decide(ReverseCompletion command, Enrollment enrollment) {
        var details = Enrollment.requireDetails(enrollment, command.enrollmentId());
        if (enrollment instanceof Enrolled before && command.reason().equals(before.reversed()))
            return List.of();
        if (!(enrollment instanceof Finished))
            throw new Refusal(
                    NO_OUTCOME, "Enrollment " + command.enrollmentId() + " has no outcome.");
        return List.of(
                new CompletionReversed(
                        details.enrollmentId(),
                        details.studentId(),
                        details.courseId(),
                        command.reason()));
    }

    private static boolean same(RecordOutcome command, Finished before) {
        return command.completed() == before.completed()
                && Objects.equals(command.grade(), before.grade())
                && (command.completedOn() == null || command.completedOn().equals(before.on()));
    }
}
