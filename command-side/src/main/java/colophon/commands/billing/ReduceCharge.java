package colophon.commands.billing;

import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

/**
 * Lowers a charge.
 *
 * @param amount amount to take off, or null for all that is left
 * @param writeOff true for a write-off; false for a reversal, because it should not have been
 *     billed
 */
public record ReduceCharge(
        String studentId,
        String institutionId,
        String chargeId,
        @Nullable Money amount,
        boolean writeOff,
        String reason) {}
