package colophon.events.account;

import colophon.events.Stored;

import java.time.LocalDate;

/** A locked allocation is left to the usual order again. */
@Stored(as = "AllocationUnlocked", version = 1)
public record AllocationUnlocked(
        String institutionId, String studentId, String lockId, String reason, LocalDate unlockedOn)
        implements AccountEvent {}
