package colophon.events.account;

import colophon.events.Stored;
import colophon.events.fund.Coverage;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Set;

/**
 * An accepted award may pay charges of this account, as far as its fund covers them.
 *
 * @param enrollmentId the only enrollment it may pay for, or null for any
 * @param amount the most it can pay
 * @param oneCourse true if it pays the covered charges of one enrollment only, up to {@code amount}
 * @param expiresOn last day, inclusive, on which a charge it pays may be posted, or null
 */
@Stored(as = "AwardCredited", version = 1)
public record AwardCredited(
        String institutionId,
        String studentId,
        String awardId,
        String fundId,
        @Nullable String enrollmentId,
        Money amount,
        boolean oneCourse,
        Set<Coverage> covers,
        @Nullable LocalDate expiresOn,
        LocalDate creditedOn)
        implements AccountEvent {}
