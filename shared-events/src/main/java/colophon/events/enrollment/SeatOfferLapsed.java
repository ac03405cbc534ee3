package colophon.events.enrollment;

import colophon.events.BusinessDate;
import colophon.events.Stored;

import java.time.LocalDate;

/** The student did not confirm the offered seat in time. The seat is released. */
@Stored(as = "SeatOfferLapsed", version = 1)
public record SeatOfferLapsed(
        String enrollmentId,
        String studentId,
        String offeringId,
        LocalDate confirmBy,
        @BusinessDate LocalDate lapsedOn)
        implements EnrollmentEvent {}
