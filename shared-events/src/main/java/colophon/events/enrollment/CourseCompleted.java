package colophon.events.enrollment;

import colophon.events.BusinessDate;
import colophon.events.Stored;
import colophon.events.transcript.TranscriptEvent;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The student completed the course, which is on the transcript from now on.
 *
 * @param units units of the course, or null if the program counts courses
 * @param grade as the institution writes it, or null
 */
@Stored(as = "CourseCompleted", version = 1)
public record CourseCompleted(
        String enrollmentId,
        String studentId,
        String courseId,
        String programId,
        String institutionId,
        @Nullable BigDecimal units,
        @Nullable String grade,
        @BusinessDate LocalDate completedOn)
        implements EnrollmentEvent, TranscriptEvent {}
