package colophon.commands.billing;

/** Unlocks an allocation: the credit follows the usual order again. */
public record UnlockAllocation(
        String studentId, String institutionId, String lockId, String reason) {}
