package colophon.events.progress.tree;

import colophon.events.progress.completions.CourseAttempt;
import colophon.events.requirement.CourseSet;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A {@code courses} or {@code units} node and the completions that count toward it.
 *
 * @param node its JSON pointer inside the requirement
 * @param inUnits true for units, false for courses
 * @param waived how much of it is waived, never more than {@code required}
 * @param hits one completion per course that counts here; may be more than required
 */
public record CountedNode(
        String node,
        CourseSet of,
        boolean inUnits,
        BigDecimal required,
        BigDecimal waived,
        List<Hit> hits,
        CompletionPool pool) {

    /**
     * A completion that counts.
     *
     * @param as the course it counts as; not its own if it substitutes another
     * @param until last day, inclusive, on which it counts, or null for no end
     */
    public record Hit(CourseAttempt attempt, String as, @Nullable LocalDate until) {}

    /** How much is done or waived, never more than {@code required}. */
    public BigDecimal completed() {
        var sum = waived;
        for (var hit : hits) sum = sum.add(worth(hit));
        return sum.min(required);
    }

    /** How much is still to be done, 0 when nothing is. */
    public BigDecimal missing() {
        return required.subtract(completed());
    }

    /** The reason why a completion may not count here, or null if it may. */
    public @Nullable String limit(CourseAttempt attempt) {
        return pool.reason(attempt);
    }

    BigDecimal worth(Hit hit) {
        return inUnits ? hit.attempt().worth() : BigDecimal.ONE;
    }
}
