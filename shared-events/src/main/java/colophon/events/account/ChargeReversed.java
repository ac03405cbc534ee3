package colophon.events.account;

import colophon.events.Stored;
import colophon.events.money.Money;

import java.time.LocalDate;

/**
 * This much of a charge should not have been billed, or is no longer billed. It is never more than
 * what is left of the charge.
 */
@Stored(as = "ChargeReversed", version = 1)
public record ChargeReversed(
        String institutionId,
        String studentId,
        String chargeId,
        Money amount,
        String reason,
        LocalDate reversedOn)
        implements AccountEvent {}
