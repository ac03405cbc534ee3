package colophon.events.enrollment;

import colophon.events.BusinessDate;
import colophon.events.Stored;

import java.time.LocalDate;

/** The student left before the offering began. */
@Stored(as = "EnrollmentDropped", version = 1)
public record EnrollmentDropped(
        String enrollmentId,
        String studentId,
        String offeringId,
        String reason,
        @BusinessDate LocalDate droppedOn)
        implements EnrollmentEvent {}
