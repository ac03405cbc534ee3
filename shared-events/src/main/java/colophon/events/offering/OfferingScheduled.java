package colophon.events.offering;

import colophon.events.Stored;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * A course will run, at a price, for so many students.
 *
 * @param endsOn last day, inclusive
 * @param capacity number of seats, at least 1
 * @param dueOn day the tuition is due, or null: then on the day of the enrollment
 */
@Stored(as = "OfferingScheduled", version = 1)
public record OfferingScheduled(
        String offeringId,
        String courseId,
        String programId,
        String institutionId,
        LocalDate startsOn,
        LocalDate endsOn,
        int capacity,
        Money tuition,
        Delivery delivery,
        @Nullable String place,
        @Nullable LocalDate dueOn)
        implements OfferingEvent {}
