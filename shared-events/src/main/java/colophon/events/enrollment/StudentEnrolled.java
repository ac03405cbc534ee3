package colophon.events.enrollment;

import colophon.events.Stored;

import java.time.LocalDate;

/** A student is enrolled; the seat and the charge are in the same commit. */
@Stored(as = "StudentEnrolled", version = 1)
public record StudentEnrolled(
        String enrollmentId,
        String studentId,
        String offeringId,
        String courseId,
        String programId,
        String institutionId,
        LocalDate effectiveOn)
        implements EnrollmentEvent {}
