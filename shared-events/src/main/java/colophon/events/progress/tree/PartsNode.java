package colophon.events.progress.tree;

import static java.util.Comparator.comparing;

import colophon.events.progress.budget.EvaluationSteps;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A node that needs all of its parts, or a number of them. */
final class PartsNode extends TreeNode {

    /** Extra steps per part, since the parts are sorted. */
    static final int PART = 4;

    private final int count;
    private final List<TreeNode> parts;

    /** {@code count} is how many of the parts are needed. */
    PartsNode(EvaluationSteps steps, int count, List<TreeNode> parts, CompletionSet relevant) {
        super(
                steps,
                least(parts.stream().mapToLong(TreeNode::required).toArray(), count),
                relevant);
        this.count = count;
        this.parts = parts;
    }

    private static long least(long[] amounts, int count) {
        Arrays.sort(amounts);
        return Arrays.stream(amounts).limit(count).sum();
    }

    @Override
    long count(CompletionSet some) {
        var missing = new long[parts.size()];
        for (int i = 0; i < missing.length; i++) {
            steps().take(PART);
            missing[i] = parts.get(i).required() - parts.get(i).done(some);
        }
        return required() - least(missing, count);
    }

    @Override
    Evaluation evaluate(CompletionPool pool, CompletionSet usable) {
        var all = new ArrayList<Evaluation>();
        for (var part : parts) all.add(part.evaluate(pool, usable));
        return count == all.size() ? all(all) : chosen(all);
    }

    private static Evaluation all(List<Evaluation> parts) {
        return Evaluation.of(
                sum(parts.stream().map(Evaluation::completed).toList()),
                sum(parts.stream().map(Evaluation::required).toList()),
                parts.stream().flatMap(part -> part.leaves().stream()).toList(),
                parts.stream().flatMap(part -> part.spare().stream()).toList());
    }

    /**
     * The parts that lack least are what is still to do. {@code required} is the least that any
     * choice of parts asks: if it followed the chosen parts, more completions could look like less
     * progress.
     */
    private Evaluation chosen(List<Evaluation> parts) {
        var nearest = parts.stream().sorted(comparing(Evaluation::missing)).limit(count).toList();
        var taken = all(parts.stream().filter(part -> isIn(nearest, part)).toList());
        var rest = all(parts.stream().filter(part -> !isIn(nearest, part)).toList());
        var required = sum(parts.stream().map(Evaluation::required).sorted().limit(count).toList());
        var spare = new ArrayList<>(taken.spare());
        spare.addAll(rest.leaves());
        spare.addAll(rest.spare());
        return Evaluation.of(
                required.subtract(taken.missing()), required, taken.leaves(), List.copyOf(spare));
    }

    private static boolean isIn(List<Evaluation> chosen, Evaluation part) {
        return chosen.stream().anyMatch(one -> one == part);
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
