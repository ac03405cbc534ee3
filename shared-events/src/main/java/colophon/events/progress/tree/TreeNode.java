package colophon.events.progress.tree;

import colophon.events.progress.budget.EvaluationSteps;

import java.util.HashMap;
import java.util.Map;

/**
 * A node of a requirement tree. Its result is computed once per set of completions and kept,
 * because overlapping windows ask for the same sets repeatedly.
 */
abstract class TreeNode {

    /** Steps to ask for a result. */
    static final int ASKED = 4;

    static final int KEPT = 60;

    private final EvaluationSteps steps;
    private final long required;
    private final CompletionSet relevant;
    private final Map<CompletionSet, Long> known = new HashMap<>();

    /**
     * @param required amount, scaled as in {@link Completions}
     * @param relevant the completions that any node below can count
     */
    TreeNode(EvaluationSteps steps, long required, CompletionSet relevant) {
        this.steps = steps;
        this.required = required;
        this.relevant = relevant;
    }

    /** How much of the node these completions do, never more than {@link #required}. */
    final long done(CompletionSet by) {
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

    final CompletionSet relevant() {
        return relevant;
    }

    final EvaluationSteps steps() {
        return steps;
    }

    final boolean isMet(CompletionSet by) {
        return done(by) == required;
    }

    abstract long count(CompletionSet some);

    /** The detailed result. {@code usable} are the completions of the pool. */
    abstract Evaluation evaluate(CompletionPool pool, CompletionSet usable);
}
