package colophon.commands.offering;

import colophon.events.money.Money;
import colophon.events.offering.Admission;
import colophon.events.offering.Delivery;
import colophon.events.offering.Waitlist;
import colophon.events.refund.RefundPolicy;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.Period;

/**
 * Schedules an offering: a run of a course.
 *
 * @param endsOn last day, inclusive
 * @param tuition the whole tuition, deposit included
 * @param dueOn day the tuition is due, or null for the day of the enrollment
 * @param deposit the part of the tuition that is charged separately, or null for none
 * @param depositDueOn day the deposit is due, or null for the day of the enrollment
 * @param waitlist who gets the next free seat, or null for no waitlist
 * @param confirmWithin how long an offered seat is held
 * @param refundPolicy null for a full refund before the start and none from then on
 */
public record ScheduleOffering(
        String offeringId,
        String courseId,
        LocalDate startsOn,
        LocalDate endsOn,
        int capacity,
        Money tuition,
        Delivery delivery,
        @Nullable String place,
        @Nullable LocalDate dueOn,
        @Nullable Money deposit,
        @Nullable LocalDate depositDueOn,
        Admission admission,
        @Nullable Waitlist waitlist,
        Period confirmWithin,
        @Nullable RefundPolicy refundPolicy) {

    /** How long a seat is held by default. */
    public static final Period TWO_WEEKS = Period.ofDays(14);

    /** An offering with direct enrollment, without deposit, waitlist or refund policy. */
    public ScheduleOffering(
            String offeringId,
            String courseId,
            LocalDate startsOn,
            LocalDate endsOn,
            int capacity,
            Money tuition,
            Delivery delivery,
            @Nullable String place,
            @Nullable LocalDate dueOn) {
        this(
                offeringId,
                courseId,
                startsOn,
                endsOn,
                capacity,
                tuition,
                delivery,
                place,
                dueOn,
                null,
                null,
                Admission.OPEN,
                null,
                TWO_WEEKS,
                null);
    }
}
