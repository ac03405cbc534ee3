package colophon.commands.transcript;

/** A transferred credit, waiver, substitution or sharing was wrong. */
public record WithdrawEntry(String studentId, String entryId, String reason) {}
