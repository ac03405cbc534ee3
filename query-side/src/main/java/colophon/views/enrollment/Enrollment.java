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
import colophon.events.enrollment.EnrollmentState;
import colophon.events.enrollment.EnrollmentTransferred;
import colophon.events.enrollment.EnrollmentWithdrawn;
import colophon.events.enrollment.SeatOfferLapsed;
import colophon.events.enrollment.SeatOffered;
import colophon.events.enrollment.StudentApplied;
import colophon.events.enrollment.StudentEnrolled;
import colophon.events.enrollment.StudentWaitlisted;
import colophon.events.refund.RefundPolicy;
import colophon.views.reading.View;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers: who is enrolled in what, how did the enrollment change, and how did it end?
 *
 * @param offeringId after a transfer, the new offering
 * @param effectiveOn day of the enrollment; before that, day of the first request
 * @param place where in the log it began, see {@link Recorded#place()}
 * @param outcome null until one is recorded, and again after it is reversed
 * @param confirmBy last day, inclusive, to confirm the held seat; null if there is none
 * @param refundPolicy the policy in force when it was made, or null
 * @param moves its changes, oldest first
 * @param inLineAt where in the log it joined the waitlist; null if it is not on it
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
        @Nullable Outcome outcome,
        EnrollmentState status,
        @Nullable LocalDate confirmBy,
        @Nullable RefundPolicy refundPolicy,
        List<Move> moves,
        @Nullable String inLineAt) {

    /**
     * All enrollments. Indexes find those of a student or an offering in the order in which they
     * were made, those with a held seat by the last day to confirm it, and those on the waitlist of
     * an offering, the longest waiting first.
     */
    public static final View<Enrollment> VIEW =
            View.<Enrollment>of(
                            "enrollments",
                            Enrollment.class,
                            event -> event instanceof EnrollmentEvent e ? e.enrollmentId() : null,
                            Enrollment::evolve)
                    .indexed("student", Enrollment::studentId, Enrollment::place)
                    .indexed("offering", Enrollment::offeringId, Enrollment::place)
                    .indexed(
                            "held",
                            enrollment -> enrollment.confirmBy() == null ? null : "",
                            enrollment -> String.valueOf(enrollment.confirmBy()))
                    .indexed(
                            "line",
                            enrollment ->
                                    enrollment.inLineAt() == null ? null : enrollment.offeringId(),
                            enrollment -> String.valueOf(enrollment.inLineAt()));

    /** The outcome, and its day. */
    public record Outcome(boolean completed, @Nullable String grade, LocalDate completedOn) {

        /** "completed" or "not-completed". */
        public String word() {
            return completed ? "completed" : "not-completed";
        }
    }

    /**
     * One change of the enrollment.
     *
     * @param on the business date, not the day of recording; null for a reversed outcome
     * @param offeringId the offering the enrollment is in afterwards
     */
    public record Move(
            EnrollmentState status,
            @Nullable LocalDate on,
            @Nullable String reason,
            String offeringId) {}

    /** True while the student has a seat, and after a finished enrollment. */
    public boolean hasSeat() {
        return status == EnrollmentState.ENROLLED || status == EnrollmentState.FINISHED;
    }

    /** True while the student has a seat and the enrollment is not finished. */
    public boolean isUnderway() {
        return status == EnrollmentState.ENROLLED;
    }

    static Enrollment evolve(@Nullable Enrollment before, Recorded<?> fact) {
        var event = (EnrollmentEvent) fact.event();
        return switch (event) {
            case StudentApplied e ->
                    begun(
                            e,
                            e.offeringId(),
                            e.courseId(),
                            e.programId(),
                            e.institutionId(),
                            e.appliedOn(),
                            fact.place(),
                            EnrollmentState.PENDING);
            case StudentWaitlisted e ->
                    (before != null
                                    ? before.moved(
                                            EnrollmentState.WAITLISTED, e.waitlistedOn(), null)
                                    : begun(
                                            e,
                                            e.offeringId(),
                                            e.courseId(),
                                            e.programId(),
                                            e.institutionId(),
                                            e.waitlistedOn(),
                                            fact.place(),
                                            EnrollmentState.WAITLISTED))
                            .waiting(null, fact.place());
            case StudentEnrolled e ->
                    (before != null
                                    ? before.moved(EnrollmentState.ENROLLED, e.effectiveOn(), null)
                                    : begun(
                                            e,
                                            e.offeringId(),
                                            e.courseId(),
                                            e.programId(),
                                            e.institutionId(),
                                            e.effectiveOn(),
                                            fact.place(),
                                            EnrollmentState.ENROLLED))
                            .seated(e.effectiveOn(), e.refundPolicy());
            case SeatOffered e ->
                    existing(before, e)
                            .moved(EnrollmentState.ACCEPTED, e.offeredOn(), null)
                            .waiting(e.confirmBy(), null);
            case EnrollmentDeclined e ->
                    existing(before, e).moved(EnrollmentState.DECLINED, e.declinedOn(), e.reason());
            case SeatOfferLapsed e ->
                    existing(before, e)
                            .moved(
                                    EnrollmentState.DECLINED,
                                    e.lapsedOn(),
                                    "not confirmed by " + e.confirmBy());
            case EnrollmentDropped e ->
                    existing(before, e).moved(EnrollmentState.DROPPED, e.droppedOn(), e.reason());
            case EnrollmentWithdrawn e ->
                    existing(before, e)
                            .moved(EnrollmentState.WITHDRAWN, e.withdrawnOn(), e.reason());
            case EnrollmentCancelled e ->
                    existing(before, e)
                            .moved(EnrollmentState.CANCELLED, e.cancelledOn(), e.reason());
            case EnrollmentDeferred e ->
                    existing(before, e).moved(EnrollmentState.DEFERRED, e.deferredOn(), e.reason());
            case EnrollmentTransferred e -> existing(before, e).transferred(e);
            case EnrollmentReinstated e ->
                    existing(before, e)
                            .moved(EnrollmentState.ENROLLED, e.reinstatedOn(), e.reason())
                            .seated(e.reinstatedOn(), e.refundPolicy());
            case CourseCompleted e ->
                    existing(before, e)
                            .moved(EnrollmentState.FINISHED, e.completedOn(), null)
                            .with(new Outcome(true, e.grade(), e.completedOn()));
            case CourseNotCompleted e ->
                    existing(before, e)
                            .moved(EnrollmentState.FINISHED, e.completedOn(), null)
                            .with(new Outcome(false, e.grade(), e.completedOn()));
            case CompletionReversed e ->
                    existing(before, e)
                            .moved(EnrollmentState.ENROLLED, null, e.reason())
                            .with(null);
        };
    }

    private static Enrollment begun(
            EnrollmentEvent e,
            String offeringId,
            String courseId,
            String programId,
            String institutionId,
            LocalDate on,
            String place,
            EnrollmentState status) {
        return new Enrollment(
                e.enrollmentId(),
                e.studentId(),
                offeringId,
                courseId,
                programId,
                institutionId,
                on,
                place,
                null,
                status,
                null,
                null,
                List.of(new Move(status, on, null, offeringId)),
                null);
    }

    private static Enrollment existing(@Nullable Enrollment before, EnrollmentEvent event) {
        return View.existing(before, "enrollment", event.enrollmentId());
    }

    /** The enrollment in another status. The held seat, if any, is gone. */
    private Enrollment moved(EnrollmentState now, @Nullable LocalDate on, @Nullable String reason) {
        return moved(now, on, reason, offeringId, courseId, programId);
    }

    private Enrollment transferred(EnrollmentTransferred e) {
        return moved(
                        EnrollmentState.ENROLLED,
                        e.transferredOn(),
                        e.reason(),
                        e.offeringId(),
                        e.courseId(),
                        e.programId())
                .seated(effectiveOn, e.refundPolicy());
    }

    private Enrollment moved(
            EnrollmentState now,
            @Nullable LocalDate on,
            @Nullable String reason,
            String toOffering,
            String toCourse,
            String toProgram) {
        var all = new ArrayList<>(moves);
        all.add(new Move(now, on, reason, toOffering));
        return new Enrollment(
                id,
                studentId,
                toOffering,
                toCourse,
                toProgram,
                institutionId,
                effectiveOn,
                place,
                outcome,
                now,
                null,
                refundPolicy,
                List.copyOf(all),
                null);
    }

    private Enrollment waiting(@Nullable LocalDate until, @Nullable String at) {
        return new Enrollment(
                id,
                studentId,
                offeringId,
                courseId,
                programId,
                institutionId,
                effectiveOn,
                place,
                outcome,
                status,
                until,
                refundPolicy,
                moves,
                at);
    }

    private Enrollment seated(LocalDate since, @Nullable RefundPolicy terms) {
        return new Enrollment(
                id,
                studentId,
                offeringId,
                courseId,
                programId,
                institutionId,
                since,
                place,
                outcome,
                status,
                confirmBy,
                terms,
                moves,
                inLineAt);
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
                now,
                status,
                confirmBy,
                refundPolicy,
                moves,
                inLineAt);
    }
}
