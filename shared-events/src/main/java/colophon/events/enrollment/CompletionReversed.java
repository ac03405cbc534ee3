package colophon.events.enrollment;

import colophon.events.Stored;

/** The outcome recorded last was wrong: it counts no more, and both facts stay visible. */
@Stored(as = "CompletionReversed", version = 1)
public record CompletionReversed(
        String enrollmentId, String studentId, String courseId, String reason)
        implements EnrollmentEvent {}
