package colophon.events.account;

import colophon.events.BusinessDate;
import colophon.events.Stored;

import java.time.LocalDate;

/** A lock ended: the credit is allocated in the usual order again. */
@Stored(as = "AllocationUnlocked", version = 1)
public record AllocationUnlocked(
        String institutionId,
        String studentId,
        String lockId,
        String reason,
        @BusinessDate LocalDate unlockedOn)
        implements AccountPosting {}
