package colophon.events.account;

import colophon.events.BusinessDate;
import colophon.events.Stored;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * An administrator decided which credit pays which charge. A lock goes before every other
 * allocation.
 *
 * @param awardId the award that pays, or null if a payment pays
 * @param paymentId the payment that pays, or null if an award pays
 * @param amount the most of the credit that this locks
 */
@Stored(as = "AllocationLocked", version = 1)
public record AllocationLocked(
        String institutionId,
        String studentId,
        String lockId,
        @Nullable String awardId,
        @Nullable String paymentId,
        String chargeId,
        Money amount,
        String reason,
        @BusinessDate LocalDate lockedOn)
        implements AccountPosting {}
