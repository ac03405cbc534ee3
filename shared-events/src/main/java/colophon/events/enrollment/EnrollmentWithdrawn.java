package colophon.events.enrollment;

import colophon.events.BusinessDate;
import colophon.events.Stored;

import java.time.LocalDate;

/** The student left after the offering had begun. */
@Stored(as = "EnrollmentWithdrawn", version = 1)
public record EnrollmentWithdrawn(
        String enrollmentId,
        String studentId,
        String offeringId,
        String reason,
        @BusinessDate LocalDate withdrawnOn)
        implements EnrollmentEvent {}
