package colophon.commands.enrollment;

import static colophon.commands.Reason.NO_OUTCOME;

import colophon.commands.Refusal;
import colophon.commands.enrollment.Enrollment.Enrolled;
import colophon.commands.enrollment.Enrollment.Finished;
import colophon.events.enrollment.CompletionReversed;
import colophon.events.enrollment.CourseCompleted;
import colophon.events.enrollment.CourseNotCompleted;
import colophon.events.enrollment.EnrollmentEvent;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** The rules of the outcome of a course. */
final class EnrollmentOutcome {

    private EnrollmentOutcome() {}

    /** Records an outcome. Returns an empty list if the same outcome was recorded already. */
    static List<EnrollmentEvent> decide(
            RecordOutcome command, Enrollment enrollment, LocalDate today) {
        var known = Enrollment.require(enrollment, command.enrollmentId());
        if (known instanceof Finished before && same(command, before)) return List.of();
        if (!(known instanceof Enrolled)) throw EnrollmentChanges.notEnrolled(known);
        var details = known.details();
        var on = Objects.requireNonNullElse(command.completedOn(), today);
        return List.of(
                command.completed()
                        ? new CourseCompleted(
                                details.enrollmentId(),
                                details.studentId(),
                                details.courseId(),
                                command.grade(),
                                on)
                        : new CourseNotCompleted(
                                details.enrollmentId(),
                                details.studentId(),
                                details.courseId(),
                                command.grade(),
                                on));
    }

    /**
     * Reverses an outcome. Returns an empty list if it was reversed already for the same reason.
     */
    static List<EnrollmentEvent> decide(ReverseCompletion command, Enrollment enrollment) {
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
