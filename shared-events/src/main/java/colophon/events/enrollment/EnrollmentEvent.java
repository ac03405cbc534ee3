package colophon.events.enrollment;

/** Everything that can happen to one enrollment. */
public sealed interface EnrollmentEvent
        permits StudentEnrolled,
                CourseCompleted,
                CourseNotCompleted,
                CompletionReversed,
                StudentApplied,
                StudentWaitlisted,
                SeatOffered,
                EnrollmentDeclined,
                SeatOfferLapsed,
                EnrollmentDropped,
                EnrollmentWithdrawn,
                EnrollmentCancelled,
                EnrollmentDeferred,
                EnrollmentTransferred,
                EnrollmentReinstated {

    /** The enrollment this is about. */
    String enrollmentId();

    /** The student who is enrolled. */
    String studentId();
}
