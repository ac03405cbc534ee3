package colophon.events.award;

import colophon.events.Stored;
import colophon.events.money.Money;

import java.time.LocalDate;

/**
 * The award is worth less from now on; its fund has the difference again.
 *
 * @param amount what it is worth now, all together
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
