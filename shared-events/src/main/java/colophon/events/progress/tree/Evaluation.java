package colophon.events.progress.tree;

import static java.util.Comparator.comparing;

import colophon.events.progress.budget.EvaluationBudget;
import colophon.events.progress.budget.EvaluationSteps;
import colophon.events.progress.budget.EvaluationSteps.SpentException;
import colophon.events.progress.completions.CandidacyGoal;
import colophon.events.progress.completions.CourseAttempt;
import colophon.events.progress.tree.CountedNode.Hit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The result of a requirement on a day, node by node: the most that the completions can achieve.
 *
 * @param completed how much is done, never more than {@code required}
 * @param leaves the counting nodes, in the order of the tree; of a choice, only those of the parts
 *     that lack least
 * @param spare the counting nodes of the parts of a choice that are not needed
 * @param complete false if the steps did not suffice to try everything; the true result may then be
 *     higher, never lower
 */
public record Evaluation(
        BigDecimal completed,
        BigDecimal required,
        List<CountedNode> leaves,
        List<CountedNode> spare,
        boolean complete) {

    /** The reason a completion is not counted when the steps did not suffice. */
    static final String UNDECIDED = "undecided";

    /** The reason a completion is not counted whose grade is below the minimum. */
    public static final String GRADE_TOO_LOW = "grade-too-low";

    static final Comparator<CourseAttempt> EARLIEST =
            comparing(CourseAttempt::completedOn).thenComparing(CourseAttempt::id);

    /**
     * The entries that earn a certificate.
     *
     * @param completions ids of the earliest completions that suffice, each listed once
     * @param allowances ids of the waivers and substitutions that were needed
     */
    public record Earned(List<String> completions, List<String> allowances) {}

    /** Evaluates a goal. {@code today} decides which windows are still open. */
    public static Evaluation of(CandidacyGoal goal, List<CourseAttempt> attempts, LocalDate today) {
        return of(goal, attempts, today, EvaluationBudget.ofOne());
    }

    /**
     * Evaluates a goal within a shared budget. The result may be {@link #undecided} if little is
     * left.
     */
    public static Evaluation of(
            CandidacyGoal goal,
            List<CourseAttempt> attempts,
            LocalDate today,
            EvaluationBudget budget) {
        var completions =
                attempts.stream().filter(CourseAttempt::completed).sorted(EARLIEST).toList();
        var steps = budget.next();
        try {
            return new RequirementTree(goal, today, completions, steps).evaluate();
        } catch (SpentException _) {
            return nothing(goal, today);
        } finally {
            budget.take(steps);
        }
    }

    /** The result for no completions. It is cheap, with no windows and no choices to try. */
    private static Evaluation nothing(CandidacyGoal goal, LocalDate today) {
        var steps = new EvaluationSteps(Long.MAX_VALUE);
        var evaluation =
                new RequirementTree(goal, today, List.of(), steps)
                        .evaluate(CompletionPool.none(UNDECIDED));
        return evaluation.complete(evaluation.met());
    }

    static Evaluation of(
            BigDecimal completed,
            BigDecimal required,
            List<CountedNode> leaves,
            List<CountedNode> spare) {
        return new Evaluation(completed, required, leaves, spare, true);
    }

    /** The same result, marked with whether everything was tried. */
    Evaluation complete(boolean all) {
        return new Evaluation(completed, required, leaves, spare, all);
    }

    /** True if it was not found to be met and the steps did not suffice to try everything. */
    public boolean undecided() {
        return !complete && !met();
    }

    /** True if nothing is missing. A requirement once met is met on every later day. */
    public boolean met() {
        return completed.compareTo(required) == 0;
    }

    /** The entries that earned it. Call it only on an evaluation that is met. */
    public Earned earned(CandidacyGoal goal) {
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

    /** The same result with an end for each completion: its own day plus the window's period. */
    Evaluation passing(Period period) {
        return new Evaluation(
                completed,
                required,
                leaves.stream().map(leaf -> passing(leaf, period)).toList(),
                spare,
                complete);
    }

    private static CountedNode passing(CountedNode leaf, Period period) {
        return new CountedNode(
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
