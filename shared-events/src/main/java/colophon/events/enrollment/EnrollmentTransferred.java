package colophon.events.enrollment;

import colophon.events.Stored;
import colophon.events.refund.RefundPolicy;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * The enrollment goes on in another offering of the institution; seat and charges moved along.
 *
 * @param refundPolicy of the new offering, frozen from now on, or null where it has none
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
        LocalDate transferredOn)
        implements EnrollmentEvent {}
