package colophon.events.enrollment;

import colophon.events.BusinessDate;
import colophon.events.Stored;

import java.time.LocalDate;

/** The program cancelled the enrollment. Its charges are reversed. */
@Stored(as = "EnrollmentCancelled", version = 1)
public record EnrollmentCancelled(
        String enrollmentId,
        String studentId,
        String offeringId,
        String reason,
        @BusinessDate LocalDate cancelledOn)
        implements EnrollmentEvent {}
