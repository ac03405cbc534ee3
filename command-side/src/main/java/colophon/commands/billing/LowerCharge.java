package colophon.commands.billing;

import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

/**
 * A charge is to be less.
 *
 * @param amount null for all that is left of it
 * @param writeOff false: it was not to be billed; true: it was, and is given up
 */
public record LowerCharge(
        String studentId,
        String institutionId,
        String chargeId,
        @Nullable Money amount,
        boolean writeOff,
        String reason) {}
