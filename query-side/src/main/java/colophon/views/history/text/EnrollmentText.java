package colophon.views.history.text;

import colophon.events.enrollment.CompletionReversed;
import colophon.events.enrollment.CourseCompleted;
import colophon.events.enrollment.CourseNotCompleted;
import colophon.events.enrollment.EnrollmentCancelled;
import colophon.events.enrollment.EnrollmentDeclined;
import colophon.events.enrollment.EnrollmentDeferred;
import colophon.events.enrollment.EnrollmentDropped;
import colophon.events.enrollment.EnrollmentEvent;
import colophon.events.enrollment.EnrollmentReinstated;
import colophon.events.enrollment.EnrollmentTransferred;
import colophon.events.enrollment.EnrollmentWithdrawn;
import colophon.events.enrollment.SeatOfferLapsed;
import colophon.events.enrollment.SeatOffered;
import colophon.events.enrollment.StudentApplied;
import colophon.events.enrollment.StudentEnrolled;
import colophon.events.enrollment.StudentWaitlisted;

/** The texts of the events of an enrollment. */
final class EnrollmentText {

    private EnrollmentText() {}

    static String of(EnrollmentEvent event) {
        return switch (event) {
            case StudentEnrolled _ ->
                    "Student {studentId} is enrolled in offering {offeringId} of course {courseId}"
                            + " (enrollment {enrollmentId})";
            case CourseCompleted _ ->
                    "Course {courseId} completed[ with grade {grade}] (enrollment {enrollmentId})";
            case CourseNotCompleted _ ->
                    "Course {courseId} not completed[, grade {grade}] (enrollment {enrollmentId})";
            case CompletionReversed _ ->
                    "The outcome of course {courseId} is reversed (enrollment {enrollmentId})";
            case StudentApplied _ ->
                    "Student {studentId} applies for offering {offeringId} of course {courseId}"
                            + " (enrollment {enrollmentId})";
            case StudentWaitlisted _ ->
                    "Student {studentId} is on the waitlist of offering {offeringId} of course"
                            + " {courseId} (enrollment {enrollmentId})";
            case SeatOffered _ ->
                    "A seat in offering {offeringId} is offered, to be confirmed by {confirmBy}"
                            + " (enrollment {enrollmentId})";
            case EnrollmentDeclined _ ->
                    "Enrollment {enrollmentId} in offering {offeringId} is declined";
            case SeatOfferLapsed _ ->
                    "The seat offered in offering {offeringId} was not confirmed by {confirmBy}"
                            + " (enrollment {enrollmentId})";
            case EnrollmentDropped _ ->
                    "Enrollment {enrollmentId} in offering {offeringId} is dropped before the"
                            + " start";
            case EnrollmentWithdrawn _ ->
                    "Enrollment {enrollmentId} in offering {offeringId} is withdrawn after the"
                            + " start";
            case EnrollmentCancelled _ ->
                    "Enrollment {enrollmentId} in offering {offeringId} is cancelled by the"
                            + " program";
            case EnrollmentDeferred _ ->
                    "Enrollment {enrollmentId} in offering {offeringId} is deferred to a later"
                            + " offering";
            case EnrollmentTransferred _ ->
                    "Enrollment {enrollmentId} is transferred to offering {offeringId} from"
                            + " offering {fromOfferingId}";
            case EnrollmentReinstated _ ->
                    "Enrollment {enrollmentId} in offering {offeringId} is reinstated";
        };
    }
}
