package colophon.events.fund;

import colophon.events.Stored;
import colophon.events.money.Money;

import java.time.LocalDate;

/**
 * A fund holds less for this award than before.
 *
 * @param amount the amount that is available in the fund again
 */
@Stored(as = "EncumbranceReduced", version = 1)
public record EncumbranceReduced(
        String fundId, String awardId, String studentId, Money amount, LocalDate reducedOn)
        implements FundEvent {}
