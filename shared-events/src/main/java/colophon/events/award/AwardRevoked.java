package colophon.events.award;

import colophon.events.BusinessDate;
import colophon.events.Stored;
import colophon.events.money.Money;

import java.time.LocalDate;

/**
 * The program revoked the award. It no longer pays; what it had paid is due again.
 *
 * @param returned the amount that is available in the fund again
 */
@Stored(as = "AwardRevoked", version = 1)
public record AwardRevoked(
        String awardId,
        String fundId,
        String studentId,
        String institutionId,
        Money returned,
        String reason,
        @BusinessDate LocalDate revokedOn)
        implements AwardEnded {}
