package colophon.events.account;

import colophon.events.Stored;

import java.time.LocalDate;

/** An award pays nothing on this account any more; what it had paid is due again. */
@Stored(as = "AwardWithdrawn", version = 1)
public record AwardWithdrawn(
        String institutionId,
        String studentId,
        String awardId,
        String reason,
        LocalDate withdrawnOn)
        implements AccountEvent {}
