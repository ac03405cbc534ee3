package colophon.events.account;

import colophon.events.BusinessDate;
import colophon.events.Stored;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * This much of a charge should not have been billed, or is no longer billed. It is never more than
 * what is left of the charge.
 *
 * @param tier the tier of the refund policy that gave it back; null if none did
 */
@Stored(as = "ChargeReversed", version = 1)
public record ChargeReversed(
        String institutionId,
        String studentId,
        String chargeId,
        Money amount,
        String reason,
        @Nullable AppliedTier tier,
        @BusinessDate LocalDate reversedOn)
        implements AccountPosting {

    /** A reversal that no refund policy decided. */
    public ChargeReversed(
            String institutionId,
            String studentId,
            String chargeId,
            Money amount,
            String reason,
            LocalDate reversedOn) {
        this(institutionId, studentId, chargeId, amount, reason, null, reversedOn);
    }
}
