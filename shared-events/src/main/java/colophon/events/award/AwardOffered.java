package colophon.events.award;

import colophon.events.BusinessDate;
import colophon.events.Stored;
import colophon.events.account.AccountEvent;
import colophon.events.fund.Coverage;
import colophon.events.fund.FundEvent;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Set;

/**
 * A student is offered this money. The fund holds it from now on; it pays nothing until it is
 * accepted.
 *
 * @param amount what the fund holds for it; for a one-course award the most it pays
 * @param expiresOn last day, inclusive, to accept it and to use it, or null
 */
@Stored(as = "AwardOffered", version = 1)
public record AwardOffered(
        String awardId,
        String fundId,
        String studentId,
        String institutionId,
        @Nullable String enrollmentId,
        Money amount,
        boolean oneCourse,
        Set<Coverage> covers,
        @Nullable LocalDate expiresOn,
        @BusinessDate LocalDate offeredOn)
        implements AwardEvent, AccountEvent, FundEvent {}
