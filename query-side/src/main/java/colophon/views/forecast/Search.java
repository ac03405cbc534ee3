package colophon.views.forecast;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.Objects.requireNonNull;

import colophon.events.money.Money;
import colophon.events.progress.Budget;
import colophon.events.progress.Evaluation;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Finds offerings that finish a certificate: for the least money, or the soonest. No two of them
 * overlap, and no course is taken twice. The search tries offerings one by one, the best first, and
 * abandons a path that cannot beat the best way so far. It evaluates the requirement itself at
 * every step, so it respects every kind of node.
 */
final class Search {

    /** The search stops after this many steps. It answers its best way so far as not proved. */
    private static final int STEPS = 4_000;

    private static final Comparator<Run> SOONEST =
            comparing(Run::endsOn).thenComparing(Run::tuition).thenComparing(Run::offeringId);
    private static final Comparator<Run> CHEAPEST =
            comparing(Run::tuition).thenComparing(Run::endsOn).thenComparing(Run::offeringId);

    private final List<Run> runs;
    private final Function<List<Run>, Evaluation> judge;
    private final Money nothing;
    private final boolean soonest;
    private final Budget budget;
    private @Nullable Way best;
    private @Nullable Way furthest;
    private boolean direct = true;
    private boolean undecided;
    private int steps;

    private Search(
            List<Run> runs,
            Function<List<Run>, Evaluation> judge,
            Money nothing,
            boolean soonest,
            Budget budget) {
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
    record Way(List<Run> runs, Money tuition, boolean met, BigDecimal missing, boolean proved) {

        /** The last day of the last of them, or null if there is none. */
        @Nullable LocalDate endsOn() {
            return runs.stream().map(Run::endsOn).max(naturalOrder()).orElse(null);
        }

        private Way proved(boolean certain) {
            return new Way(runs, tuition, met, missing, certain);
        }
    }

    /**
     * The cheapest way; among equals one of the sooner ones.
     *
     * @param judge evaluates the requirement as if these offerings were completed, too
     * @param nothing zero in the currency of the prices
     * @param budget limits the work of the judge; the search stops when it is spent
     */
    static Way cheapest(
            List<Run> runs, Function<List<Run>, Evaluation> judge, Money nothing, Budget budget) {
        return new Search(runs, judge, nothing, false, budget).find();
    }

    /** The way that ends first; among equals the cheapest. */
    static Way soonest(
            List<Run> runs, Function<List<Run>, Evaluation> judge, Money nothing, Budget budget) {
        return new Search(runs, judge, nothing, true, budget).find();
    }

    private Way find() {
        var start = judge.apply(List.of());
        step(0, List.of(), nothing, start);
        if (best == null) {
            // in a window, the first courses of a new one may bring no progress by themselves
            direct = false;
            step(0, List.of(), nothing, start);
        }
        return (best != null ? best : requireNonNull(furthest))
                .proved(steps < STEPS && !budget.isSpent() && !undecided);
    }

    private void step(int next, List<Run> chosen, Money cost, Evaluation reached) {
        note(chosen, cost, reached);
        undecided |= reached.undecided();
        if (reached.met()) return;
        for (int i = next; i < runs.size(); i++) {
            if (++steps >= STEPS || budget.isSpent()) return;
            var run = runs.get(i);
            if (hopeless(i, cost, reached)) return;
            if (chosen.stream().anyMatch(one -> clash(one, run))) continue;
            var more = new ArrayList<>(chosen);
            more.add(run);
            more.sort(comparing(Run::startsOn).thenComparing(Run::offeringId));
            var further = judge.apply(more);
            undecided |= further.undecided();
            if (direct && further.missing().compareTo(reached.missing()) >= 0) continue;
            step(i + 1, List.copyOf(more), cost.plus(run.tuition()), further);
        }
    }

    private static boolean clash(Run one, Run other) {
        return one.courseId().equals(other.courseId()) || one.overlaps(other);
    }

    /** True if no way from here, with this offering or a later one, can beat the best. */
    private boolean hopeless(int from, Money cost, Evaluation reached) {
        if (best == null) return false;
        if (soonest) {
            var end = best.endsOn();
            return end != null && runs.get(from).endsOn().isAfter(end);
        }
        var least = cost;
        int still = atLeast(reached);
        for (int i = from; i < runs.size() && still > 0; i++) {
            least = least.plus(runs.get(i).tuition());
            still--;
        }
        if (still > 0) return true;
        return least.compareTo(best.tuition()) >= 0;
    }

    /** The smallest possible number of missing courses. */
    private static int atLeast(Evaluation reached) {
        int most = 1;
        for (var leaf : reached.leaves())
            if (!leaf.inUnits()) most = Math.max(most, leaf.missing().intValue());
        return most;
    }

    private void note(List<Run> chosen, Money cost, Evaluation reached) {
        var way = new Way(chosen, cost, reached.met(), reached.missing(), false);
        if (reached.met() && (best == null || better(way, best))) best = way;
        if (furthest == null || further(way, furthest)) furthest = way;
    }

    private boolean better(Way one, Way other) {
        var money = comparing(Way::tuition);
        var time = comparing(Way::endsOn, nullsFirst(naturalOrder()));
        var order = soonest ? time.thenComparing(money) : money.thenComparing(time);
        return order.compare(one, other) < 0;
    }

    private boolean further(Way one, Way other) {
        int order = one.missing().compareTo(other.missing());
        return order < 0 || (order == 0 && better(one, other));
    }
}
