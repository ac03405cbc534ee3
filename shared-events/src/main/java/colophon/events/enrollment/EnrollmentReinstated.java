package colophon.events.enrollment;

import colophon.events.BusinessDate;
import colophon.events.Stored;
import colophon.events.refund.RefundPolicy;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * The student came back to the same offering, with a seat and charges as before.
 *
 * @param refundPolicy the policy frozen for this enrollment, or null if the offering has none
 */
@Stored(as = "EnrollmentReinstated", version = 1)
public record EnrollmentReinstated(
        String enrollmentId,
        String studentId,
        String offeringId,
        @Nullable RefundPolicy refundPolicy,
        String reason,
        @BusinessDate LocalDate reinstatedOn)
        implements EnrollmentEvent {}
