package colophon.events.enrollment;

/** Everything that can happen to one enrollment. */
public sealed interface EnrollmentEvent
        permits StudentEnrolled, CourseCompleted, CourseNotCompleted, CompletionReversed {

    /** The enrollment this is about. */
    String enrollmentId();

    /** Whose enrollment it is. */
    String studentId();
}
