package colophon.events.award;

import colophon.events.Stored;

import java.time.LocalDate;

/** The program took the award back; the fund has the money again. */
@Stored(as = "AwardRevoked", version = 1)
public record AwardRevoked(
        String awardId, String fundId, String studentId, String reason, LocalDate revokedOn)
        implements AwardEvent {}
