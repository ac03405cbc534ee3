package colophon.events.transcript;

import colophon.events.BusinessDate;
import colophon.events.Stored;

import java.time.LocalDate;

/**
 * One course counts as another toward one certificate.
 *
 * @param courseId the course it counts as, of that program and institution
 * @param byCourseId the course the student took instead
 */
@Stored(as = "CourseSubstituted", version = 1)
public record CourseSubstituted(
        String studentId,
        String substitutionId,
        String certificateId,
        String courseId,
        String programId,
        String institutionId,
        String byCourseId,
        String reason,
        @BusinessDate LocalDate substitutedOn)
        implements TranscriptChange {}
