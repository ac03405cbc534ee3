package colophon.events.award;

import colophon.events.Stored;

import java.time.LocalDate;

/** The award was given back, or the offer not taken; the fund has the money again. */
@Stored(as = "AwardReleased", version = 1)
public record AwardReleased(
        String awardId, String fundId, String studentId, String reason, LocalDate releasedOn)
        implements AwardEvent {}
