package colophon.commands.billing;

import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

/**
 * Locks a credit to a charge, before anything else is allocated. Exactly one of award and payment
 * is given.
 *
 * @param lockId unique in the account
 */
public record LockAllocation(
        String studentId,
        String institutionId,
        String lockId,
        @Nullable String awardId,
        @Nullable String paymentId,
        String chargeId,
        Money amount,
        String reason) {}
