package colophon.events.award;

import colophon.events.Stored;

import java.time.LocalDate;

/** The program revoked the award. The money went back to the fund. */
@Stored(as = "AwardRevoked", version = 1)
public record AwardRevoked(
        String awardId, String fundId, String studentId, String reason, LocalDate revokedOn)
        implements AwardEvent {}
