package colophon.commands.transcript;

/** Toward one certificate, a course is to count as another. */
public record SubstituteCourse(
        String substitutionId,
        String studentId,
        String certificateId,
        String courseId,
        String byCourseId,
        String reason) {}
