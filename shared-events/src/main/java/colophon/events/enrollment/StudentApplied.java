package colophon.events.enrollment;

import colophon.events.BusinessDate;
import colophon.events.Stored;

import java.time.LocalDate;

/** A student applied for a seat in an offering that admits by application. */
@Stored(as = "StudentApplied", version = 1)
public record StudentApplied(
        String enrollmentId,
        String studentId,
        String offeringId,
        String courseId,
        String programId,
        String institutionId,
        @BusinessDate LocalDate appliedOn)
        implements EnrollmentEvent {}
