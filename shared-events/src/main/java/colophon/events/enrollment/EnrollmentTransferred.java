package colophon.events.enrollment;

import colophon.events.BusinessDate;
import colophon.events.Stored;
import colophon.events.refund.RefundPolicy;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * The enrollment moved to another offering of the institution, with its seat and charges.
 *
 * @param refundPolicy the new offering's policy, frozen for this enrollment, or null if it has none
 */
@Stored(as = "EnrollmentTransferred", version = 1)
public record EnrollmentTransferred(
        String enrollmentId,
        String studentId,
        String fromOfferingId,
        String offeringId,
        String courseId,
        String programId,
        @Nullable RefundPolicy refundPolicy,
        String reason,
        @BusinessDate LocalDate transferredOn)
        implements EnrollmentEvent {}
