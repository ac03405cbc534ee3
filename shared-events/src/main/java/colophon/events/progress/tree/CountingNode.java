package colophon.events.progress.tree;

import static java.util.Comparator.comparing;

import colophon.events.progress.budget.EvaluationSteps;
import colophon.events.progress.completions.CourseAttempt;
import colophon.events.progress.completions.Eligibility;
import colophon.events.progress.tree.CountedNode.Hit;
import colophon.events.requirement.CourseSet;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;

/** A node that counts courses or their units. */
final class CountingNode extends TreeNode {

    /** Steps to find out which course a completion counts as. */
    static final int TOLD = 4;

    /** Steps to list one completion with its details. */
    static final int LISTED = 10;

    /**
     * What the node counts.
     *
     * @param node its JSON pointer inside the requirement
     */
    record CountQuestion(
            String node, CourseSet of, boolean inUnits, BigDecimal required, BigDecimal waived) {}

    private final CountQuestion asked;
    private final Completions completions;
    private final List<@Nullable String> as;

    /** By completion: the number of the course it counts as. */
    private final int[] course;

    private final long[] worth;

    private final long waived;

    /** By course: its largest completion in the count whose number {@link #seen} holds. */
    private final long[] most;

    private final int[] seen;
    private int counts;

    private CountingNode(
            EvaluationSteps steps,
            CountQuestion asked,
            Completions completions,
            List<@Nullable String> as,
            CompletionSet relevant) {
        super(steps, completions.whole(asked.required()), relevant);
        this.asked = asked;
        this.completions = completions;
        this.as = as;
        this.waived = completions.whole(asked.waived());
        this.course = new int[completions.size()];
        this.worth = new long[completions.size()];
        var numbers = new HashMap<String, Integer>();
        for (int i = relevant.next(0); i >= 0; i = relevant.next(i + 1)) {
            var name = String.valueOf(as.get(i));
            var number = numbers.putIfAbsent(name, numbers.size());
            course[i] = number == null ? numbers.size() - 1 : number;
            worth[i] =
                    completions.whole(
                            asked.inUnits() ? completions.get(i).worth() : BigDecimal.ONE);
        }
        this.most = new long[numbers.size()];
        this.seen = new int[numbers.size()];
    }

    static CountingNode of(
            EvaluationSteps steps,
            CountQuestion asked,
            Completions completions,
            Eligibility eligibility) {
        var as = new ArrayList<@Nullable String>();
        for (var one : completions.all()) {
            steps.take(TOLD + eligibility.substituted(one).size());
            as.add(eligibility.countsAs(one, asked.of()));
        }
        var relevant = CompletionSet.of(completions.size(), i -> as.get(i) != null);
        return new CountingNode(
                steps, asked, completions, Arrays.asList(as.toArray(String[]::new)), relevant);
    }

    @Override
    long count(CompletionSet some) {
        steps().take(some.count());
        counts++;
        long sum = waived;
        for (int i = some.next(0); i >= 0; i = some.next(i + 1)) {
            int number = course[i];
            var before = seen[number] == counts ? most[number] : 0;
            seen[number] = counts;
            most[number] = Math.max(before, worth[i]);
            sum += most[number] - before;
        }
        return Math.min(sum, required());
    }

    @Override
    Evaluation evaluate(CompletionPool pool, CompletionSet usable) {
        var best =
                asked.inUnits()
                        ? comparing(CourseAttempt::worth).thenComparing(Evaluation.EARLIEST)
                        : Evaluation.EARLIEST;
        var some = usable.and(relevant());
        steps().take((long) LISTED * some.count());
        var byCourse = new TreeMap<String, CourseAttempt>();
        for (int i = some.next(0); i >= 0; i = some.next(i + 1)) {
            var completion = completions.get(i);
            if (asked.inUnits() && completion.worth().signum() == 0) continue;
            byCourse.merge(
                    String.valueOf(as.get(i)),
                    completion,
                    (one, other) -> best.compare(one, other) >= 0 ? one : other);
        }
        var hits = new ArrayList<Hit>();
        byCourse.forEach((name, attempt) -> hits.add(new Hit(attempt, name, null)));
        var leaf =
                new CountedNode(
                        asked.node(),
                        asked.of(),
                        asked.inUnits(),
                        asked.required(),
                        asked.waived(),
                        List.copyOf(hits),
                        pool);
        return Evaluation.of(leaf.completed(), asked.required(), List.of(leaf), List.of());
    }
}
