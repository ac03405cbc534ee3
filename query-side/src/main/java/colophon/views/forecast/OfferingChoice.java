package colophon.views.forecast;

import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/** An offering that a student could still enroll in; both days inclusive. */
record OfferingChoice(
        String offeringId,
        String courseId,
        @Nullable String courseTitle,
        LocalDate startsOn,
        LocalDate endsOn,
        Money tuition,
        int seatsOpen) {

    /** True if the two take place at the same time at least on one day. */
    boolean overlaps(OfferingChoice other) {
        return !startsOn.isAfter(other.endsOn) && !other.startsOn.isAfter(endsOn);
    }
}
