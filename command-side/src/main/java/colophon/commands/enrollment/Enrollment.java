package colophon.commands.enrollment;

import static colophon.commands.Reason.ENROLLMENT_NOT_FOUND;

import colophon.commands.loading.States;
import colophon.commands.loading.StreamType;
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

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * The states of an enrollment. Its rules are in {@link EnrollmentAdmission}, {@link
 * EnrollmentChanges} and {@link EnrollmentOutcome}.
 */
public sealed interface Enrollment {

    /** How enrollments are loaded. */
    StreamType<Enrollment, EnrollmentEvent> STREAM =
            new StreamType<>("enrollment", new Unknown(), Enrollment::evolve, ENROLLMENT_NOT_FOUND);

    /** The student and the course; after a transfer, the current offering. */
    record Details(
            String enrollmentId,
            String studentId,
            String offeringId,
            String courseId,
            String programId,
            String institutionId) {}

    /** The request that made it, and its first status. */
    record Begun(EnrollmentState status, String offeringId, LocalDate on) {}

    /** What every status has; {@code bills} counts how often its course was charged. */
    record Base(Details as, Begun begun, int bills) {}

    /** The enrollment does not exist. */
    record Unknown() implements Enrollment {}

    /** The enrollment exists, in one of the statuses. */
    sealed interface Known extends Enrollment {

        /** The part that does not depend on the status. */
        Base base();

        /** The status. */
        EnrollmentState status();

        /** The student and the course. */
        default Details details() {
            return base().as();
        }

        /** "Enrollment e-1 is pending", to begin a refusal with. */
        default String sentence() {
            return "Enrollment " + details().enrollmentId() + " is " + status();
        }
    }

    /** The student applied and has no answer yet. */
    record Pending(Base base) implements Known {
        @Override
        public EnrollmentState status() {
            return EnrollmentState.PENDING;
        }
    }

    /** The student is on the waitlist. */
    record Waitlisted(Base base) implements Known {
        @Override
        public EnrollmentState status() {
            return EnrollmentState.WAITLISTED;
        }
    }

    /** A seat is held until {@code confirmBy}, inclusive. */
    record Accepted(Base base, LocalDate confirmBy) implements Known {
        @Override
        public EnrollmentState status() {
            return EnrollmentState.ACCEPTED;
        }
    }

    /** One side declined, or the student did not confirm in time ({@code lapsed}). */
    record Declined(Base base, String reason, boolean lapsed) implements Known {
        @Override
        public EnrollmentState status() {
            return EnrollmentState.DECLINED;
        }
    }

    /**
     * The student has a seat.
     *
     * @param since the day of the enrollment, or of the reinstatement
     * @param terms the frozen refund policy, or null for none
     * @param via how the student got the seat, or null if by enrolling
     * @param reversed the reason of the last reversal of an outcome, or null
     */
    record Enrolled(
            Base base,
            LocalDate since,
            @Nullable RefundPolicy terms,
            @Nullable Arrival via,
            @Nullable String reversed)
            implements Known {
        @Override
        public EnrollmentState status() {
            return EnrollmentState.ENROLLED;
        }
    }

    /** A way to a seat other than enrolling. */
    sealed interface Arrival {}

    /** From another offering. */
    record Transferred(String fromOfferingId, String reason, LocalDate on) implements Arrival {}

    /** Back to the same offering. */
    record Reinstated(String reason, LocalDate on) implements Arrival {}

    /** The course ended for the student. */
    record Finished(Enrolled before, boolean completed, @Nullable String grade, LocalDate on)
            implements Known {
        @Override
        public Base base() {
            return before.base();
        }

        @Override
        public EnrollmentState status() {
            return EnrollmentState.FINISHED;
        }
    }

    /** The student deferred: no seat is held and nothing is charged. */
    record Deferred(Base base, String reason, LocalDate on) implements Known {
        @Override
        public EnrollmentState status() {
            return EnrollmentState.DEFERRED;
        }
    }

    /** The student has left. {@code terms} is the refund policy that decided the refund. */
    record Departed(
            Base base, Departure how, String reason, LocalDate on, @Nullable RefundPolicy terms)
            implements Known {
        @Override
        public EnrollmentState status() {
            return switch (how) {
                case DROPPED -> EnrollmentState.DROPPED;
                case WITHDRAWN -> EnrollmentState.WITHDRAWN;
                case CANCELLED -> EnrollmentState.CANCELLED;
            };
        }
    }

    /** How a student left: before the start, after it, or by a decision of the program. */
    enum Departure {
        DROPPED,
        WITHDRAWN,
        CANCELLED
    }

    /** The state after one more event. */
    static Enrollment evolve(Enrollment enrollment, EnrollmentEvent event) {
        return switch (event) {
            case StudentApplied e ->
                    new Pending(
                            new Base(
                                    new Details(
                                            e.enrollmentId(),
                                            e.studentId(),
                                            e.offeringId(),
                                            e.courseId(),
                                            e.programId(),
                                            e.institutionId()),
                                    new Begun(
                                            EnrollmentState.PENDING, e.offeringId(), e.appliedOn()),
                                    0));
            case StudentWaitlisted e ->
                    new Waitlisted(
                            enrollment instanceof Known known
                                    ? known.base()
                                    : new Base(
                                            new Details(
                                                    e.enrollmentId(),
                                                    e.studentId(),
                                                    e.offeringId(),
                                                    e.courseId(),
                                                    e.programId(),
                                                    e.institutionId()),
                                            new Begun(
                                                    EnrollmentState.WAITLISTED,
                                                    e.offeringId(),
                                                    e.waitlistedOn()),
                                            0));
            case SeatOffered e -> new Accepted(base(enrollment, e), e.confirmBy());
            case EnrollmentDeclined e -> new Declined(base(enrollment, e), e.reason(), false);
            case SeatOfferLapsed e -> new Declined(base(enrollment, e), "", true);
            case StudentEnrolled e -> {
                var details =
                        new Details(
                                e.enrollmentId(),
                                e.studentId(),
                                e.offeringId(),
                                e.courseId(),
                                e.programId(),
                                e.institutionId());
                var begun =
                        enrollment instanceof Known known
                                ? known.base().begun()
                                : new Begun(
                                        EnrollmentState.ENROLLED, e.offeringId(), e.effectiveOn());
                yield new Enrolled(
                        new Base(details, begun, 1), e.effectiveOn(), e.refundPolicy(), null, null);
            }
            case EnrollmentTransferred e -> transferred(require(enrollment, e.enrollmentId()), e);
            case EnrollmentReinstated e ->
                    new Enrolled(
                            billed(base(enrollment, e)),
                            e.reinstatedOn(),
                            e.refundPolicy(),
                            new Reinstated(e.reason(), e.reinstatedOn()),
                            null);
            case EnrollmentDeferred e ->
                    new Deferred(base(enrollment, e), e.reason(), e.deferredOn());
            case EnrollmentDropped e ->
                    departed(enrollment, e, Departure.DROPPED, e.reason(), e.droppedOn());
            case EnrollmentWithdrawn e ->
                    departed(enrollment, e, Departure.WITHDRAWN, e.reason(), e.withdrawnOn());
            case EnrollmentCancelled e ->
                    departed(enrollment, e, Departure.CANCELLED, e.reason(), e.cancelledOn());
            case CourseCompleted e ->
                    new Finished((Enrolled) enrollment, true, e.grade(), e.completedOn());
            case CourseNotCompleted e ->
                    new Finished((Enrolled) enrollment, false, e.grade(), e.completedOn());
            case CompletionReversed e -> {
                var before = ((Finished) enrollment).before();
                yield new Enrolled(
                        before.base(), before.since(), before.terms(), before.via(), e.reason());
            }
        };
    }

    /** The student and the course. Refused if the enrollment does not exist. */
    static Details requireDetails(Enrollment enrollment, String id) {
        return require(enrollment, id).details();
    }

    /** The enrollment in its status. Refused if it does not exist. */
    static Known require(Enrollment enrollment, String id) {
        return STREAM.require(enrollment, Known.class, id);
    }

    /** The same of the stream with this id. */
    static Known require(States states, String id) {
        return require(states.read(STREAM.stream(id)), id);
    }

    /** True once nothing more is paid for it: the student left or got no seat. */
    static boolean hasEnded(Enrollment enrollment) {
        return switch (enrollment) {
            case Unknown _ -> true;
            case Departed _ -> true;
            case Declined _ -> true;
            case Pending _, Waitlisted _, Accepted _, Enrolled _, Finished _, Deferred _ -> false;
        };
    }

    /** The refund policy it falls under, or null for none. */
    static @Nullable RefundPolicy terms(Enrollment enrollment) {
        return switch (enrollment) {
            case Enrolled enrolled -> enrolled.terms();
            case Finished finished -> finished.before().terms();
            case Departed left -> left.terms();
            case Unknown _, Pending _, Waitlisted _, Accepted _, Declined _, Deferred _ -> null;
        };
    }

    private static Enrolled transferred(Known before, EnrollmentTransferred e) {
        var was = before.details();
        var details =
                new Details(
                        was.enrollmentId(),
                        was.studentId(),
                        e.offeringId(),
                        e.courseId(),
                        e.programId(),
                        was.institutionId());
        // A transfer keeps the day of the enrollment: it starts no new withdrawal period.
        var since = before instanceof Enrolled enrolled ? enrolled.since() : e.transferredOn();
        return new Enrolled(
                billed(new Base(details, before.base().begun(), before.base().bills())),
                since,
                e.refundPolicy(),
                new Transferred(e.fromOfferingId(), e.reason(), e.transferredOn()),
                null);
    }

    private static Departed departed(
            Enrollment before, EnrollmentEvent e, Departure how, String reason, LocalDate on) {
        return new Departed(base(before, e), how, reason, on, terms(before));
    }

    private static Base billed(Base base) {
        return new Base(base.as(), base.begun(), base.bills() + 1);
    }

    private static Base base(Enrollment enrollment, EnrollmentEvent event) {
        return require(enrollment, event.enrollmentId()).base();
    }
}
