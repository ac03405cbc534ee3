package colophon.commands.transcript;

/** Lets one course count as another toward one certificate. */
public record SubstituteCourse(
        String substitutionId,
        String studentId,
        String certificateId,
        String courseId,
        String byCourseId,
        String reason) {}
