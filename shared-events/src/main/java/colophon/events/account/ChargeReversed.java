package colophon.events.account;

import colophon.events.Stored;
import colophon.events.money.Money;

import java.time.LocalDate;

/**
 * This much of a charge was not to be billed, or is not any more; never more than is left of it.
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
