package colophon.commands.enrollment;

import static colophon.commands.Reason.DATES_OUT_OF_ORDER;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.Reason.NOT_DECLINABLE;
import static colophon.commands.Reason.NOT_OFFERED;
import static colophon.commands.Reason.NOT_PENDING;
import static colophon.commands.Reason.NOT_WAITING;
import static colophon.commands.Reason.OFFER_LAPSED;

import static java.util.Objects.requireNonNullElse;

import colophon.commands.Refusal;
import colophon.commands.enrollment.Enrollment.Accepted;
import colophon.commands.enrollment.Enrollment.Base;
import colophon.commands.enrollment.Enrollment.Declined;
import colophon.commands.enrollment.Enrollment.Details;
import colophon.commands.enrollment.Enrollment.Enrolled;
import colophon.commands.enrollment.Enrollment.Known;
import colophon.commands.enrollment.Enrollment.Pending;
import colophon.commands.enrollment.Enrollment.Waitlisted;
import colophon.commands.offering.Offering;
import colophon.events.enrollment.EnrollmentDeclined;
import colophon.events.enrollment.EnrollmentEvent;
import colophon.events.enrollment.EnrollmentState;
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

/** The rules of the way to a seat: enrolling, applying, waiting, and the offer of a seat. */
public final class EnrollmentAdmission {

    private EnrollmentAdmission() {}

    /**
     * Enrolls: a seat, a place on the waitlist or an application, depending on the offering.
     * Returns an empty list if the same enrollment exists already.
     */
    public static List<EnrollmentEvent> decide(
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
    public static List<EnrollmentEvent> decide(
            EnrollmentRequest.Accept command,
            Offering.Scheduled offering,
            Enrollment enrollment,
            LocalDate today) {
        var known = Enrollment.require(enrollment, command.enrollmentId());
        var applied = known.base().begun().status() == EnrollmentState.PENDING;
        if (known instanceof Accepted before && applied && same(command.confirmBy(), before))
            return List.of();
        if (known instanceof Waitlisted && applied) return List.of();
        if (!(known instanceof Pending))
            throw new Refusal(
                    NOT_PENDING, known.sentence() + ", so there is no application to accept.");
        var confirmBy = confirmBy(command.confirmBy(), offering.as(), today);
        return List.of(
                offering.isOpen() || offering.as().waitlist() == null
                        ? offered(known.details(), confirmBy, today)
                        : waitlisted(known.details(), today));
    }

    /** Offers a seat. Returns an empty list if it was offered already. */
    public static List<EnrollmentEvent> decide(
            EnrollmentRequest.OfferSeat command,
            OfferingScheduled offering,
            Enrollment enrollment,
            LocalDate today) {
        var known = Enrollment.require(enrollment, command.enrollmentId());
        if (known instanceof Accepted before && same(command.confirmBy(), before)) return List.of();
        if (!(known instanceof Waitlisted))
            throw new Refusal(NOT_WAITING, known.sentence() + ", not waitlisted.");
        return List.of(
                offered(known.details(), confirmBy(command.confirmBy(), offering, today), today));
    }

    /** Confirms an offered seat. Returns an empty list if it was confirmed already. */
    public static List<EnrollmentEvent> decide(
            EnrollmentRequest.Confirm command,
            Offering.Scheduled offering,
            Enrollment enrollment,
            LocalDate today) {
        var known = Enrollment.require(enrollment, command.enrollmentId());
        if (known instanceof Enrolled before
                && before.base().begun().status() != EnrollmentState.ENROLLED) return List.of();
        if (known instanceof Declined before && before.lapsed())
            throw new Refusal(
                    OFFER_LAPSED, known.sentence() + ": the offer of the seat has lapsed.");
        if (!(known instanceof Accepted accepted))
            throw new Refusal(NOT_OFFERED, known.sentence() + ", so there is no seat to confirm.");
        if (today.isAfter(accepted.confirmBy()))
            throw new Refusal(
                    OFFER_LAPSED, "The seat was held until " + accepted.confirmBy() + ".");
        return List.of(enrolled(known.details(), offering.refundPolicy(), today));
    }

    /** Declines. Returns an empty list if it was declined already for the same reason. */
    public static List<EnrollmentEvent> decide(
            EnrollmentRequest.Decline command, Enrollment enrollment, LocalDate today) {
        var known = Enrollment.require(enrollment, command.enrollmentId());
        if (known instanceof Declined before && before.reason().equals(command.reason()))
            return List.of();
        if (!(known instanceof Pending || known instanceof Waitlisted || known instanceof Accepted))
            throw new Refusal(
                    NOT_DECLINABLE, known.sentence() + ", so there is nothing to decline.");
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
    public static List<EnrollmentEvent> lapse(Enrollment enrollment, LocalDate today) {
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

    private static boolean same(Enroll command, Base before) {
        return command.studentId().equals(before.as().studentId())
                && command.offeringId().equals(before.begun().offeringId())
                && (command.effectiveOn() == null
                        || command.effectiveOn().equals(before.begun().on()));
    }

    private static boolean same(@Nullable LocalDate confirmBy, Accepted before) {
        return confirmBy == null || confirmBy.equals(before.confirmBy());
    }
}
