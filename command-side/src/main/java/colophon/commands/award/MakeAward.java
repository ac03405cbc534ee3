package colophon.commands.award;

import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * A fund promises money to a student.
 *
 * @param enrollmentId the only enrollment it may pay for, or null for any
 * @param amount what it is worth; null for one course
 * @param upTo for one course: the most that course may cost; null for the dearest there is
 * @param accepted true: accepted at once; false: offered
 * @param expiresOn last day, inclusive, or null
 */
public record MakeAward(
        String awardId,
        String fundId,
        String studentId,
        @Nullable String enrollmentId,
        @Nullable Money amount,
        @Nullable Money upTo,
        boolean accepted,
        @Nullable LocalDate expiresOn) {

    /** True when it is worth one course, whatever that costs. */
    public boolean oneCourse() {
        return amount == null;
    }
}
