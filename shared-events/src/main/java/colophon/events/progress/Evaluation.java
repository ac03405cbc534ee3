package colophon.events.progress;

import static java.util.Comparator.comparing;

import colophon.events.progress.Leaf.Hit;
import colophon.events.progress.Steps.SpentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What completions make of a requirement on a day, node by node: always the most they can.
 *
 * @param completed how much is done, never more than {@code required}
 * @param leaves its nodes that count, in the order of the tree; of a choice those of the parts that
 *     lack least
 * @param spare the nodes of the parts of a choice that are not needed
 * @param complete false if there was too much to try everything: then more may be done than this
 *     says, but never less
 */
public record Evaluation(
        BigDecimal completed,
        BigDecimal required,
        List<Leaf> leaves,
        List<Leaf> spare,
        boolean complete) {

    /** Why nothing counts where it would take too long to tell what does. */
    static final String UNDECIDED = "undecided";

    static final Comparator<Attempt> EARLIEST =
            comparing(Attempt::completedOn).thenComparing(Attempt::id);

    /**
     * The entries that earn a certificate.
     *
     * @param completions ids of the earliest completions that suffice, each once
     * @param allowances ids of the waivers and substitutions that were needed
     */
    public record Earned(List<String> completions, List<String> allowances) {}

    /** What these outcomes make of a goal. {@code today} tells which windows are still open. */
    public static Evaluation of(Goal goal, List<Attempt> attempts, LocalDate today) {
        return of(goal, attempts, today, Budget.ofOne());
    }

    /**
     * The same as one of several evaluations that have a budget together. With what is left it may
     * be {@link #undecided}.
     */
    public static Evaluation of(Goal goal, List<Attempt> attempts, LocalDate today, Budget budget) {
        var completions = attempts.stream().filter(Attempt::completed).sorted(EARLIEST).toList();
        var steps = budget.next();
        try {
            return new Tree(goal, today, completions, steps).evaluate();
        } catch (SpentException _) {
            return nothing(goal, today);
        } finally {
            budget.take(steps);
        }
    }

    /** As if nothing were completed: there is no window to look for and no choice to make. */
    private static Evaluation nothing(Goal goal, LocalDate today) {
        var steps = new Steps(Long.MAX_VALUE);
        var evaluation = new Tree(goal, today, List.of(), steps).evaluate(Pool.none(UNDECIDED));
        return evaluation.complete(evaluation.met());
    }

    static Evaluation of(
            BigDecimal completed, BigDecimal required, List<Leaf> leaves, List<Leaf> spare) {
        return new Evaluation(completed, required, leaves, spare, true);
    }

    /** The same, and if everything was tried. */
    Evaluation complete(boolean all) {
        return new Evaluation(completed, required, leaves, spare, all);
    }

    /** True if it is not met as far as was looked, and there was too much to look at it all. */
    public boolean undecided() {
        return !complete && !met();
    }

    /** True if nothing is missing: once met is met on every later day. */
    public boolean met() {
        return completed.compareTo(required) == 0;
    }

    /** What is needed of it to be met; only of an evaluation that is. */
    public Earned earned(Goal goal) {
        var completions = new LinkedHashSet<String>();
        var allowances = new LinkedHashSet<String>();
        for (var leaf : leaves) {
            var lacks = leaf.required();
            for (var hit :
                    leaf.hits().stream().sorted(comparing(Hit::attempt, EARLIEST)).toList()) {
                if (lacks.signum() <= 0) break;
                lacks = lacks.subtract(leaf.worth(hit));
                completions.add(hit.attempt().id());
                if (!hit.as().equals(hit.attempt().courseId()))
                    goal.allowances().substitutions().stream()
                            .filter(s -> s.courseId().equals(hit.as()))
                            .filter(s -> s.byCourseId().equals(hit.attempt().courseId()))
                            .forEach(s -> allowances.add(s.substitutionId()));
            }
            if (lacks.signum() > 0)
                goal.allowances().waivers().stream()
                        .filter(waiver -> waiver.node().equals(leaf.node()))
                        .forEach(waiver -> allowances.add(waiver.waiverId()));
        }
        return new Earned(List.copyOf(completions), List.copyOf(allowances));
    }

    /** How much is still to be done, 0 when met. */
    public BigDecimal missing() {
        return required.subtract(completed);
    }

    /** The same while the window is open: each completion counts so long after its own day. */
    Evaluation passing(Period period) {
        return new Evaluation(
                completed,
                required,
                leaves.stream().map(leaf -> passing(leaf, period)).toList(),
                spare,
                complete);
    }

    private static Leaf passing(Leaf leaf, Period period) {
        return new Leaf(
                leaf.node(),
                leaf.of(),
                leaf.inUnits(),
                leaf.required(),
                leaf.waived(),
                leaf.hits().stream().map(hit -> passing(hit, period)).toList(),
                leaf.pool());
    }

    private static Hit passing(Hit hit, Period period) {
        var end = hit.attempt().completedOn().plus(period);
        var until = hit.until();
        return until != null && until.isBefore(end) ? hit : new Hit(hit.attempt(), hit.as(), end);
    }
}
