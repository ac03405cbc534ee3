package colophon.events.award;

import colophon.events.Stored;

import java.time.LocalDate;

/** The student released the award or did not accept it. The money went back to the fund. */
@Stored(as = "AwardReleased", version = 1)
public record AwardReleased(
        String awardId, String fundId, String studentId, String reason, LocalDate releasedOn)
        implements AwardEvent {}
