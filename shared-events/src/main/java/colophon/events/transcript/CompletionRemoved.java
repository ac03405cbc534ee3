package colophon.events.transcript;

import colophon.events.Stored;

/** A completion was reversed. It no longer counts. */
@Stored(as = "CompletionRemoved", version = 1)
public record CompletionRemoved(String studentId, String enrollmentId, String reason)
        implements TranscriptEvent {}
