package colophon.events.enrollment;

import colophon.events.BusinessDate;
import colophon.events.Stored;

import java.time.LocalDate;

/** The program declined the application, or the student declined the seat or left the waitlist. */
@Stored(as = "EnrollmentDeclined", version = 1)
public record EnrollmentDeclined(
        String enrollmentId,
        String studentId,
        String offeringId,
        String reason,
        @BusinessDate LocalDate declinedOn)
        implements EnrollmentEvent {}
