package colophon.commands.enrollment;

import static colophon.commands.Given.given;
import static colophon.commands.campus.Sums.usd;

import colophon.commands.offering.Offering;
import colophon.events.enrollment.CourseCompleted;
import colophon.events.enrollment.EnrollmentCancelled;
import colophon.events.enrollment.EnrollmentDeclined;
import colophon.events.enrollment.EnrollmentDeferred;
import colophon.events.enrollment.EnrollmentDropped;
import colophon.events.enrollment.EnrollmentReinstated;
import colophon.events.enrollment.EnrollmentTransferred;
import colophon.events.enrollment.EnrollmentWithdrawn;
import colophon.events.enrollment.SeatOfferLapsed;
import colophon.events.enrollment.SeatOffered;
import colophon.events.enrollment.StudentApplied;
import colophon.events.enrollment.StudentEnrolled;
import colophon.events.enrollment.StudentWaitlisted;
import colophon.events.offering.Admission;
import colophon.events.offering.Delivery;
import colophon.events.offering.OfferingEvent;
import colophon.events.offering.OfferingScheduled;
import colophon.events.offering.SeatTaken;
import colophon.events.offering.Waitlist;
import colophon.events.refund.RefundPolicy;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;

/** Events of enrollment e-1 of student s-1 in offering o-1, which runs from 6 to 10 July. */
public final class EnrollmentFacts {

    public static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    public static final LocalDate STARTS = LocalDate.of(2026, 7, 6);
    public static final RefundPolicy TERMS = new RefundPolicy(3, List.of(), null, Set.of(), 0);

    private EnrollmentFacts() {}

    public static StudentEnrolled enrolled(LocalDate on) {
        return new StudentEnrolled("e-1", "s-1", "o-1", "m-20", "rbs", "uva", null, on);
    }

    public static StudentEnrolled enrolledUnder(@Nullable RefundPolicy terms, LocalDate on) {
        return new StudentEnrolled("e-1", "s-1", "o-1", "m-20", "rbs", "uva", terms, on);
    }

    public static StudentApplied applied() {
        return new StudentApplied("e-1", "s-1", "o-1", "m-20", "rbs", "uva", TODAY);
    }

    public static StudentWaitlisted waitlisted() {
        return new StudentWaitlisted("e-1", "s-1", "o-1", "m-20", "rbs", "uva", TODAY);
    }

    public static SeatOffered offered(LocalDate confirmBy) {
        return new SeatOffered("e-1", "s-1", "o-1", confirmBy, TODAY);
    }

    public static EnrollmentDeclined declined(String reason) {
        return new EnrollmentDeclined("e-1", "s-1", "o-1", reason, TODAY);
    }

    public static SeatOfferLapsed lapsed(LocalDate confirmBy, LocalDate on) {
        return new SeatOfferLapsed("e-1", "s-1", "o-1", confirmBy, on);
    }

    public static EnrollmentDropped dropped(String reason, LocalDate on) {
        return new EnrollmentDropped("e-1", "s-1", "o-1", reason, on);
    }

    public static EnrollmentWithdrawn withdrawn(String reason, LocalDate on) {
        return new EnrollmentWithdrawn("e-1", "s-1", "o-1", reason, on);
    }

    public static EnrollmentCancelled cancelled(String reason) {
        return new EnrollmentCancelled("e-1", "s-1", "o-1", reason, TODAY);
    }

    public static EnrollmentDeferred deferred(String reason, LocalDate on) {
        return new EnrollmentDeferred("e-1", "s-1", "o-1", reason, on);
    }

    public static EnrollmentReinstated reinstated(String reason, LocalDate on) {
        return new EnrollmentReinstated("e-1", "s-1", "o-1", null, reason, on);
    }

    public static EnrollmentTransferred transferred(
            String from, String to, @Nullable RefundPolicy terms, String reason, LocalDate on) {
        return new EnrollmentTransferred("e-1", "s-1", from, to, "m-20", "rbs", terms, reason, on);
    }

    public static CourseCompleted completed() {
        return completed("A", TODAY);
    }

    public static CourseCompleted completed(@Nullable String grade, LocalDate on) {
        return new CourseCompleted("e-1", "s-1", "m-20", "rbs", "uva", null, grade, on);
    }

    /** An offering with one seat, after these events. */
    public static Offering offering(OfferingScheduled scheduled, OfferingEvent... then) {
        Offering offering = given(Offering.STREAM, (OfferingEvent) scheduled).state();
        for (var event : then) offering = Offering.STREAM.evolve().apply(offering, event);
        return offering;
    }

    public static Offering.Scheduled running(OfferingScheduled scheduled, OfferingEvent... then) {
        return (Offering.Scheduled) offering(scheduled, then);
    }

    public static SeatTaken taken() {
        return new SeatTaken("o-1", "e-9", "s-9");
    }

    public static OfferingScheduled o1() {
        return scheduled("o-1", "uva", Admission.OPEN, null, null);
    }

    public static OfferingScheduled scheduled(
            String id,
            String institutionId,
            Admission admission,
            @Nullable Waitlist waitlist,
            @Nullable RefundPolicy terms) {
        return new OfferingScheduled(
                id,
                "m-20",
                "rbs",
                institutionId,
                STARTS,
                STARTS.plusDays(4),
                1,
                usd("1395"),
                null,
                null,
                Delivery.IN_PERSON,
                null,
                null,
                admission,
                waitlist,
                Period.ofDays(14),
                terms);
    }
}
