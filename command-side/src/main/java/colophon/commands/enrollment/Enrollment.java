package colophon.commands.enrollment;

import static colophon.commands.Reason.ALREADY_FINISHED;
import static colophon.commands.Reason.ENROLLMENT_NOT_FOUND;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.Reason.NO_OUTCOME;

import colophon.commands.Refusal;
import colophon.commands.desk.Subject;
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
import colophon.events.offering.OfferingScheduled;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** The rules of an enrollment. Pure: no clock, no I/O, no framework. */
public sealed interface Enrollment {

    /** How enrollments are loaded. */
    Subject<Enrollment, EnrollmentEvent> SUBJECT =
            new Subject<>("enrollment", new Unknown(), Enrollment::evolve);

    /** Nothing is known of it. */
    record Unknown() implements Enrollment {}

    /**
     * The student has a seat; {@code reversed} is the reason for which an outcome was taken back
     * last.
     */
    record Enrolled(StudentEnrolled as, @Nullable String reversed) implements Enrollment {}

    /** The course ended for the student. */
    record Finished(StudentEnrolled as, boolean completed, @Nullable String grade, LocalDate on)
            implements Enrollment {}

    /** An empty list when the same enrollment had been made. */
    static List<EnrollmentEvent> decide(
            Enroll r, OfferingScheduled offering, Enrollment enrollment, LocalDate today) {
        var before = first(enrollment);
        if (before != null && same(r, before)) return List.of();
        if (before != null)
            throw new Refusal(
                    ID_TAKEN,
                    "Enrollment "
                            + r.enrollmentId()
                            + " exists for another student, offering or day.");
        return List.of(
                new StudentEnrolled(
                        r.enrollmentId(),
                        r.studentId(),
                        r.offeringId(),
                        offering.courseId(),
                        offering.programId(),
                        offering.institutionId(),
                        offering.refundPolicy(),
                        Objects.requireNonNullElse(r.effectiveOn(), today)));
    }

    /** An empty list when the same outcome had been recorded. */
    static List<EnrollmentEvent> decide(RecordOutcome r, Enrollment enrollment, LocalDate today) {
        var as = known(enrollment, r.enrollmentId());
        if (enrollment instanceof Finished before && same(r, before)) return List.of();
        if (enrollment instanceof Finished before)
            throw new Refusal(
                    ALREADY_FINISHED,
                    "Enrollment "
                            + r.enrollmentId()
                            + " ended on "
                            + before.on()
                            + "; reverse that outcome first.");
        var on = Objects.requireNonNullElse(r.completedOn(), today);
        return List.of(
                r.completed()
                        ? new CourseCompleted(
                                as.enrollmentId(), as.studentId(), as.courseId(), r.grade(), on)
                        : new CourseNotCompleted(
                                as.enrollmentId(), as.studentId(), as.courseId(), r.grade(), on));
    }

    /** An empty list when it had been reversed for the same reason. */
    static List<EnrollmentEvent> decide(ReverseCompletion r, Enrollment enrollment) {
        var as = known(enrollment, r.enrollmentId());
        if (enrollment instanceof Enrolled before && r.reason().equals(before.reversed()))
            return List.of();
        if (enrollment instanceof Enrolled)
            throw new Refusal(NO_OUTCOME, "Enrollment " + r.enrollmentId() + " has no outcome.");
        return List.of(
                new CompletionReversed(
                        as.enrollmentId(), as.studentId(), as.courseId(), r.reason()));
    }

    /** The state after one more event. */
    static Enrollment evolve(Enrollment enrollment, EnrollmentEvent event) {
        return switch (event) {
            case StudentEnrolled e -> new Enrolled(e, null);
            case CourseCompleted e ->
                    new Finished(
                            known(enrollment, e.enrollmentId()), true, e.grade(), e.completedOn());
            case CourseNotCompleted e ->
                    new Finished(
                            known(enrollment, e.enrollmentId()), false, e.grade(), e.completedOn());
            case CompletionReversed e ->
                    new Enrolled(known(enrollment, e.enrollmentId()), e.reason());
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
                    enrollment;
        };
    }

    /** How it began, or the refusal that it does not exist. */
    static StudentEnrolled known(Enrollment enrollment, String id) {
        var first = first(enrollment);
        if (first == null)
            throw new Refusal(ENROLLMENT_NOT_FOUND, "There is no enrollment " + id + ".");
        return first;
    }

    /** True once nothing is to be paid for it any more: the student left, or got no seat. */
    static boolean hasEnded(Enrollment enrollment) {
        return enrollment instanceof Unknown;
    }

    private static @Nullable StudentEnrolled first(Enrollment enrollment) {
        return switch (enrollment) {
            case Unknown _ -> null;
            case Enrolled enrolled -> enrolled.as();
            case Finished finished -> finished.as();
        };
    }

    private static boolean same(Enroll r, StudentEnrolled before) {
        return r.studentId().equals(before.studentId())
                && r.offeringId().equals(before.offeringId())
                && (r.effectiveOn() == null || r.effectiveOn().equals(before.effectiveOn()));
    }

    private static boolean same(RecordOutcome r, Finished before) {
        return r.completed() == before.completed()
                && Objects.equals(r.grade(), before.grade())
                && (r.completedOn() == null || r.completedOn().equals(before.on()));
    }
}
