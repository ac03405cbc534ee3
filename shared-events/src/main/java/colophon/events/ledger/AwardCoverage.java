package colophon.events.ledger;

import colophon.events.account.ChargePosted;
import colophon.events.award.AwardAccepted;
import colophon.events.expense.ExpenseRecorded;
import colophon.events.fund.Coverage;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

/**
 * What an award may pay by its terms, whatever is left of it.
 *
 * @param covers the kinds of cost it may pay
 * @param oneCourse true if it pays for one enrollment only, and no expenses
 * @param enrollmentId the only enrollment it may pay for, or null
 * @param expiresOn its last day, inclusive, or null; it pays nothing charged or spent later
 */
public record AwardCoverage(
        Set<Coverage> covers,
        boolean oneCourse,
        @Nullable String enrollmentId,
        @Nullable LocalDate expiresOn) {

    /** Why an award does not pay a charge or an expense. */
    public enum CoverageRefusal {
        LATE_FEE,
        NOT_COVERED,
        EXPIRED,
        OTHER_ENROLLMENT,
        ONE_COURSE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The terms of an award. */
    public static AwardCoverage of(AwardAccepted award) {
        return of(award, award.enrollmentId());
    }

    /** The terms of an award, and the only enrollment it may pay for, or null. */
    static AwardCoverage of(AwardAccepted award, @Nullable String enrollmentId) {
        return new AwardCoverage(
                award.covers(), award.oneCourse(), enrollmentId, award.expiresOn());
    }

    /** The first reason not to pay this charge, in the order of the reasons; null if none is. */
    public @Nullable CoverageRefusal refusal(ChargePosted charge) {
        var kind = charge.kind().coverage();
        if (kind == null) return CoverageRefusal.LATE_FEE;
        if (!covers.contains(kind)) return CoverageRefusal.NOT_COVERED;
        if (isOver(charge.chargedOn())) return CoverageRefusal.EXPIRED;
        if (enrollmentId != null && !enrollmentId.equals(charge.enrollmentId()))
            return CoverageRefusal.OTHER_ENROLLMENT;
        return oneCourse && charge.enrollmentId() == null ? CoverageRefusal.ONE_COURSE : null;
    }

    /**
     * The first reason not to reimburse this expense; null if none is. Whether it belongs to the
     * enrollment is for the account to say, since an expense names only an offering.
     */
    public @Nullable CoverageRefusal refusal(ExpenseRecorded expense) {
        if (!covers.contains(Coverage.EXPENSE)) return CoverageRefusal.NOT_COVERED;
        if (oneCourse) return CoverageRefusal.ONE_COURSE;
        return isOver(expense.incurredOn()) ? CoverageRefusal.EXPIRED : null;
    }

    private boolean isOver(LocalDate day) {
        return expiresOn != null && day.isAfter(expiresOn);
    }
}
