package colophon.commands.fund;

import colophon.events.award.AwardOffered;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/** Holds this much of a fund for an award. {@code expiresOn} is the award's last day, or null. */
public record EncumberFund(
        String fundId,
        String awardId,
        String studentId,
        Money amount,
        @Nullable LocalDate expiresOn) {

    /** Holds what the award was offered for. */
    public static EncumberFund of(AwardOffered award) {
        return new EncumberFund(
                award.fundId(),
                award.awardId(),
                award.studentId(),
                award.amount(),
                award.expiresOn());
    }
}
