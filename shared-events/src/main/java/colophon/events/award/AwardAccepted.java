package colophon.events.award;

import colophon.events.Stored;

import java.time.LocalDate;

/** The student takes the award; it reaches the account in the same commit. */
@Stored(as = "AwardAccepted", version = 1)
public record AwardAccepted(String awardId, String fundId, String studentId, LocalDate acceptedOn)
        implements AwardEvent {}
