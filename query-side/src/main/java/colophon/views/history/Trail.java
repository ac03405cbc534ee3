package colophon.views.history;

import colophon.events.Recorded;
import colophon.views.reading.View;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Answers: where in the log is everything about one student, offering or fund? Each link knows the
 * one before it and none is ever changed, so that all editions share them: 24 bytes an event.
 */
public final class Trail {

    /** The one key of {@link #CATALOG}. */
    static final String ALL = "all";

    /** Of each student, by id. */
    public static final View<Trail> STUDENTS =
            View.of("student-trails", Trail.class, About::student, Trail::evolve);

    /** Of each offering, by id. */
    public static final View<Trail> OFFERINGS =
            View.of("offering-trails", Trail.class, About::offering, Trail::evolve);

    /** Of each fund, by id. */
    public static final View<Trail> FUNDS =
            View.of("fund-trails", Trail.class, About::fund, Trail::evolve);

    /** One trail of what is offered to everybody. */
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

    /** The trail through these places, in the order of the log; at least one. */
    public static Trail through(long... places) {
        if (places.length == 0) throw new IllegalArgumentException("A trail begins somewhere");
        Trail trail = null;
        for (var place : places) trail = new Trail(place, trail);
        return Objects.requireNonNull(trail);
    }

    static Trail evolve(@Nullable Trail before, Recorded<?> fact) {
        return new Trail(fact.index(), before);
    }

    /** The places behind one and up to another, inclusive, in the order of the log. */
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
