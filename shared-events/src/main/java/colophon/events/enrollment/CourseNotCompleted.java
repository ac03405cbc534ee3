package colophon.events.enrollment;

import colophon.events.BusinessDate;
import colophon.events.Stored;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * The course ended for this student without a completion.
 *
 * @param completedOn day of the outcome
 */
@Stored(as = "CourseNotCompleted", version = 1)
public record CourseNotCompleted(
        String enrollmentId,
        String studentId,
        String courseId,
        @Nullable String grade,
        @BusinessDate LocalDate completedOn)
        implements EnrollmentEvent {}
