package colophon.events.enrollment;

import colophon.events.Stored;

/** The last recorded outcome was wrong. It no longer counts; both facts stay visible. */
@Stored(as = "CompletionReversed", version = 1)
public record CompletionReversed(
        String enrollmentId, String studentId, String courseId, String reason)
        implements EnrollmentEvent {}
