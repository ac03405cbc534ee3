package colophon.commands.transcript;

/** Withdraws a transferred credit, waiver, substitution or sharing that was wrong. */
public record WithdrawTranscriptEntry(String studentId, String entryId, String reason) {}
