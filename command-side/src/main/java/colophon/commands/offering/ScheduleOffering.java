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
 * A course will run.
 *
 * @param endsOn last day, inclusive
 * @param tuition all of it, the deposit included
 * @param dueOn day the tuition is due, or null: then on the day of the enrollment
 * @param deposit the part of the tuition that is charged apart, or null
 * @param depositDueOn or null: then on the day of the enrollment
 * @param waitlist who gets the next free seat, or null: then nobody waits
 * @param confirmWithin how long an offered seat is held
 * @param refundPolicy or null: then all is given back before the start, and nothing from then on
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

    /** How long a seat is held where nothing else is said. */
    public static final Period TWO_WEEKS = Period.ofDays(14);

    /** An offering anybody may enter, without deposit, waiting list or refund policy. */
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
