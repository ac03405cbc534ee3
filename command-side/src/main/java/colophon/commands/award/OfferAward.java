package colophon.commands.award;

import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * A fund promises money to a student.
 *
 * @param enrollmentId the only enrollment it may pay for, or null for any
 * @param amount its worth; null for one course
 * @param upTo for one course: the most that course may cost; null for the dearest tuition
 * @param accepted true if it is accepted at once; false if it is offered
 * @param expiresOn last day, inclusive, to accept and use it, or null
 */
public record OfferAward(
        String awardId,
        String fundId,
        String studentId,
        @Nullable String enrollmentId,
        @Nullable Money amount,
        @Nullable Money upTo,
        boolean accepted,
        @Nullable LocalDate expiresOn) {

    /** True if it pays one course instead of a fixed amount. */
    public boolean oneCourse() {
        return amount == null;
    }
}
