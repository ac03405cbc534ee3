package colophon.events.award;

import colophon.events.BusinessDate;
import colophon.events.Stored;
import colophon.events.account.AccountEvent;
import colophon.events.fund.FundEvent;
import colophon.events.money.Money;

import java.time.LocalDate;

/**
 * The award is worth less from now on. The difference went back to its fund.
 *
 * @param amount its whole worth from now on
 * @param returned the amount that is available in the fund again
 */
@Stored(as = "AwardReduced", version = 1)
public record AwardReduced(
        String awardId,
        String fundId,
        String studentId,
        String institutionId,
        Money amount,
        Money returned,
        String reason,
        @BusinessDate LocalDate reducedOn)
        implements AwardEvent, AccountEvent, FundEvent {}
