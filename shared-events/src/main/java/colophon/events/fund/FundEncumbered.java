package colophon.events.fund;

import colophon.events.Stored;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/** A fund holds this amount for one award. The award is in the same commit. */
@Stored(as = "FundEncumbered", version = 1)
public record FundEncumbered(
        String fundId,
        String awardId,
        String studentId,
        Money amount,
        @Nullable LocalDate expiresOn)
        implements FundEvent {}
