package colophon.events.award;

import colophon.events.Stored;

import java.time.LocalDate;

/** The student accepted the award. The account is credited in the same commit. */
@Stored(as = "AwardAccepted", version = 1)
public record AwardAccepted(String awardId, String fundId, String studentId, LocalDate acceptedOn)
        implements AwardEvent {}
