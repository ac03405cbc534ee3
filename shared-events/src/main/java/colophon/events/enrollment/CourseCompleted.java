package colophon.events.enrollment;

import colophon.events.Stored;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/** The student completed the course. */
@Stored(as = "CourseCompleted", version = 1)
public record CourseCompleted(
        String enrollmentId,
        String studentId,
        String courseId,
        @Nullable String grade,
        LocalDate completedOn)
        implements EnrollmentEvent {}
