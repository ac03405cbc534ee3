package colophon.events.progress.tree;

import colophon.events.progress.completions.CourseAttempt;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The completions of a student, earliest first, with their amounts as whole numbers.
 *
 * @param scale the number of decimals of the most precise amount
 */
record Completions(List<CourseAttempt> all, int scale) {

    /**
     * Most decimals of any amount that can be recorded. An amount with more is rounded down here.
     */
    private static final int FINEST = 6;

    static Completions of(List<CourseAttempt> all, int finest) {
        int scale = finest;
        for (var one : all) scale = Math.max(scale, one.worth().scale());
        return new Completions(all, Math.min(scale, FINEST));
    }

    int size() {
        return all.size();
    }

    CourseAttempt get(int place) {
        return all.get(place);
    }

    long whole(BigDecimal amount) {
        return amount.movePointRight(scale).longValue();
    }

    /** The completions at these indexes, in order. */
    List<CourseAttempt> some(CompletionSet places) {
        var some = new ArrayList<CourseAttempt>();
        for (int i = places.next(0); i >= 0; i = places.next(i + 1)) some.add(get(i));
        return List.copyOf(some);
    }

    CompletionSet bits() {
        return CompletionSet.of(size(), _ -> true);
    }
}
