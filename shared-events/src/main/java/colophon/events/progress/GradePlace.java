package colophon.events.progress;

import colophon.events.requirement.Grade;

/** A node in which only completions with the minimum grade count. */
final class GradePlace extends Place {

    private final Place inner;
    private final Completions completions;
    private final Bits good;

    GradePlace(Steps steps, String minimum, Completions completions, Place inner) {
        super(steps, inner.required(), inner.relevant());
        steps.take(completions.size());
        this.inner = inner;
        this.completions = completions;
        this.good =
                Bits.of(
                        completions.size(),
                        i -> Grade.reaches(completions.get(i).grade(), minimum));
    }

    @Override
    long count(Bits some) {
        return inner.done(some.and(good));
    }

    @Override
    Evaluation evaluate(Pool pool, Bits usable) {
        var left = usable.and(good);
        steps().take(completions.size());
        return inner.evaluate(pool.without(Tree.GRADE, completions.some(left)), left);
    }
}
