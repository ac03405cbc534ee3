package colophon.commands.enrollment;

import static colophon.commands.Reason.ALREADY_FINISHED;
import static colophon.commands.Reason.NOT_AWAY;
import static colophon.commands.Reason.NOT_ENROLLED;
import static colophon.commands.Reason.OF_ANOTHER_INSTITUTION;
import static colophon.commands.Reason.SAME_OFFERING;

import static java.util.Objects.requireNonNullElse;

import colophon.commands.Refusal;
import colophon.commands.enrollment.Enrollment.Declined;
import colophon.commands.enrollment.Enrollment.Deferred;
import colophon.commands.enrollment.Enrollment.Departed;
import colophon.commands.enrollment.Enrollment.Departure;
import colophon.commands.enrollment.Enrollment.Details;
import colophon.commands.enrollment.Enrollment.Enrolled;
import colophon.commands.enrollment.Enrollment.Finished;
import colophon.commands.enrollment.Enrollment.Known;
import colophon.commands.enrollment.Enrollment.Reinstated;
import colophon.commands.enrollment.Enrollment.Transferred;
import colophon.commands.offering.Offering;
import colophon.events.enrollment.EnrollmentCancelled;
import colophon.events.enrollment.EnrollmentDeferred;
import colophon.events.enrollment.EnrollmentDropped;
import colophon.events.enrollment.EnrollmentEvent;
import colophon.events.enrollment.EnrollmentReinstated;
import colophon.events.enrollment.EnrollmentTransferred;
import colophon.events.enrollment.EnrollmentWithdrawn;
import colophon.events.offering.OfferingScheduled;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * The rules of leaving a seat, for another offering, for a while or for good, and of coming back.
 */
public final class EnrollmentChanges {

    private EnrollmentChanges() {}

    /** Transfers. Returns an empty list if it was transferred the same way already. */
    public static List<EnrollmentEvent> decide(
            EnrollmentRequest.Transfer command,
            Offering.Scheduled target,
            Enrollment enrollment,
            LocalDate today) {
        var known = Enrollment.require(enrollment, command.enrollmentId());
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
    public static List<EnrollmentEvent> decide(
            EnrollmentRequest.Defer command, Enrollment enrollment, LocalDate today) {
        var known = Enrollment.require(enrollment, command.enrollmentId());
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
    public static List<EnrollmentEvent> decide(
            EnrollmentRequest.Reinstate command,
            Offering.Scheduled offering,
            Enrollment enrollment,
            LocalDate today) {
        var known = Enrollment.require(enrollment, command.enrollmentId());
        if (known instanceof Enrolled before
                && before.via() instanceof Reinstated via
                && same(command.reason(), command.effectiveOn(), via.reason(), via.on()))
            return List.of();
        if (!(known instanceof Departed || known instanceof Deferred))
            throw new Refusal(
                    NOT_AWAY, known.sentence() + ", so there is nothing to come back to.");
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
    public static List<EnrollmentEvent> decide(
            EnrollmentRequest.Withdraw command,
            OfferingScheduled offering,
            Enrollment enrollment,
            LocalDate today) {
        var known = Enrollment.require(enrollment, command.enrollmentId());
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
    public static List<EnrollmentEvent> decide(
            EnrollmentRequest.Cancel command, Enrollment enrollment, LocalDate today) {
        var known = Enrollment.require(enrollment, command.enrollmentId());
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

    private static Details seatedOrDeferred(Known known) {
        if (!(known instanceof Enrolled || known instanceof Deferred)) throw notEnrolled(known);
        return known.details();
    }

    /** The refusal of what needs a seat; {@code known} has none, or has an outcome. */
    public static Refusal notEnrolled(Known known) {
        if (known instanceof Finished finished)
            return new Refusal(
                    ALREADY_FINISHED,
                    "Enrollment "
                            + known.details().enrollmentId()
                            + " ended on "
                            + finished.on()
                            + "; reverse that outcome first.");
        return new Refusal(NOT_ENROLLED, known.sentence() + ", not enrolled.");
    }

    private static boolean same(
            String reason, @Nullable LocalDate on, String reasonBefore, LocalDate onBefore) {
        return reason.equals(reasonBefore) && (on == null || on.equals(onBefore));
    }
}
