package colophon.events.enrollment;

import colophon.events.BusinessDate;
import colophon.events.Stored;

import java.time.LocalDate;

/** A student joined the waitlist. Nothing is charged. */
@Stored(as = "StudentWaitlisted", version = 1)
public record StudentWaitlisted(
        String enrollmentId,
        String studentId,
        String offeringId,
        String courseId,
        String programId,
        String institutionId,
        @BusinessDate LocalDate waitlistedOn)
        implements EnrollmentEvent {}
