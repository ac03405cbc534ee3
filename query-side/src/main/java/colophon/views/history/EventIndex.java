package colophon.views.history;

import colophon.events.EventDetails;
import colophon.events.Recorded;
import colophon.views.reading.View;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Answers: where in the log is everything about one student, offering or fund? Each link points to
 * the one before it and never changes, so that all snapshots share the links: 24 bytes an event.
 */
public final class EventIndex {

    /** The single key of {@link #CATALOG}. */
    static final String ALL = "all";

    /** The events of each student, by id. */
    public static final View<EventIndex> STUDENTS =
            View.of(
                    "student-trails",
                    EventIndex.class,
                    EventDetails::studentId,
                    EventIndex::evolve);

    /** The events of each offering, by id. */
    public static final View<EventIndex> OFFERINGS =
            View.of(
                    "offering-trails",
                    EventIndex.class,
                    event -> EventDetails.reference(event, "offeringId"),
                    EventIndex::evolve);

    /** The events of each fund, by id. */
    public static final View<EventIndex> FUNDS =
            View.of(
                    "fund-trails",
                    EventIndex.class,
                    event -> EventDetails.reference(event, "fundId"),
                    EventIndex::evolve);

    /** The events of the catalog and the schedule, in a single record. */
    public static final View<EventIndex> CATALOG =
            View.of(
                    "catalog-trail",
                    EventIndex.class,
                    event -> EventDetails.isInCatalog(event) ? ALL : null,
                    EventIndex::evolve);

    /** All indexes. */
    public static final List<View<?>> VIEWS = List.of(STUDENTS, OFFERINGS, FUNDS, CATALOG);

    private final long place;
    private final @Nullable EventIndex before;

    private EventIndex(long place, @Nullable EventIndex before) {
        this.place = place;
        this.before = before;
    }

    /** An index of these places, in the order of the log. There must be at least one. */
    public static EventIndex through(long... places) {
        if (places.length == 0) throw new IllegalArgumentException("An index begins somewhere");
        EventIndex eventIndex = null;
        for (var place : places) eventIndex = new EventIndex(place, eventIndex);
        return Objects.requireNonNull(eventIndex);
    }

    static EventIndex evolve(@Nullable EventIndex before, Recorded<?> fact) {
        return new EventIndex(fact.index(), before);
    }

    /** The places between {@code behind}, exclusive, and {@code upTo}, inclusive, in log order. */
    static long[] places(@Nullable EventIndex newest, long behind, long upTo) {
        var first = newest;
        while (first != null && first.place > upTo) first = first.before;
        int count = 0;
        for (var at = first; at != null && at.place > behind; at = at.before) count++;
        var places = new long[count];
        for (var at = first; count > 0 && at != null; at = at.before) places[--count] = at.place;
        return places;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventIndex eventIndex && Arrays.equals(all(), eventIndex.all());
    }

    @Override
    public int hashCode() {
        return Long.hashCode(place);
    }

    @Override
    public String toString() {
        return Arrays.toString(all());
    }

    /** Every place, in the order of the log. */
    public long[] all() {
        return places(this, -1, Long.MAX_VALUE);
    }
}
