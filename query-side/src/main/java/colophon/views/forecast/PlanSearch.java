package colophon.views.forecast;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.Objects.requireNonNull;

import colophon.events.money.Money;
import colophon.events.progress.budget.EvaluationBudget;
import colophon.events.progress.tree.Evaluation;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Finds offerings that finish certificates: for the least money, or the soonest. No two of them
 * overlap, and no course is taken twice. The search tries offerings one by one, the best first, and
 * abandons a path that cannot beat the best way so far. It evaluates the requirements themselves at
 * every step, so it respects every kind of node.
 */
final class PlanSearch {

    /** The search stops after this many steps. It answers its best way so far as not proved. */
    private static final int STEPS = 4_000;

    private static final Comparator<OfferingChoice> SOONEST =
            comparing(OfferingChoice::endsOn)
                    .thenComparing(OfferingChoice::tuition)
                    .thenComparing(OfferingChoice::offeringId);
    private static final Comparator<OfferingChoice> CHEAPEST =
            comparing(OfferingChoice::tuition)
                    .thenComparing(OfferingChoice::endsOn)
                    .thenComparing(OfferingChoice::offeringId);

    private final List<OfferingChoice> runs;
    private final Function<List<OfferingChoice>, List<Evaluation>> judge;
    private final Money nothing;
    private final boolean soonest;
    private final EvaluationBudget budget;
    private @Nullable Plan best;
    private @Nullable Plan furthest;
    private boolean direct = true;
    private boolean undecided;
    private int steps;

    private PlanSearch(
            List<OfferingChoice> runs,
            Function<List<OfferingChoice>, List<Evaluation>> judge,
            Money nothing,
            boolean soonest,
            EvaluationBudget budget) {
        this.runs = runs.stream().sorted(soonest ? SOONEST : CHEAPEST).toList();
        this.judge = judge;
        this.nothing = nothing;
        this.soonest = soonest;
        this.budget = budget;
    }

    /**
     * Offerings to enroll in, in the order in which they begin.
     *
     * @param met false if no offerings finish the certificate; then these lead the furthest
     * @param missing what is still missing after them, in courses or units
     * @param proved false if there were too many combinations to try them all
     */
    record Plan(
            List<OfferingChoice> runs,
            Money tuition,
            boolean met,
            BigDecimal missing,
            boolean proved) {

        /** The last day of the last of them, or null if there is none. */
        @Nullable LocalDate endsOn() {
            return runs.stream().map(OfferingChoice::endsOn).max(naturalOrder()).orElse(null);
        }

        private Plan proved(boolean certain) {
            return new Plan(runs, tuition, met, missing, certain);
        }
    }

    /**
     * The cheapest way; among equals one of the sooner ones.
     *
     * @param judge evaluates the requirements as if these offerings were completed, too
     * @param nothing zero in the currency of the prices
     * @param budget limits the work of the judge; the search stops when it is spent
     */
    static Plan cheapest(
            List<OfferingChoice> runs,
            Function<List<OfferingChoice>, List<Evaluation>> judge,
            Money nothing,
            EvaluationBudget budget) {
        return new PlanSearch(runs, judge, nothing, false, budget).find();
    }

    /** The way that ends first; among equals the cheapest. */
    static Plan soonest(
            List<OfferingChoice> runs,
            Function<List<OfferingChoice>, List<Evaluation>> judge,
            Money nothing,
            EvaluationBudget budget) {
        return new PlanSearch(runs, judge, nothing, true, budget).find();
    }

    /**
     * Where offerings lead, over all requirements together.
     *
     * @param missing the sum of what each lacks
     * @param atLeast the smallest possible number of missing courses
     */
    private record Reached(boolean met, boolean undecided, BigDecimal missing, int atLeast) {

        static Reached of(List<Evaluation> all) {
            var met = true;
            var undecided = false;
            var missing = BigDecimal.ZERO;
            int atLeast = 1;
            for (var one : all) {
                met &= one.met();
                undecided |= one.undecided();
                missing = missing.add(one.missing());
                for (var leaf : one.leaves())
                    if (!leaf.inUnits()) atLeast = Math.max(atLeast, leaf.missing().intValue());
            }
            return new Reached(met, undecided, missing, atLeast);
        }
    }

    private Plan find() {
        var start = Reached.of(judge.apply(List.of()));
        step(0, List.of(), nothing, start);
        if (best == null) {
            // in a window, the first courses of a new one may bring no progress by themselves
            direct = false;
            step(0, List.of(), nothing, start);
        }
        return (best != null ? best : requireNonNull(furthest))
                .proved(steps < STEPS && !budget.isSpent() && !undecided);
    }

    private void step(int next, List<OfferingChoice> chosen, Money cost, Reached reached) {
        note(chosen, cost, reached);
        undecided |= reached.undecided();
        if (reached.met()) return;
        for (int i = next; i < runs.size(); i++) {
            if (++steps >= STEPS || budget.isSpent()) return;
            var choice = runs.get(i);
            if (hopeless(i, cost, reached)) return;
            if (chosen.stream().anyMatch(one -> clash(one, choice))) continue;
            var more = new ArrayList<>(chosen);
            more.add(choice);
            more.sort(
                    comparing(OfferingChoice::startsOn).thenComparing(OfferingChoice::offeringId));
            var further = Reached.of(judge.apply(more));
            undecided |= further.undecided();
            if (direct && further.missing().compareTo(reached.missing()) >= 0) continue;
            step(i + 1, List.copyOf(more), cost.plus(choice.tuition()), further);
        }
    }

    private static boolean clash(OfferingChoice one, OfferingChoice other) {
        return one.courseId().equals(other.courseId()) || one.overlaps(other);
    }

    /** True if no way from here, with this offering or a later one, can beat the best. */
    private boolean hopeless(int from, Money cost, Reached reached) {
        if (best == null) return false;
        if (soonest) {
            var end = best.endsOn();
            return end != null && runs.get(from).endsOn().isAfter(end);
        }
        var least = cost;
        int still = reached.atLeast();
        for (int i = from; i < runs.size() && still > 0; i++) {
            least = least.plus(runs.get(i).tuition());
            still--;
        }
        if (still > 0) return true;
        return least.compareTo(best.tuition()) >= 0;
    }

    private void note(List<OfferingChoice> chosen, Money cost, Reached reached) {
        var way = new Plan(chosen, cost, reached.met(), reached.missing(), false);
        if (reached.met() && (best == null || better(way, best))) best = way;
        if (furthest == null || further(way, furthest)) furthest = way;
    }

    private boolean better(Plan one, Plan other) {
        var money = comparing(Plan::tuition);
        var time = comparing(Plan::endsOn, nullsFirst(naturalOrder()));
        var order = soonest ? time.thenComparing(money) : money.thenComparing(time);
        return order.compare(one, other) < 0;
    }

    private boolean further(Plan one, Plan other) {
        int order = one.missing().compareTo(other.missing());
        return order < 0 || (order == 0 && better(one, other));
    }
}
