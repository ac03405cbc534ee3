package colophon.commands.enrollment;

import static colophon.commands.Reason.ALREADY_FINISHED;
import static colophon.commands.Reason.DATES_OUT_OF_ORDER;
import static colophon.commands.Reason.ENROLLMENT_NOT_FOUND;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.Reason.NOT_AWAY;
import static colophon.commands.Reason.NOT_DECLINABLE;
import static colophon.commands.Reason.NOT_ENROLLED;
import static colophon.commands.Reason.NOT_OFFERED;
import static colophon.commands.Reason.NOT_PENDING;
import static colophon.commands.Reason.NOT_WAITING;
import static colophon.commands.Reason.NO_OUTCOME;
import static colophon.commands.Reason.OFFER_LAPSED;
import static colophon.commands.Reason.OF_ANOTHER_INSTITUTION;
import static colophon.commands.Reason.SAME_OFFERING;

import static java.util.Objects.requireNonNullElse;

import colophon.commands.Refusal;
import colophon.commands.desk.Subject;
import colophon.commands.offering.Offering;
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
import colophon.events.offering.Admission;
import colophon.events.offering.OfferingScheduled;
import colophon.events.refund.RefundPolicy;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The rules of an enrollment. Pure: no clock, no I/O, no framework. */
public sealed interface Enrollment {

    /** How enrollments are loaded. */
    Subject<Enrollment, EnrollmentEvent> SUBJECT =
            new Subject<>("enrollment", new Unknown(), Enrollment::evolve);

    /** Whose it is, and what for: of a transferred one, the offering it is in now. */
    record Particulars(
            String enrollmentId,
            String studentId,
            String offeringId,
            String courseId,
            String programId,
            String institutionId) {}

    /** What the request that made it asked for and got. */
    record Begun(String status, String offeringId, LocalDate on) {}

    /** What is known in every status; {@code bills} counts how often its course was charged. */
    record Base(Particulars as, Begun begun, int bills) {}

    /** Nothing is known of it. */
    record Unknown() implements Enrollment {}

    /** It exists, in one of the statuses. */
    sealed interface Known extends Enrollment {

        /** What does not depend on the status. */
        Base base();

        /** The word of the status. */
        String status();

        /** Whose it is, and what for. */
        default Particulars as() {
            return base().as();
        }
    }

    /** The student asked for a seat and has no answer yet. */
    record Pending(Base base) implements Known {
        @Override
        public String status() {
            return "pending";
        }
    }

    /** The student stands in line. */
    record Waitlisted(Base base) implements Known {
        @Override
        public String status() {
            return "waitlisted";
        }
    }

    /** A seat is held until {@code confirmBy}, inclusive. */
    record Accepted(Base base, LocalDate confirmBy) implements Known {
        @Override
        public String status() {
            return "accepted";
        }
    }

    /** One side said no, or nobody confirmed in time ({@code lapsed}). */
    record Declined(Base base, String reason, boolean lapsed) implements Known {
        @Override
        public String status() {
            return "declined";
        }
    }

    /**
     * The student has a seat.
     *
     * @param since the day of the enrollment, or of the return of a student who had left
     * @param terms the refund policy it was made under, or null for none
     * @param via how the student came here, if not by enrolling
     * @param reversed the reason for which an outcome was taken back last, or null
     */
    record Enrolled(
            Base base,
            LocalDate since,
            @Nullable RefundPolicy terms,
            @Nullable Arrival via,
            @Nullable String reversed)
            implements Known {
        @Override
        public String status() {
            return "enrolled";
        }
    }

    /** Another way to a seat than enrolling. */
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
        public String status() {
            return "finished";
        }
    }

    /** The student will come to another offering; no seat, and nothing is charged. */
    record Deferred(Base base, String reason, LocalDate on) implements Known {
        @Override
        public String status() {
            return "deferred";
        }
    }

    /** The student is gone; {@code terms} are those under which money was given back. */
    record Left(Base base, Departure how, String reason, LocalDate on, @Nullable RefundPolicy terms)
            implements Known {
        @Override
        public String status() {
            return how.toString();
        }
    }

    /** How a student left: before the start, after it, or because the program said so. */
    enum Departure {
        DROPPED,
        WITHDRAWN,
        CANCELLED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A seat, a place in line, or an application, as the offering has it; an empty list when the
     * same enrollment had been made.
     */
    static List<EnrollmentEvent> decide(
            Enroll r, Offering offering, Enrollment enrollment, LocalDate today) {
        if (enrollment instanceof Known before && same(r, before.base())) return List.of();
        if (enrollment instanceof Known)
            throw new Refusal(
                    ID_TAKEN,
                    "Enrollment "
                            + r.enrollmentId()
                            + " exists for another student, offering or day.");
        var running = Offering.running(offering, r.offeringId());
        var in = running.as();
        var on = requireNonNullElse(r.effectiveOn(), today);
        if (in.admission() == Admission.APPLICATION)
            return List.of(
                    new StudentApplied(
                            r.enrollmentId(),
                            r.studentId(),
                            r.offeringId(),
                            in.courseId(),
                            in.programId(),
                            in.institutionId(),
                            on));
        var as = particulars(r.enrollmentId(), r.studentId(), in);
        return List.of(
                running.isOpen() || in.waitlist() == null
                        ? enrolled(as, running.refundPolicy(), on)
                        : waitlisted(as, on));
    }

    /**
     * A seat, or a place in line where there is a line and no seat; an empty list when the
     * applicant had been accepted.
     */
    static List<EnrollmentEvent> decide(
            EnrollmentMove.Accept r,
            Offering.Scheduled offering,
            Enrollment enrollment,
            LocalDate today) {
        var known = here(enrollment, r.enrollmentId());
        var applied = known.base().begun().status().equals("pending");
        if (known instanceof Accepted before && applied && same(r.confirmBy(), before))
            return List.of();
        if (known instanceof Waitlisted && applied) return List.of();
        if (!(known instanceof Pending))
            throw new Refusal(NOT_PENDING, is(known) + ", so there is no application to accept.");
        var confirmBy = confirmBy(r.confirmBy(), offering.as(), today);
        return List.of(
                offering.isOpen() || offering.as().waitlist() == null
                        ? offered(known.as(), confirmBy, today)
                        : waitlisted(known.as(), today));
    }

    /** An empty list when it had been offered. */
    static List<EnrollmentEvent> decide(
            EnrollmentMove.OfferSeat r,
            OfferingScheduled offering,
            Enrollment enrollment,
            LocalDate today) {
        var known = here(enrollment, r.enrollmentId());
        if (known instanceof Accepted before && same(r.confirmBy(), before)) return List.of();
        if (!(known instanceof Waitlisted))
            throw new Refusal(NOT_WAITING, is(known) + ", not waitlisted.");
        return List.of(offered(known.as(), confirmBy(r.confirmBy(), offering, today), today));
    }

    /** An empty list when the student had taken the offered seat. */
    static List<EnrollmentEvent> decide(
            EnrollmentMove.Confirm r,
            Offering.Scheduled offering,
            Enrollment enrollment,
            LocalDate today) {
        var known = here(enrollment, r.enrollmentId());
        if (known instanceof Enrolled before && !before.base().begun().status().equals("enrolled"))
            return List.of();
        if (known instanceof Declined before && before.lapsed())
            throw new Refusal(OFFER_LAPSED, is(known) + ": the seat went back in the meantime.");
        if (!(known instanceof Accepted accepted))
            throw new Refusal(NOT_OFFERED, is(known) + ", so there is no seat to confirm.");
        if (today.isAfter(accepted.confirmBy()))
            throw new Refusal(
                    OFFER_LAPSED, "The seat was held until " + accepted.confirmBy() + ".");
        return List.of(enrolled(known.as(), offering.refundPolicy(), today));
    }

    /** An empty list when it had been declined for the same reason. */
    static List<EnrollmentEvent> decide(
            EnrollmentMove.Decline r, Enrollment enrollment, LocalDate today) {
        var known = here(enrollment, r.enrollmentId());
        if (known instanceof Declined before && before.reason().equals(r.reason()))
            return List.of();
        if (!(known instanceof Pending || known instanceof Waitlisted || known instanceof Accepted))
            throw new Refusal(NOT_DECLINABLE, is(known) + ", so there is nothing to decline.");
        var as = known.as();
        return List.of(
                new EnrollmentDeclined(
                        as.enrollmentId(), as.studentId(), as.offeringId(), r.reason(), today));
    }

    /** Lapses if a seat is held and its last day is over; else an empty list. */
    static List<EnrollmentEvent> lapse(Enrollment enrollment, LocalDate today) {
        if (!(enrollment instanceof Accepted held) || !today.isAfter(held.confirmBy()))
            return List.of();
        var as = held.as();
        return List.of(
                new SeatOfferLapsed(
                        as.enrollmentId(),
                        as.studentId(),
                        as.offeringId(),
                        held.confirmBy(),
                        today));
    }

    /** An empty list when it had been transferred so. */
    static List<EnrollmentEvent> decide(
            EnrollmentMove.Transfer r,
            Offering.Scheduled target,
            Enrollment enrollment,
            LocalDate today) {
        var known = here(enrollment, r.enrollmentId());
        if (known instanceof Enrolled before
                && before.via() instanceof Transferred via
                && before.as().offeringId().equals(r.offeringId())
                && same(r.reason(), r.effectiveOn(), via.reason(), via.on())) return List.of();
        var as = seatedOrDeferred(known);
        if (as.offeringId().equals(r.offeringId()))
            throw new Refusal(
                    SAME_OFFERING,
                    "Enrollment " + r.enrollmentId() + " is in offering " + r.offeringId() + ".");
        var to = target.as();
        if (!to.institutionId().equals(as.institutionId()))
            throw new Refusal(
                    OF_ANOTHER_INSTITUTION,
                    "Offering " + to.offeringId() + " is not at " + as.institutionId() + ".");
        return List.of(
                new EnrollmentTransferred(
                        as.enrollmentId(),
                        as.studentId(),
                        as.offeringId(),
                        to.offeringId(),
                        to.courseId(),
                        to.programId(),
                        target.refundPolicy(),
                        r.reason(),
                        requireNonNullElse(r.effectiveOn(), today)));
    }

    /** An empty list when it had been deferred so. */
    static List<EnrollmentEvent> decide(
            EnrollmentMove.Defer r, Enrollment enrollment, LocalDate today) {
        var known = here(enrollment, r.enrollmentId());
        if (known instanceof Deferred before
                && same(r.reason(), r.effectiveOn(), before.reason(), before.on()))
            return List.of();
        if (!(known instanceof Enrolled)) throw notEnrolled(known);
        var as = known.as();
        return List.of(
                new EnrollmentDeferred(
                        as.enrollmentId(),
                        as.studentId(),
                        as.offeringId(),
                        r.reason(),
                        requireNonNullElse(r.effectiveOn(), today)));
    }

    /** An empty list when the student had been reinstated so. */
    static List<EnrollmentEvent> decide(
            EnrollmentMove.Reinstate r,
            Offering.Scheduled offering,
            Enrollment enrollment,
            LocalDate today) {
        var known = here(enrollment, r.enrollmentId());
        if (known instanceof Enrolled before
                && before.via() instanceof Reinstated via
                && same(r.reason(), r.effectiveOn(), via.reason(), via.on())) return List.of();
        if (!(known instanceof Left || known instanceof Deferred))
            throw new Refusal(NOT_AWAY, is(known) + ", so there is nothing to come back to.");
        var as = known.as();
        return List.of(
                new EnrollmentReinstated(
                        as.enrollmentId(),
                        as.studentId(),
                        as.offeringId(),
                        offering.refundPolicy(),
                        r.reason(),
                        requireNonNullElse(r.effectiveOn(), today)));
    }

    /**
     * A drop before the first day of the offering, a withdrawal from that day on; an empty list
     * when the student had left so.
     */
    static List<EnrollmentEvent> decide(
            EnrollmentMove.Withdraw r,
            OfferingScheduled offering,
            Enrollment enrollment,
            LocalDate today) {
        var known = here(enrollment, r.enrollmentId());
        if (known instanceof Left before
                && before.how() != Departure.CANCELLED
                && same(r.reason(), r.effectiveOn(), before.reason(), before.on()))
            return List.of();
        var as = seatedOrDeferred(known);
        var on = requireNonNullElse(r.effectiveOn(), today);
        return List.of(
                on.isBefore(offering.startsOn())
                        ? new EnrollmentDropped(
                                as.enrollmentId(), as.studentId(), as.offeringId(), r.reason(), on)
                        : new EnrollmentWithdrawn(
                                as.enrollmentId(),
                                as.studentId(),
                                as.offeringId(),
                                r.reason(),
                                on));
    }

    /** Whoever has no outcome and has not left; an empty list when it had been cancelled so. */
    static List<EnrollmentEvent> decide(
            EnrollmentMove.Cancel r, Enrollment enrollment, LocalDate today) {
        var known = here(enrollment, r.enrollmentId());
        if (known instanceof Left before
                && before.how() == Departure.CANCELLED
                && before.reason().equals(r.reason())) return List.of();
        if (known instanceof Finished || known instanceof Left || known instanceof Declined)
            throw notEnrolled(known);
        var as = known.as();
        return List.of(
                new EnrollmentCancelled(
                        as.enrollmentId(), as.studentId(), as.offeringId(), r.reason(), today));
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
        if (!(enrollment instanceof Enrolled))
            throw notEnrolled(here(enrollment, r.enrollmentId()));
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
        if (!(enrollment instanceof Finished))
            throw new Refusal(NO_OUTCOME, "Enrollment " + r.enrollmentId() + " has no outcome.");
        return List.of(
                new CompletionReversed(
                        as.enrollmentId(), as.studentId(), as.courseId(), r.reason()));
    }

    /** The state after one more event. */
    static Enrollment evolve(Enrollment enrollment, EnrollmentEvent event) {
        return switch (event) {
            case StudentApplied e ->
                    new Pending(
                            new Base(
                                    new Particulars(
                                            e.enrollmentId(),
                                            e.studentId(),
                                            e.offeringId(),
                                            e.courseId(),
                                            e.programId(),
                                            e.institutionId()),
                                    new Begun("pending", e.offeringId(), e.appliedOn()),
                                    0));
            case StudentWaitlisted e ->
                    new Waitlisted(
                            enrollment instanceof Known known
                                    ? known.base()
                                    : new Base(
                                            new Particulars(
                                                    e.enrollmentId(),
                                                    e.studentId(),
                                                    e.offeringId(),
                                                    e.courseId(),
                                                    e.programId(),
                                                    e.institutionId()),
                                            new Begun(
                                                    "waitlisted", e.offeringId(), e.waitlistedOn()),
                                            0));
            case SeatOffered e -> new Accepted(base(enrollment, e), e.confirmBy());
            case EnrollmentDeclined e -> new Declined(base(enrollment, e), e.reason(), false);
            case SeatOfferLapsed e -> new Declined(base(enrollment, e), "", true);
            case StudentEnrolled e -> {
                var as =
                        new Particulars(
                                e.enrollmentId(),
                                e.studentId(),
                                e.offeringId(),
                                e.courseId(),
                                e.programId(),
                                e.institutionId());
                var begun =
                        enrollment instanceof Known known
                                ? known.base().begun()
                                : new Begun("enrolled", e.offeringId(), e.effectiveOn());
                yield new Enrolled(
                        new Base(as, begun, 1), e.effectiveOn(), e.refundPolicy(), null, null);
            }
            case EnrollmentTransferred e -> transferred(here(enrollment, e.enrollmentId()), e);
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
                    left(enrollment, e, Departure.DROPPED, e.reason(), e.droppedOn());
            case EnrollmentWithdrawn e ->
                    left(enrollment, e, Departure.WITHDRAWN, e.reason(), e.withdrawnOn());
            case EnrollmentCancelled e ->
                    left(enrollment, e, Departure.CANCELLED, e.reason(), e.cancelledOn());
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

    /** Whose it is and what for, or the refusal that it does not exist. */
    static Particulars known(Enrollment enrollment, String id) {
        return here(enrollment, id).as();
    }

    /** The enrollment in its status, or the refusal that it does not exist. */
    static Known here(Enrollment enrollment, String id) {
        if (!(enrollment instanceof Known known))
            throw new Refusal(ENROLLMENT_NOT_FOUND, "There is no enrollment " + id + ".");
        return known;
    }

    /** True once nothing is to be paid for it any more: the student left, or got no seat. */
    static boolean hasEnded(Enrollment enrollment) {
        return switch (enrollment) {
            case Unknown _ -> true;
            case Left _ -> true;
            case Declined _ -> true;
            case Pending _, Waitlisted _, Accepted _, Enrolled _, Finished _, Deferred _ -> false;
        };
    }

    /** The refund policy it falls under, or null for none. */
    static @Nullable RefundPolicy terms(Enrollment enrollment) {
        return switch (enrollment) {
            case Enrolled enrolled -> enrolled.terms();
            case Finished finished -> finished.before().terms();
            case Left left -> left.terms();
            case Unknown _, Pending _, Waitlisted _, Accepted _, Declined _, Deferred _ -> null;
        };
    }

    private static Enrolled transferred(Known before, EnrollmentTransferred e) {
        var was = before.as();
        var as =
                new Particulars(
                        was.enrollmentId(),
                        was.studentId(),
                        e.offeringId(),
                        e.courseId(),
                        e.programId(),
                        was.institutionId());
        // The student enrolled when they did: going elsewhere starts no new time to think it over.
        var since = before instanceof Enrolled enrolled ? enrolled.since() : e.transferredOn();
        return new Enrolled(
                billed(new Base(as, before.base().begun(), before.base().bills())),
                since,
                e.refundPolicy(),
                new Transferred(e.fromOfferingId(), e.reason(), e.transferredOn()),
                null);
    }

    private static Left left(
            Enrollment before, EnrollmentEvent e, Departure how, String reason, LocalDate on) {
        return new Left(base(before, e), how, reason, on, terms(before));
    }

    private static Base billed(Base base) {
        return new Base(base.as(), base.begun(), base.bills() + 1);
    }

    private static Base base(Enrollment enrollment, EnrollmentEvent event) {
        return here(enrollment, event.enrollmentId()).base();
    }

    private static Particulars particulars(
            String enrollmentId, String studentId, OfferingScheduled in) {
        return new Particulars(
                enrollmentId,
                studentId,
                in.offeringId(),
                in.courseId(),
                in.programId(),
                in.institutionId());
    }

    private static StudentEnrolled enrolled(
            Particulars as, @Nullable RefundPolicy terms, LocalDate on) {
        return new StudentEnrolled(
                as.enrollmentId(),
                as.studentId(),
                as.offeringId(),
                as.courseId(),
                as.programId(),
                as.institutionId(),
                terms,
                on);
    }

    private static StudentWaitlisted waitlisted(Particulars as, LocalDate on) {
        return new StudentWaitlisted(
                as.enrollmentId(),
                as.studentId(),
                as.offeringId(),
                as.courseId(),
                as.programId(),
                as.institutionId(),
                on);
    }

    private static SeatOffered offered(Particulars as, LocalDate confirmBy, LocalDate today) {
        return new SeatOffered(
                as.enrollmentId(), as.studentId(), as.offeringId(), confirmBy, today);
    }

    private static LocalDate confirmBy(
            @Nullable LocalDate asked, OfferingScheduled offering, LocalDate today) {
        var confirmBy = requireNonNullElse(asked, today.plus(offering.confirmWithin()));
        if (confirmBy.isBefore(today))
            throw new Refusal(
                    DATES_OUT_OF_ORDER,
                    "confirmBy " + confirmBy + " is before today, " + today + ".");
        return confirmBy;
    }

    private static Particulars seatedOrDeferred(Known known) {
        if (!(known instanceof Enrolled || known instanceof Deferred)) throw notEnrolled(known);
        return known.as();
    }

    private static Refusal notEnrolled(Known known) {
        if (known instanceof Finished finished)
            return new Refusal(
                    ALREADY_FINISHED,
                    "Enrollment "
                            + known.as().enrollmentId()
                            + " ended on "
                            + finished.on()
                            + "; reverse that outcome first.");
        return new Refusal(NOT_ENROLLED, is(known) + ", not enrolled.");
    }

    private static String is(Known known) {
        return "Enrollment " + known.as().enrollmentId() + " is " + known.status();
    }

    private static boolean same(Enroll r, Base before) {
        return r.studentId().equals(before.as().studentId())
                && r.offeringId().equals(before.begun().offeringId())
                && (r.effectiveOn() == null || r.effectiveOn().equals(before.begun().on()));
    }

    private static boolean same(@Nullable LocalDate confirmBy, Accepted before) {
        return confirmBy == null || confirmBy.equals(before.confirmBy());
    }

    private static boolean same(
            String reason, @Nullable LocalDate on, String reasonBefore, LocalDate onBefore) {
        return reason.equals(reasonBefore) && (on == null || on.equals(onBefore));
    }

    private static boolean same(RecordOutcome r, Finished before) {
        return r.completed() == before.completed()
                && Objects.equals(r.grade(), before.grade())
                && (r.completedOn() == null || r.completedOn().equals(before.on()));
    }
}
