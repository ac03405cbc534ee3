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
import colophon.commands.loading.StreamType;
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

/** The rules of an enrollment. */
public sealed interface Enrollment {

    /** How enrollments are loaded. */
    StreamType<Enrollment, EnrollmentEvent> STREAM =
            new StreamType<>("enrollment", new Unknown(), Enrollment::evolve);

    /** The student and the course; after a transfer, the current offering. */
    record Details(
            String enrollmentId,
            String studentId,
            String offeringId,
            String courseId,
            String programId,
            String institutionId) {}

    /** The request that made it, and its first status. */
    record Begun(String status, String offeringId, LocalDate on) {}

    /** What every status has; {@code bills} counts how often its course was charged. */
    record Base(Details as, Begun begun, int bills) {}

    /** The enrollment does not exist. */
    record Unknown() implements Enrollment {}

    /** The enrollment exists, in one of the statuses. */
    sealed interface Known extends Enrollment {

        /** The part that does not depend on the status. */
        Base base();

        /** The word of the status. */
        String status();

        /** The student and the course. */
        default Details details() {
            return base().as();
        }
    }

    /** The student applied and has no answer yet. */
    record Pending(Base base) implements Known {
        @Override
        public String status() {
            return "pending";
        }
    }

    /** The student is on the waitlist. */
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

    /** One side declined, or the student did not confirm in time ({@code lapsed}). */
    record Declined(Base base, String reason, boolean lapsed) implements Known {
        @Override
        public String status() {
            return "declined";
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
        public String status() {
            return "enrolled";
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
        public String status() {
            return "finished";
        }
    }

    /** The student deferred: no seat is held and nothing is charged. */
    record Deferred(Base base, String reason, LocalDate on) implements Known {
        @Override
        public String status() {
            return "deferred";
        }
    }

    /** The student has left. {@code terms} is the refund policy that decided the refund. */
    record Departed(
            Base base, Departure how, String reason, LocalDate on, @Nullable RefundPolicy terms)
            implements Known {
        @Override
        public String status() {
            return how.toString();
        }
    }

    /** How a student left: before the start, after it, or by a decision of the program. */
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
     * Enrolls: a seat, a place on the waitlist or an application, depending on the offering.
     * Returns an empty list if the same enrollment exists already.
     */
    static List<EnrollmentEvent> decide(
            Enroll command, Offering offering, Enrollment enrollment, LocalDate today) {
        if (enrollment instanceof Known before && same(command, before.base())) return List.of();
        if (enrollment instanceof Known)
            throw new Refusal(
                    ID_TAKEN,
                    "Enrollment "
                            + command.enrollmentId()
                            + " exists for another student, offering or day.");
        var running = Offering.running(offering, command.offeringId());
        var in = running.as();
        var on = requireNonNullElse(command.effectiveOn(), today);
        if (in.admission() == Admission.APPLICATION)
            return List.of(
                    new StudentApplied(
                            command.enrollmentId(),
                            command.studentId(),
                            command.offeringId(),
                            in.courseId(),
                            in.programId(),
                            in.institutionId(),
                            on));
        var details = particulars(command.enrollmentId(), command.studentId(), in);
        return List.of(
                running.isOpen() || in.waitlist() == null
                        ? enrolled(details, running.refundPolicy(), on)
                        : waitlisted(details, on));
    }

    /**
     * Accepts an application: offers a seat, or a place on the waitlist if the offering is full and
     * has one. Returns an empty list if it was accepted already.
     */
    static List<EnrollmentEvent> decide(
            EnrollmentRequest.Accept command,
            Offering.Scheduled offering,
            Enrollment enrollment,
            LocalDate today) {
        var known = require(enrollment, command.enrollmentId());
        var applied = known.base().begun().status().equals("pending");
        if (known instanceof Accepted before && applied && same(command.confirmBy(), before))
            return List.of();
        if (known instanceof Waitlisted && applied) return List.of();
        if (!(known instanceof Pending))
            throw new Refusal(NOT_PENDING, is(known) + ", so there is no application to accept.");
        var confirmBy = confirmBy(command.confirmBy(), offering.as(), today);
        return List.of(
                offering.isOpen() || offering.as().waitlist() == null
                        ? offered(known.details(), confirmBy, today)
                        : waitlisted(known.details(), today));
    }

    /** Offers a seat. Returns an empty list if it was offered already. */
    static List<EnrollmentEvent> decide(
            EnrollmentRequest.OfferSeat command,
            OfferingScheduled offering,
            Enrollment enrollment,
            LocalDate today) {
        var known = require(enrollment, command.enrollmentId());
        if (known instanceof Accepted before && same(command.confirmBy(), before)) return List.of();
        if (!(known instanceof Waitlisted))
            throw new Refusal(NOT_WAITING, is(known) + ", not waitlisted.");
        return List.of(
                offered(known.details(), confirmBy(command.confirmBy(), offering, today), today));
    }

    /** Confirms an offered seat. Returns an empty list if it was confirmed already. */
    static List<EnrollmentEvent> decide(
            EnrollmentRequest.Confirm command,
            Offering.Scheduled offering,
            Enrollment enrollment,
            LocalDate today) {
        var known = require(enrollment, command.enrollmentId());
        if (known instanceof Enrolled before && !before.base().begun().status().equals("enrolled"))
            return List.of();
        if (known instanceof Declined before && before.lapsed())
            throw new Refusal(OFFER_LAPSED, is(known) + ": the offer of the seat has lapsed.");
        if (!(known instanceof Accepted accepted))
            throw new Refusal(NOT_OFFERED, is(known) + ", so there is no seat to confirm.");
        if (today.isAfter(accepted.confirmBy()))
            throw new Refusal(
                    OFFER_LAPSED, "The seat was held until " + accepted.confirmBy() + ".");
        return List.of(enrolled(known.details(), offering.refundPolicy(), today));
    }

    /** Declines. Returns an empty list if it was declined already for the same reason. */
    static List<EnrollmentEvent> decide(
            EnrollmentRequest.Decline command, Enrollment enrollment, LocalDate today) {
        var known = require(enrollment, command.enrollmentId());
        if (known instanceof Declined before && before.reason().equals(command.reason()))
            return List.of();
        if (!(known instanceof Pending || known instanceof Waitlisted || known instanceof Accepted))
            throw new Refusal(NOT_DECLINABLE, is(known) + ", so there is nothing to decline.");
        var details = known.details();
        return List.of(
                new EnrollmentDeclined(
                        details.enrollmentId(),
                        details.studentId(),
                        details.offeringId(),
                        command.reason(),
                        today));
    }

    /** Lapses an offered seat whose last day is over. Returns an empty list if there is none. */
    static List<EnrollmentEvent> lapse(Enrollment enrollment, LocalDate today) {
        if (!(enrollment instanceof Accepted held) || !today.isAfter(held.confirmBy()))
            return List.of();
        var details = held.details();
        return List.of(
                new SeatOfferLapsed(
                        details.enrollmentId(),
                        details.studentId(),
                        details.offeringId(),
                        held.confirmBy(),
                        today));
    }

    /** Transfers. Returns an empty list if it was transferred the same way already. */
    static List<EnrollmentEvent> decide(
            EnrollmentRequest.Transfer command,
            Offering.Scheduled target,
            Enrollment enrollment,
            LocalDate today) {
        var known = require(enrollment, command.enrollmentId());
        if (known instanceof Enrolled before
                && before.via() instanceof Transferred via
                && before.details().offeringId().equals(command.offeringId())
                && same(command.reason(), command.effectiveOn(), via.reason(), via.on()))
            return List.of();
        var details = seatedOrDeferred(known);
        if (details.offeringId().equals(command.offeringId()))
            throw new Refusal(
                    SAME_OFFERING,
                    "Enrollment "
                            + command.enrollmentId()
                            + " is in offering "
                            + command.offeringId()
                            + ".");
        var to = target.as();
        if (!to.institutionId().equals(details.institutionId()))
            throw new Refusal(
                    OF_ANOTHER_INSTITUTION,
                    "Offering " + to.offeringId() + " is not at " + details.institutionId() + ".");
        return List.of(
                new EnrollmentTransferred(
                        details.enrollmentId(),
                        details.studentId(),
                        details.offeringId(),
                        to.offeringId(),
                        to.courseId(),
                        to.programId(),
                        target.refundPolicy(),
                        command.reason(),
                        requireNonNullElse(command.effectiveOn(), today)));
    }

    /** Defers. Returns an empty list if it was deferred the same way already. */
    static List<EnrollmentEvent> decide(
            EnrollmentRequest.Defer command, Enrollment enrollment, LocalDate today) {
        var known = require(enrollment, command.enrollmentId());
        if (known instanceof Deferred before
                && same(command.reason(), command.effectiveOn(), before.reason(), before.on()))
            return List.of();
        if (!(known instanceof Enrolled)) throw notEnrolled(known);
        var details = known.details();
        return List.of(
                new EnrollmentDeferred(
                        details.enrollmentId(),
                        details.studentId(),
                        details.offeringId(),
                        command.reason(),
                        requireNonNullElse(command.effectiveOn(), today)));
    }

    /** Reinstates. Returns an empty list if the student was reinstated the same way already. */
    static List<EnrollmentEvent> decide(
            EnrollmentRequest.Reinstate command,
            Offering.Scheduled offering,
            Enrollment enrollment,
            LocalDate today) {
        var known = require(enrollment, command.enrollmentId());
        if (known instanceof Enrolled before
                && before.via() instanceof Reinstated via
                && same(command.reason(), command.effectiveOn(), via.reason(), via.on()))
            return List.of();
        if (!(known instanceof Departed || known instanceof Deferred))
            throw new Refusal(NOT_AWAY, is(known) + ", so there is nothing to come back to.");
        var details = known.details();
        return List.of(
                new EnrollmentReinstated(
                        details.enrollmentId(),
                        details.studentId(),
                        details.offeringId(),
                        offering.refundPolicy(),
                        command.reason(),
                        requireNonNullElse(command.effectiveOn(), today)));
    }

    /**
     * Leaves: a drop before the first day of the offering, a withdrawal from that day on. Returns
     * an empty list if the student left the same way already.
     */
    static List<EnrollmentEvent> decide(
            EnrollmentRequest.Withdraw command,
            OfferingScheduled offering,
            Enrollment enrollment,
            LocalDate today) {
        var known = require(enrollment, command.enrollmentId());
        if (known instanceof Departed before
                && before.how() != Departure.CANCELLED
                && same(command.reason(), command.effectiveOn(), before.reason(), before.on()))
            return List.of();
        var details = seatedOrDeferred(known);
        var on = requireNonNullElse(command.effectiveOn(), today);
        return List.of(
                on.isBefore(offering.startsOn())
                        ? new EnrollmentDropped(
                                details.enrollmentId(),
                                details.studentId(),
                                details.offeringId(),
                                command.reason(),
                                on)
                        : new EnrollmentWithdrawn(
                                details.enrollmentId(),
                                details.studentId(),
                                details.offeringId(),
                                command.reason(),
                                on));
    }

    /**
     * Cancels an enrollment that has no outcome and has not ended. Returns an empty list if it was
     * cancelled the same way already.
     */
    static List<EnrollmentEvent> decide(
            EnrollmentRequest.Cancel command, Enrollment enrollment, LocalDate today) {
        var known = require(enrollment, command.enrollmentId());
        if (known instanceof Departed before
                && before.how() == Departure.CANCELLED
                && before.reason().equals(command.reason())) return List.of();
        if (known instanceof Finished || known instanceof Departed || known instanceof Declined)
            throw notEnrolled(known);
        var details = known.details();
        return List.of(
                new EnrollmentCancelled(
                        details.enrollmentId(),
                        details.studentId(),
                        details.offeringId(),
                        command.reason(),
                        today));
    }

    /** Records an outcome. Returns an empty list if the same outcome was recorded already. */
    static List<EnrollmentEvent> decide(
            RecordOutcome command, Enrollment enrollment, LocalDate today) {
        var details = requireDetails(enrollment, command.enrollmentId());
        if (enrollment instanceof Finished before && same(command, before)) return List.of();
        if (enrollment instanceof Finished before)
            throw new Refusal(
                    ALREADY_FINISHED,
                    "Enrollment "
                            + command.enrollmentId()
                            + " ended on "
                            + before.on()
                            + "; reverse that outcome first.");
        if (!(enrollment instanceof Enrolled))
            throw notEnrolled(require(enrollment, command.enrollmentId()));
        var on = Objects.requireNonNullElse(command.completedOn(), today);
        return List.of(
                command.completed()
                        ? new CourseCompleted(
                                details.enrollmentId(),
                                details.studentId(),
                                details.courseId(),
                                command.grade(),
                                on)
                        : new CourseNotCompleted(
                                details.enrollmentId(),
                                details.studentId(),
                                details.courseId(),
                                command.grade(),
                                on));
    }

    /**
     * Reverses an outcome. Returns an empty list if it was reversed already for the same reason.
     */
    static List<EnrollmentEvent> decide(ReverseCompletion command, Enrollment enrollment) {
        var details = requireDetails(enrollment, command.enrollmentId());
        if (enrollment instanceof Enrolled before && command.reason().equals(before.reversed()))
            return List.of();
        if (!(enrollment instanceof Finished))
            throw new Refusal(
                    NO_OUTCOME, "Enrollment " + command.enrollmentId() + " has no outcome.");
        return List.of(
                new CompletionReversed(
                        details.enrollmentId(),
                        details.studentId(),
                        details.courseId(),
                        command.reason()));
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
                                    new Begun("pending", e.offeringId(), e.appliedOn()),
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
                                                    "waitlisted", e.offeringId(), e.waitlistedOn()),
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
                                : new Begun("enrolled", e.offeringId(), e.effectiveOn());
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
        if (!(enrollment instanceof Known known))
            throw new Refusal(ENROLLMENT_NOT_FOUND, "There is no enrollment " + id + ".");
        return known;
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

    private static Details particulars(
            String enrollmentId, String studentId, OfferingScheduled in) {
        return new Details(
                enrollmentId,
                studentId,
                in.offeringId(),
                in.courseId(),
                in.programId(),
                in.institutionId());
    }

    private static StudentEnrolled enrolled(
            Details details, @Nullable RefundPolicy terms, LocalDate on) {
        return new StudentEnrolled(
                details.enrollmentId(),
                details.studentId(),
                details.offeringId(),
                details.courseId(),
                details.programId(),
                details.institutionId(),
                terms,
                on);
    }

    private static StudentWaitlisted waitlisted(Details details, LocalDate on) {
        return new StudentWaitlisted(
                details.enrollmentId(),
                details.studentId(),
                details.offeringId(),
                details.courseId(),
                details.programId(),
                details.institutionId(),
                on);
    }

    private static SeatOffered offered(Details details, LocalDate confirmBy, LocalDate today) {
        return new SeatOffered(
                details.enrollmentId(),
                details.studentId(),
                details.offeringId(),
                confirmBy,
                today);
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

    private static Details seatedOrDeferred(Known known) {
        if (!(known instanceof Enrolled || known instanceof Deferred)) throw notEnrolled(known);
        return known.details();
    }

    private static Refusal notEnrolled(Known known) {
        if (known instanceof Finished finished)
            return new Refusal(
                    ALREADY_FINISHED,
                    "Enrollment "
                            + known.details().enrollmentId()
                            + " ended on "
                            + finished.on()
                            + "; reverse that outcome first.");
        return new Refusal(NOT_ENROLLED, is(known) + ", not enrolled.");
    }

    private static String is(Known known) {
        return "Enrollment " + known.details().enrollmentId() + " is " + known.status();
    }

    private static boolean same(Enroll command, Base before) {
        return command.studentId().equals(before.as().studentId())
                && command.offeringId().equals(before.begun().offeringId())
                && (command.effectiveOn() == null
                        || command.effectiveOn().equals(before.begun().on()));
    }

    private static boolean same(@Nullable LocalDate confirmBy, Accepted before) {
        return confirmBy == null || confirmBy.equals(before.confirmBy());
    }

    private static boolean same(
            String reason, @Nullable LocalDate on, String reasonBefore, LocalDate onBefore) {
        return reason.equals(reasonBefore) && (on == null || on.equals(onBefore));
    }

    private static boolean same(RecordOutcome command, Finished before) {
        return command.completed() == before.completed()
                && Objects.equals(command.grade(), before.grade())
                && (command.completedOn() == null || command.completedOn().equals(before.on()));
    }
}
