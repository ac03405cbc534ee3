package colophon.commands.enrollment;

import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/** The commands for an existing enrollment. */
public sealed interface EnrollmentRequest {

    /** The enrollment that moves. */
    String enrollmentId();

    /**
     * The program accepts an applicant; {@code confirmBy} is null for the offering's usual time.
     */
    record Accept(String enrollmentId, @Nullable LocalDate confirmBy)
            implements EnrollmentRequest {}

    /** Offers a free seat to a waitlisted student; {@code confirmBy} as in {@link Accept}. */
    record OfferSeat(String enrollmentId, @Nullable LocalDate confirmBy)
            implements EnrollmentRequest {}

    /** The student confirms the offered seat. */
    record Confirm(String enrollmentId) implements EnrollmentRequest {}

    /** Either side declines the application, the place on the waitlist or the offered seat. */
    record Decline(String enrollmentId, String reason) implements EnrollmentRequest {}

    /** The student moves to another offering; {@code effectiveOn} is null for today. */
    record Transfer(
            String enrollmentId, String offeringId, String reason, @Nullable LocalDate effectiveOn)
            implements EnrollmentRequest {}

    /** The student defers to a later offering; {@code effectiveOn} is null for today. */
    record Defer(String enrollmentId, String reason, @Nullable LocalDate effectiveOn)
            implements EnrollmentRequest {}

    /** A student who left comes back; {@code effectiveOn} is null for today. */
    record Reinstate(String enrollmentId, String reason, @Nullable LocalDate effectiveOn)
            implements EnrollmentRequest {}

    /**
     * The student leaves.
     *
     * @param effectiveOn the day that decides the refund; null for today
     * @param override a refund beyond the policy, or null
     */
    record Withdraw(
            String enrollmentId,
            String reason,
            @Nullable LocalDate effectiveOn,
            @Nullable RefundOverride override)
            implements EnrollmentRequest {}

    /** The program cancels one enrollment. */
    record Cancel(String enrollmentId, String reason) implements EnrollmentRequest {}

    /**
     * A refund beyond what the policy gives.
     *
     * @param percent percent of the charge, 1 to 100; null if an amount is given
     * @param amount null if a percentage is given
     */
    record RefundOverride(@Nullable Integer percent, @Nullable Money amount, String reason) {}
}
