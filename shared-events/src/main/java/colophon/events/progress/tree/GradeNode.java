package colophon.events.progress.tree;

import colophon.events.progress.budget.EvaluationSteps;
import colophon.events.requirement.Grade;

/** A node in which only completions with the minimum grade count. */
final class GradeNode extends TreeNode {

    private final TreeNode inner;
    private final Completions completions;
    private final CompletionSet good;

    GradeNode(EvaluationSteps steps, String minimum, Completions completions, TreeNode inner) {
        super(steps, inner.required(), inner.relevant());
        steps.take(completions.size());
        this.inner = inner;
        this.completions = completions;
        this.good =
                CompletionSet.of(
                        completions.size(),
                        i -> Grade.reaches(completions.get(i).grade(), minimum));
    }

    @Override
    long count(CompletionSet some) {
        return inner.done(some.and(good));
    }

    @Override
    Evaluation evaluate(CompletionPool pool, CompletionSet usable) {
        var left = usable.and(good);
        steps().take(completions.size());
        return inner.evaluate(pool.without(Evaluation.GRADE_TOO_LOW, completions.some(left)), left);
    }
}
