package colophon.views.history;

import colophon.events.Recorded;
import colophon.views.reading.View;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Answers: where in the log is everything about one student, offering or fund? Each link points to
 * the one before it and never changes, so that all editions share the links: 24 bytes an event.
 */
public final class Trail {

    /** The single key of {@link #CATALOG}. */
    static final String ALL = "all";

    /** The trail of each student, by id. */
    public static final View<Trail> STUDENTS =
            View.of("student-trails", Trail.class, About::student, Trail::evolve);

    /** The trail of each offering, by id. */
    public static final View<Trail> OFFERINGS =
            View.of("offering-trails", Trail.class, About::offering, Trail::evolve);

    /** The trail of each fund, by id. */
    public static final View<Trail> FUNDS =
            View.of("fund-trails", Trail.class, About::fund, Trail::evolve);

    /** The single trail of the catalog and the schedule. */
    public static final View<Trail> CATALOG =
            View.of(
                    "catalog-trail",
                    Trail.class,
                    event -> About.catalog(event) ? ALL : null,
                    Trail::evolve);

    /** All trails. */
    public static final List<View<?>> VIEWS = List.of(STUDENTS, OFFERINGS, FUNDS, CATALOG);

    private final long place;
    private final @Nullable Trail before;

    private Trail(long place, @Nullable Trail before) {
        this.place = place;
        this.before = before;
    }

    /** A trail of these places, in the order of the log. There must be at least one. */
    public static Trail through(long... places) {
        if (places.length == 0) throw new IllegalArgumentException("A trail begins somewhere");
        Trail trail = null;
        for (var place : places) trail = new Trail(place, trail);
        return Objects.requireNonNull(trail);
    }

    static Trail evolve(@Nullable Trail before, Recorded<?> fact) {
        return new Trail(fact.index(), before);
    }

    /** The places between {@code behind}, exclusive, and {@code upTo}, inclusive, in log order. */
    static long[] places(@Nullable Trail newest, long behind, long upTo) {
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
        return other instanceof Trail trail && Arrays.equals(all(), trail.all());
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
