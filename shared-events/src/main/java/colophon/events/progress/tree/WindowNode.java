package colophon.events.progress.tree;

import colophon.events.progress.budget.EvaluationSteps;

import java.time.LocalDate;
import java.time.Period;

/**
 * A node in which only completions within one window count. A window is a range of the completions
 * in the order of their days. A window that holds nothing new compared with an earlier one is
 * skipped, since it cannot do more. So nearly all windows inside another window are also windows of
 * all completions, and each is computed once.
 */
final class WindowNode extends TreeNode {

    private final TreeNode inner;
    private final Period period;
    private final Completions completions;
    private final CompletionSet none;

    /** For the window that starts with each completion: the first index after it. */
    private final int[] until;

    private final boolean[] open;

    WindowNode(
            EvaluationSteps steps,
            Period period,
            Completions completions,
            LocalDate today,
            TreeNode inner) {
        super(steps, inner.required(), inner.relevant());
        steps.take(completions.size());
        this.inner = inner;
        this.period = period;
        this.completions = completions;
        this.none = CompletionSet.none(completions.size());
        this.until = new int[completions.size()];
        this.open = new boolean[completions.size()];
        int late = 0;
        for (int i = 0; i < until.length; i++) {
            var end = completions.get(i).completedOn().plus(period);
            while (late < until.length && !completions.get(late).completedOn().isAfter(end)) late++;
            until[i] = late;
            open[i] = !end.isBefore(today);
        }
    }

    @Override
    long count(CompletionSet some) {
        return inner.done(best(some));
    }

    /**
     * The earliest window that meets the node. If none does: among the windows still open today the
     * one that does most, and among equals the earliest, since it holds the most completions.
     */
    private CompletionSet best(CompletionSet some) {
        var best = none;
        long most = inner.done(none);
        if (most == required()) return none; // the whole node is waived
        int seen = 0;
        boolean wasOpen = false;
        for (int i = some.next(0); i >= 0; i = nextDay(some, i)) {
            steps().take(1);
            int further = some.next(seen);
            boolean more = further >= 0 && further < until[i];
            if (!more && (wasOpen || !open[i])) continue;
            seen = until[i];
            wasOpen = open[i];
            var inside = some.between(i, until[i]);
            long done = inner.done(inside);
            if (done == required()) return inside;
            if (open[i] && done > most) {
                most = done;
                best = inside;
            }
        }
        return best;
    }

    private int nextDay(CompletionSet some, int place) {
        var day = completions.get(place).completedOn();
        int next = some.next(place + 1);
        while (next >= 0 && completions.get(next).completedOn().equals(day)) {
            steps().take(1);
            next = some.next(next + 1);
        }
        return next;
    }

    @Override
    Evaluation evaluate(CompletionPool pool, CompletionSet usable) {
        var best = best(usable);
        steps().take(completions.size());
        var inside = pool.without(RequirementTree.WINDOW, completions.some(best));
        var evaluation = inner.evaluate(inside, best);
        return evaluation.met() ? evaluation : evaluation.passing(period);
    }
}
