package colophon.events.enrollment;

import colophon.events.BusinessDate;
import colophon.events.Stored;
import colophon.events.refund.RefundPolicy;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * A student enrolled. The seat and the charge are in the same commit.
 *
 * @param refundPolicy the offering's policy at that moment, frozen for this enrollment, or null if
 *     it has none
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
        @BusinessDate LocalDate effectiveOn)
        implements EnrollmentEvent {}
