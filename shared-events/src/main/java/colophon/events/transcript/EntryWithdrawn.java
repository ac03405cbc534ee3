package colophon.events.transcript;

import colophon.events.Stored;

/** A transferred credit, waiver, substitution or sharing was wrong: it holds no more. */
@Stored(as = "EntryWithdrawn", version = 1)
public record EntryWithdrawn(String studentId, String entryId, String reason)
        implements TranscriptEvent {}
