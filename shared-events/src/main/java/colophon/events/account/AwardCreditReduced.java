package colophon.events.account;

import colophon.events.Stored;
import colophon.events.money.Money;

import java.time.LocalDate;

/**
 * An accepted award can pay at most this much from now on; the rest went back to its fund.
 *
 * @param amount the most it can pay, all together
 */
@Stored(as = "AwardCreditReduced", version = 1)
public record AwardCreditReduced(
        String institutionId,
        String studentId,
        String awardId,
        Money amount,
        String reason,
        LocalDate reducedOn)
        implements AccountEvent {}
