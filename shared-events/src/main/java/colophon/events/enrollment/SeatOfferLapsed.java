package colophon.events.enrollment;

import colophon.events.Stored;

import java.time.LocalDate;

/** The student did not confirm in time; the seat is free for somebody else. */
@Stored(as = "SeatOfferLapsed", version = 1)
public record SeatOfferLapsed(
        String enrollmentId,
        String studentId,
        String offeringId,
        LocalDate confirmBy,
        LocalDate lapsedOn)
        implements EnrollmentEvent {}
