package colophon.commands.offering;

import colophon.events.money.Money;
import colophon.events.offering.Delivery;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * A course will run.
 *
 * @param endsOn last day, inclusive
 * @param dueOn day the tuition is due, or null: then on the day of the enrollment
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
        @Nullable LocalDate dueOn) {}
