package colophon.events.award;

import colophon.events.BusinessDate;
import colophon.events.Stored;
import colophon.events.money.Money;

import java.time.LocalDate;

/**
 * The student released the award or did not accept it. It no longer pays; what it had paid is due
 * again.
 *
 * @param returned the amount that is available in the fund again
 */
@Stored(as = "AwardReleased", version = 1)
public record AwardReleased(
        String awardId,
        String fundId,
        String studentId,
        String institutionId,
        Money returned,
        String reason,
        @BusinessDate LocalDate releasedOn)
        implements AwardEnded {}
