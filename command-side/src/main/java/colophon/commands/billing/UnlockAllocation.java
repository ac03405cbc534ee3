package colophon.commands.billing;

/** An allocation is to follow the usual order again. */
public record UnlockAllocation(
        String studentId, String institutionId, String lockId, String reason) {}
