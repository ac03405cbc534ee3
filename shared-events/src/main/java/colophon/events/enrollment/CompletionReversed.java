package colophon.events.enrollment;

import colophon.events.Stored;
import colophon.events.transcript.TranscriptEvent;

/**
 * The last recorded outcome was wrong. It no longer counts; both facts stay visible. It lies on the
 * transcript, too, if the course had been completed.
 */
@Stored(as = "CompletionReversed", version = 1)
public record CompletionReversed(
        String enrollmentId, String studentId, String courseId, String reason)
        implements EnrollmentEvent, TranscriptEvent {}
