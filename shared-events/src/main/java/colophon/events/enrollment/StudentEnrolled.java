package colophon.events.enrollment;

import colophon.events.Stored;
import colophon.events.refund.RefundPolicy;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * A student is enrolled; the seat and the charge are in the same commit.
 *
 * @param refundPolicy of the offering at that moment, frozen from now on, or null where it has none
 */
@Stored(as = "StudentEnrolled", version = 2)
public record StudentEnrolled(
        String enrollmentId,
        String studentId,
        String offeringId,
        String courseId,
        String programId,
        String institutionId,
        @Nullable RefundPolicy refundPolicy,
        LocalDate effectiveOn)
        implements EnrollmentEvent {}
