package colophon.events.progress;

import java.util.HashMap;
import java.util.Map;

/**
 * A node of a tree, at its place. How much of it a set of completions does is answered once for
 * each set: windows overlap, so the same sets come again and again.
 */
abstract class Place {

    /** What asking, and keeping an answer, costs in steps. */
    static final int ASKED = 4;

    static final int KEPT = 60;

    private final Steps steps;
    private final long required;
    private final Bits relevant;
    private final Map<Bits, Long> known = new HashMap<>();

    /**
     * @param required in the measure of the {@link Completions}
     * @param relevant the completions that some leaf below could count
     */
    Place(Steps steps, long required, Bits relevant) {
        this.steps = steps;
        this.required = required;
        this.relevant = relevant;
    }

    /** How much of it is done by these completions, never more than {@link #required}. */
    final long done(Bits by) {
        steps.take(ASKED);
        var some = by.and(relevant);
        var before = known.get(some);
        if (before != null) return before;
        steps.take(KEPT);
        long done = count(some);
        known.put(some, done);
        return done;
    }

    final long required() {
        return required;
    }

    final Bits relevant() {
        return relevant;
    }

    final Steps steps() {
        return steps;
    }

    final boolean isMet(Bits by) {
        return done(by) == required;
    }

    abstract long count(Bits some);

    /** The same in full, for the pool whose completions these are. */
    abstract Evaluation evaluate(Pool pool, Bits usable);
}
