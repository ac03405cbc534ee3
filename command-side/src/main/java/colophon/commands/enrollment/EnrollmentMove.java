package colophon.commands.enrollment;

import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/** What can be asked of an enrollment that exists. */
public sealed interface EnrollmentMove {

    /** The enrollment that moves. */
    String enrollmentId();

    /** The program takes an applicant; {@code confirmBy} is null for the offering's own time. */
    record Accept(String enrollmentId, @Nullable LocalDate confirmBy) implements EnrollmentMove {}

    /** Whoever waits is offered a free seat; {@code confirmBy} as for an applicant. */
    record OfferSeat(String enrollmentId, @Nullable LocalDate confirmBy)
            implements EnrollmentMove {}

    /** The student takes the seat that is held. */
    record Confirm(String enrollmentId) implements EnrollmentMove {}

    /** The application, the place in line or the offered seat is turned down, by either side. */
    record Decline(String enrollmentId, String reason) implements EnrollmentMove {}

    /** The student goes to another offering; {@code effectiveOn} is null for today. */
    record Transfer(
            String enrollmentId, String offeringId, String reason, @Nullable LocalDate effectiveOn)
            implements EnrollmentMove {}

    /** The student will come to some later offering; {@code effectiveOn} is null for today. */
    record Defer(String enrollmentId, String reason, @Nullable LocalDate effectiveOn)
            implements EnrollmentMove {}

    /** A student who left comes back; {@code effectiveOn} is null for today. */
    record Reinstate(String enrollmentId, String reason, @Nullable LocalDate effectiveOn)
            implements EnrollmentMove {}

    /**
     * The student leaves.
     *
     * @param effectiveOn the day that decides what is given back; null for today
     * @param override what is given back beyond the policy, or null
     */
    record Withdraw(
            String enrollmentId,
            String reason,
            @Nullable LocalDate effectiveOn,
            @Nullable Override override)
            implements EnrollmentMove {}

    /** The program calls the course off for one student. */
    record Cancel(String enrollmentId, String reason) implements EnrollmentMove {}

    /**
     * More than the policy gives back.
     *
     * @param percent of what is charged, 1 to 100; null where an amount is given
     * @param amount null where a percentage is given
     */
    record Override(@Nullable Integer percent, @Nullable Money amount, String reason) {}
}
