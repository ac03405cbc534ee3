package colophon.events.progress.tree;

import static colophon.events.progress.tree.CapNode.GROUPED;
import static colophon.events.progress.tree.CountingNode.LISTED;
import static colophon.events.progress.tree.CountingNode.TOLD;
import static colophon.events.progress.tree.PartsNode.PART;
import static colophon.events.progress.tree.TreeNode.ASKED;
import static colophon.events.progress.tree.TreeNode.KEPT;

import colophon.events.progress.budget.EvaluationBudget;
import colophon.events.requirement.Requirement;
import colophon.events.requirement.Requirement.AllOf;
import colophon.events.requirement.Requirement.Choose;
import colophon.events.requirement.Requirement.Courses;
import colophon.events.requirement.Requirement.MaxShared;
import colophon.events.requirement.Requirement.MaxTransferred;
import colophon.events.requirement.Requirement.MinimumGrade;
import colophon.events.requirement.Requirement.Units;
import colophon.events.requirement.Requirement.Within;

import java.util.List;

/**
 * The most steps that the evaluation of a requirement can take, for any completions. The search
 * within caps is not included; it is limited while it runs.
 *
 * @param steps most steps for 200 completions
 * @param nodes number of nodes, limits included
 * @param windows depth of nested windows
 */
public record EvaluationEffort(long steps, int nodes, int windows) {

    /** More completions than any real student has. With more, an evaluation may end undecided. */
    static final int COMPLETIONS = 200;

    /** Most nodes of a requirement, since showing each node has a cost too. */
    static final int NODES = 500;

    /** Measures a requirement before it is defined. */
    public static EvaluationEffort of(Requirement requirement) {
        return new EvaluationEffort(
                walk(requirement) + steps(requirement, Sets.ONE),
                nodes(requirement),
                windows(requirement));
    }

    /** True if it is small enough for a certificate. */
    public boolean isBearable() {
        return steps <= EvaluationBudget.DEFINED && nodes <= NODES;
    }

    /** Text for the client: what is too large, and what to change. */
    public String advice() {
        if (nodes > NODES)
            return "It has " + nodes + " nodes; the limit is " + NODES + ". Leave some out.";
        return "Its evaluation may take "
                + steps
                + " steps; the limit is "
                + EvaluationBudget.DEFINED
                + ". It has "
                + nodes
                + " nodes and "
                + windows
                + " windows (within) inside one another: nest fewer windows, or put fewer nodes"
                + " into the inner ones.";
    }

    /** Steps to prepare every node and to build the answer once. */
    private static long walk(Requirement requirement) {
        return switch (requirement) {
            case Courses _, Units _ -> (long) COMPLETIONS * (TOLD + LISTED);
            case AllOf all -> walk(all.parts());
            case Choose some -> walk(some.parts());
            case Within within -> 9L * COMPLETIONS + walk(within.inner());
            case MinimumGrade minimum -> 3L * COMPLETIONS + walk(minimum.inner());
            case MaxShared shared -> capped(shared.inner());
            case MaxTransferred transferred -> capped(transferred.inner());
        };
    }

    private static long walk(List<Requirement> parts) {
        long sum = 0;
        for (var part : parts) sum += walk(part);
        return sum;
    }

    private static long capped(Requirement inner) {
        return (long) COMPLETIONS * (2 + GROUPED + nodes(inner)) + walk(inner);
    }

    /**
     * The distinct sets of completions for which a node computes its result.
     *
     * @param size number of completions in all sets together
     * @param ends number of distinct positions at which the sets end
     */
    private record Sets(long count, long size, long ends) {

        static final Sets ONE = new Sets(1, COMPLETIONS, 1);

        /** Most completions in all windows that each hold something new. */
        private static final long WINDOWS = (long) COMPLETIONS * COMPLETIONS / 4 + COMPLETIONS;

        /** Most completions in the windows that end at a given position, one for each position. */
        private static final long ENDING = (long) COMPLETIONS * (COMPLETIONS + 1) / 2;

        /**
         * The sets that a window node computes: these sets; the windows of all completions, once to
         * count and once to list; and, for each end, the first window that ends there and the first
         * such window that is open today.
         */
        Sets windows() {
            return new Sets(
                    count + 2L * COMPLETIONS + 2 * ends,
                    size + 2 * WINDOWS + 2 * Math.min(ends * COMPLETIONS, ENDING),
                    COMPLETIONS + 1L);
        }
    }

    /** Steps to compute the results of these sets. */
    private static long steps(Requirement requirement, Sets sets) {
        return switch (requirement) {
            case Courses _, Units _ -> asked(sets) + sets.size();
            case AllOf all -> steps(all.parts(), sets);
            case Choose some -> steps(some.parts(), sets);
            case Within within ->
                    asked(sets)
                            + (2L + ASKED) * sets.size()
                            + steps(within.inner(), sets.windows());
            case MinimumGrade minimum -> asked(sets) + steps(minimum.inner(), sets);
            case MaxShared shared -> choice(shared.inner(), sets);
            case MaxTransferred transferred -> choice(transferred.inner(), sets);
        };
    }

    private static long asked(Sets sets) {
        return sets.count() * (ASKED + KEPT);
    }

    private static long steps(List<Requirement> parts, Sets sets) {
        long sum = asked(sets) + sets.count() * PART * parts.size();
        for (var part : parts) sum += steps(part, sets);
        return sum;
    }

    /** Steps to choose once per set, since no two sets need to choose alike. */
    private static long choice(Requirement inner, Sets sets) {
        long chosen =
                windows(inner) == 0 ? steps(inner, sets) : sets.count() * steps(inner, Sets.ONE);
        return asked(sets) + sets.count() * KEPT + (GROUPED + 2L) * sets.size() + chosen;
    }

    private static int nodes(Requirement requirement) {
        return switch (requirement) {
            case Courses _, Units _ -> 1;
            case AllOf all -> 1 + all.parts().stream().mapToInt(EvaluationEffort::nodes).sum();
            case Choose some -> 1 + some.parts().stream().mapToInt(EvaluationEffort::nodes).sum();
            case Within within -> 1 + nodes(within.inner());
            case MinimumGrade minimum -> 1 + nodes(minimum.inner());
            case MaxShared shared -> 1 + nodes(shared.inner());
            case MaxTransferred transferred -> 1 + nodes(transferred.inner());
        };
    }

    private static int windows(Requirement requirement) {
        return switch (requirement) {
            case Courses _, Units _ -> 0;
            case AllOf all ->
                    all.parts().stream().mapToInt(EvaluationEffort::windows).max().orElse(0);
            case Choose some ->
                    some.parts().stream().mapToInt(EvaluationEffort::windows).max().orElse(0);
            case Within within -> 1 + windows(within.inner());
            case MinimumGrade minimum -> windows(minimum.inner());
            case MaxShared shared -> windows(shared.inner());
            case MaxTransferred transferred -> windows(transferred.inner());
        };
    }
}
