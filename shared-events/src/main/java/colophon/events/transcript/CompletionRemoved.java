package colophon.events.transcript;

import colophon.events.Stored;

/** A completion was reversed: it counts no more. */
@Stored(as = "CompletionRemoved", version = 1)
public record CompletionRemoved(String studentId, String enrollmentId, String reason)
        implements TranscriptEvent {}
