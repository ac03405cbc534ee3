package colophon.events.award;

import colophon.events.Stored;
import colophon.events.money.Money;

import java.time.LocalDate;

/**
 * The award is worth less from now on. The difference went back to its fund.
 *
 * @param amount its whole worth from now on
 */
@Stored(as = "AwardReduced", version = 1)
public record AwardReduced(
        String awardId,
        String fundId,
        String studentId,
        Money amount,
        String reason,
        LocalDate reducedOn)
        implements AwardEvent {}
