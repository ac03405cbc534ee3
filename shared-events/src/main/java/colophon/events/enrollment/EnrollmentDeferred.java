package colophon.events.enrollment;

import colophon.events.BusinessDate;
import colophon.events.Stored;

import java.time.LocalDate;

/** The student moves to a later offering. The seat is released; the money stays on the account. */
@Stored(as = "EnrollmentDeferred", version = 1)
public record EnrollmentDeferred(
        String enrollmentId,
        String studentId,
        String offeringId,
        String reason,
        @BusinessDate LocalDate deferredOn)
        implements EnrollmentEvent {}
