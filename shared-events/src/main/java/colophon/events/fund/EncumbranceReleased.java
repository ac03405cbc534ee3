package colophon.events.fund;

import colophon.events.Stored;
import colophon.events.money.Money;

import java.time.LocalDate;

/** A fund no longer holds anything for this award. */
@Stored(as = "EncumbranceReleased", version = 1)
public record EncumbranceReleased(
        String fundId, String awardId, String studentId, Money amount, LocalDate releasedOn)
        implements FundEvent {}
