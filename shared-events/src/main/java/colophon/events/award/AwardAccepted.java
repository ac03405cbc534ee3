package colophon.events.award;

import colophon.events.BusinessDate;
import colophon.events.Stored;
import colophon.events.account.AccountEvent;
import colophon.events.fund.Coverage;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Set;

/**
 * The student accepted the award. It may pay charges of the account from now on, as far as its fund
 * covers them.
 *
 * @param enrollmentId the only enrollment it may pay for, or null for any
 * @param amount the most it can pay
 * @param oneCourse true if it pays the covered charges of one enrollment only, up to {@code amount}
 * @param expiresOn last day, inclusive, on which a charge it pays may be posted, or null
 * @param atOnce true if it was made as an accepted award, not as an offer
 */
@Stored(as = "AwardAccepted", version = 1)
public record AwardAccepted(
        String awardId,
        String fundId,
        String studentId,
        String institutionId,
        @Nullable String enrollmentId,
        Money amount,
        boolean oneCourse,
        Set<Coverage> covers,
        @Nullable LocalDate expiresOn,
        boolean atOnce,
        @BusinessDate LocalDate acceptedOn)
        implements AwardEvent, AccountEvent {}
