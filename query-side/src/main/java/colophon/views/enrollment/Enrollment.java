package colophon.views.enrollment;

import colophon.events.Recorded;
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
import colophon.views.reading.View;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * Answers: who is enrolled in what, and how did it end?
 *
 * @param place where in the log it began, see {@link Recorded#place()}
 * @param outcome null until one is recorded, and again after it is reversed
 */
public record Enrollment(
        String id,
        String studentId,
        String offeringId,
        String courseId,
        String programId,
        String institutionId,
        LocalDate effectiveOn,
        String place,
        @Nullable Outcome outcome) {

    /** All enrollments; those of a student or an offering, in the order they were made. */
    public static final View<Enrollment> VIEW =
            View.<Enrollment>of(
                            "enrollments",
                            event -> event instanceof EnrollmentEvent e ? e.enrollmentId() : null,
                            Enrollment::evolve)
                    .indexed("student", Enrollment::studentId, Enrollment::place)
                    .indexed("offering", Enrollment::offeringId, Enrollment::place);

    /** How it ended, on which day. */
    public record Outcome(boolean completed, @Nullable String grade, LocalDate completedOn) {

        /** "completed" or "not-completed". */
        public String word() {
            return completed ? "completed" : "not-completed";
        }
    }

    /** "enrolled", or "finished" once an outcome is recorded. */
    public String status() {
        return outcome == null ? "enrolled" : "finished";
    }

    /** SHIM */
    public boolean isUnderway() {
        return outcome == null;
    }

    static Enrollment evolve(@Nullable Enrollment before, Recorded<?> fact) {
        var event = (EnrollmentEvent) fact.event();
        return switch (event) {
            case StudentEnrolled e ->
                    new Enrollment(
                            e.enrollmentId(),
                            e.studentId(),
                            e.offeringId(),
                            e.courseId(),
                            e.programId(),
                            e.institutionId(),
                            e.effectiveOn(),
                            fact.place(),
                            null);
            case CourseCompleted e ->
                    known(before, e).with(new Outcome(true, e.grade(), e.completedOn()));
            case CourseNotCompleted e ->
                    known(before, e).with(new Outcome(false, e.grade(), e.completedOn()));
            case CompletionReversed e -> known(before, e).with(null);
            case StudentApplied _,
                    StudentWaitlisted _,
                    SeatOffered _,
                    EnrollmentDeclined _,
                    SeatOfferLapsed _,
                    EnrollmentDropped _,
                    EnrollmentWithdrawn _,
                    EnrollmentCancelled _,
                    EnrollmentDeferred _,
                    EnrollmentTransferred _,
                    EnrollmentReinstated _ ->
                    known(before, event);
        };
    }

    private static Enrollment known(@Nullable Enrollment before, EnrollmentEvent event) {
        return View.existing(before, "enrollment", event.enrollmentId());
    }

    private Enrollment with(@Nullable Outcome now) {
        return new Enrollment(
                id,
                studentId,
                offeringId,
                courseId,
                programId,
                institutionId,
                effectiveOn,
                place,
                now);
    }
}
