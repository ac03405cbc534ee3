package colophon.events.offering;

import colophon.events.InCatalog;
import colophon.events.Stored;
import colophon.events.money.Money;
import colophon.events.refund.RefundPolicy;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.Period;

/**
 * An offering was scheduled: a course runs, or ran, on these days.
 *
 * @param endsOn last day, inclusive
 * @param tuition the whole tuition, deposit included
 * @param deposit the part of the tuition that is charged separately, or null for none
 * @param depositDueOn day the deposit is due, or null for the day of the enrollment
 * @param dueOn day the tuition is due, or null for the day of the enrollment
 * @param waitlist who gets the next free seat when it is full, or null for no waitlist
 * @param confirmWithin how long an offered seat is held
 */
@InCatalog
@Stored(as = "OfferingScheduled", version = 2)
public record OfferingScheduled(
        String offeringId,
        String courseId,
        String programId,
        String institutionId,
        LocalDate startsOn,
        LocalDate endsOn,
        int capacity,
        Money tuition,
        @Nullable Money deposit,
        @Nullable LocalDate depositDueOn,
        Delivery delivery,
        @Nullable String place,
        @Nullable LocalDate dueOn,
        Admission admission,
        @Nullable Waitlist waitlist,
        Period confirmWithin,
        @Nullable RefundPolicy refundPolicy)
        implements OfferingEvent, PriceListEvent {}
