package colophon.events.transcript;

import colophon.events.Stored;

/** A transferred credit, waiver, substitution or sharing was withdrawn as wrong. */
@Stored(as = "EntryWithdrawn", version = 1)
public record EntryWithdrawn(String studentId, String entryId, String reason)
        implements TranscriptChange {}
