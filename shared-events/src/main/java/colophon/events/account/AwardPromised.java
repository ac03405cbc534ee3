package colophon.events.account;

import colophon.events.Stored;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * An award was offered to this student; it pays nothing until it is accepted.
 *
 * @param expiresOn last day, inclusive, to accept it and to use it, or null
 */
@Stored(as = "AwardPromised", version = 1)
public record AwardPromised(
        String institutionId,
        String studentId,
        String awardId,
        String fundId,
        Money amount,
        @Nullable LocalDate expiresOn,
        LocalDate promisedOn)
        implements AccountEvent {}
