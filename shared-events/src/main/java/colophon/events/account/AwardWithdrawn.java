package colophon.events.account;

import colophon.events.Stored;

import java.time.LocalDate;

/** An award no longer pays on this account. What it had paid is due again. */
@Stored(as = "AwardWithdrawn", version = 1)
public record AwardWithdrawn(
        String institutionId,
        String studentId,
        String awardId,
        String reason,
        LocalDate withdrawnOn)
        implements AccountEvent {}
