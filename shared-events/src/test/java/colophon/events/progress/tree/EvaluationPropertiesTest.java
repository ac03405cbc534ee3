package colophon.events.progress.tree;

import static colophon.events.progress.StudentRecord.TODAY;
import static colophon.events.progress.StudentRecord.list;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.progress.completions.Allowances;
import colophon.events.progress.completions.CandidacyGoal;
import colophon.events.progress.completions.CourseAttempt;
import colophon.events.requirement.CourseSet;
import colophon.events.requirement.CourseSet.OfInstitution;
import colophon.events.requirement.CourseSet.OfPathway;
import colophon.events.requirement.CourseSet.OfProgram;
import colophon.events.requirement.Grade;
import colophon.events.requirement.Requirement;
import colophon.events.requirement.Requirement.AllOf;
import colophon.events.requirement.Requirement.Choose;
import colophon.events.requirement.Requirement.Courses;
import colophon.events.requirement.Requirement.MaxShared;
import colophon.events.requirement.Requirement.MaxTransferred;
import colophon.events.requirement.Requirement.MinimumGrade;
import colophon.events.requirement.Requirement.Units;
import colophon.events.requirement.Requirement.Within;
import colophon.events.transcript.CourseSubstituted;
import colophon.events.transcript.RequirementWaived;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.math.BigDecimal;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

class EvaluationPropertiesTest {

    private static final List<String> GRADES = Arrays.asList("A", "B-", "C", "D", "P", null);

    @Provide
    Arbitrary<List<CourseAttempt>> attempts() {
        return Arbitraries.longs().map(seed -> attempts(new Random(seed), 10));
    }

    @Provide
    Arbitrary<List<CourseAttempt>> few() {
        return Arbitraries.longs().map(seed -> attempts(new Random(seed), 6));
    }

    private static List<CourseAttempt> attempts(Random random, int most) {
        var all = new ArrayList<CourseAttempt>();
        for (int i = random.nextInt(most); i > 0; i--) {
            int course = random.nextInt(6);
            all.add(
                    new CourseAttempt(
                            "e-" + i,
                            "c-" + course,
                            program(course),
                            "i",
                            random.nextInt(5) == 0
                                    ? null
                                    : BigDecimal.valueOf(1 + random.nextInt(8), 1 & i),
                            random.nextInt(8) != 0,
                            GRADES.get(random.nextInt(GRADES.size())),
                            TODAY.minusDays(random.nextInt(5 * 365)),
                            random.nextInt(3) == 0,
                            random.nextInt(3) == 0));
        }
        return all;
    }

    /** Each course belongs to one program. */
    private static String program(int course) {
        return course == 5 ? "q" : "p";
    }

    @Provide
    Arbitrary<CandidacyGoal> goals() {
        return Arbitraries.longs()
                .map(
                        seed -> {
                            var random = new Random(seed);
                            var goal = goal(requirement(random, 3), Allowances.NONE);
                            var all = Allowances.NONE;
                            for (int i = random.nextInt(3); i > 0; i--)
                                all = more(goal, all, random, i);
                            return goal(goal.requirement(), all);
                        });
    }

    private static CandidacyGoal goal(Requirement requirement, Allowances allowances) {
        return new CandidacyGoal("p", "i", requirement, Set.of("c-1", "c-4"), allowances);
    }

    private static Requirement requirement(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 13)) {
            case 0 -> new Courses(1 + random.nextInt(3), new OfProgram());
            case 1 -> new Courses(1 + random.nextInt(2), set(random));
            case 2, 3 -> new Units(BigDecimal.valueOf(1 + random.nextInt(90), 1), set(random));
            case 4, 5 -> new AllOf(parts(random, depth));
            case 6, 7 -> {
                var parts = parts(random, depth);
                yield new Choose(1 + random.nextInt(parts.size()), parts);
            }
            case 8, 9 ->
                    new Within(
                            Period.ofMonths(1 + random.nextInt(40)),
                            requirement(random, depth - 1));
            case 10 -> new MinimumGrade("C", requirement(random, depth - 1));
            case 11 -> new MaxShared(cap(random), requirement(random, depth - 1));
            default -> new MaxTransferred(cap(random), requirement(random, depth - 1));
        };
    }

    private static List<Requirement> parts(Random random, int depth) {
        var parts = new ArrayList<Requirement>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) parts.add(requirement(random, depth - 1));
        return parts;
    }

    private static CourseSet set(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new OfInstitution();
            case 1 -> new OfPathway();
            case 2 -> new OfProgram();
            default -> list("c-1", "c-2", "c-3");
        };
    }

    private static BigDecimal cap(Random random) {
        return BigDecimal.valueOf(random.nextInt(100), 1);
    }

    /** Adds one waiver or substitution. */
    private static Allowances more(CandidacyGoal goal, Allowances before, Random random, int n) {
        var waivers = new ArrayList<>(before.waivers());
        var substitutions = new ArrayList<>(before.substitutions());
        var empty = Evaluation.of(goal, List.of(), TODAY);
        if (random.nextBoolean()) {
            var leaves = new ArrayList<>(empty.leaves());
            leaves.addAll(empty.spare());
            waivers.add(
                    new RequirementWaived(
                            "s",
                            "w-" + n,
                            "c",
                            1,
                            leaves.get(random.nextInt(leaves.size())).node(),
                            random.nextInt(4) == 0 ? null : BigDecimal.ONE,
                            "r",
                            TODAY));
        } else {
            var course = random.nextInt(6);
            substitutions.add(
                    new CourseSubstituted(
                            "s",
                            "u-" + n,
                            "c",
                            "c-" + course,
                            program(course),
                            "i",
                            "c-" + (course + 1 + random.nextInt(5)) % 6,
                            "r",
                            TODAY));
        }
        return new Allowances(waivers, substitutions);
    }

    @Property(tries = 2000)
    void more_completions_never_lower_progress(
            @ForAll("goals") CandidacyGoal goal, @ForAll("attempts") List<CourseAttempt> attempts) {
        for (int n = 0; n < attempts.size(); n++)
            assertThat(evaluate(goal, attempts.subList(0, n + 1)).completed())
                    .isGreaterThanOrEqualTo(evaluate(goal, attempts.subList(0, n)).completed());
    }

    @Property(tries = 2000)
    void a_waiver_or_a_substitution_never_lowers_progress(
            @ForAll("goals") CandidacyGoal goal,
            @ForAll("attempts") List<CourseAttempt> attempts,
            @ForAll long seed) {
        var more = more(goal, goal.allowances(), new Random(seed), 9);
        assertThat(evaluate(goal(goal.requirement(), more), attempts).completed())
                .isGreaterThanOrEqualTo(evaluate(goal, attempts).completed());
    }

    @Property(tries = 1000)
    void the_order_of_completions_never_matters(
            @ForAll("goals") CandidacyGoal goal,
            @ForAll("attempts") List<CourseAttempt> attempts,
            @ForAll long seed) {
        var shuffled = new ArrayList<>(attempts);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(evaluate(goal, shuffled)).isEqualTo(evaluate(goal, attempts));
    }

    @Property(tries = 1000)
    void once_met_is_met_on_every_later_day(
            @ForAll("goals") CandidacyGoal goal, @ForAll("attempts") List<CourseAttempt> attempts) {
        if (!evaluate(goal, attempts).met()) return;
        assertThat(Evaluation.of(goal, attempts, TODAY.plusYears(50)).met()).isTrue();
    }

    @Property(tries = 2000)
    void what_is_done_and_what_is_missing_make_up_what_is_required(
            @ForAll("goals") CandidacyGoal goal, @ForAll("attempts") List<CourseAttempt> attempts) {
        var evaluation = evaluate(goal, attempts);
        var missing =
                evaluation.leaves().stream()
                        .map(CountedNode::missing)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(evaluation.completed()).isNotNegative();
        assertThat(evaluation.completed().add(missing)).isEqualByComparingTo(evaluation.required());
    }

    /** It names no more entries than needed. */
    @Property(tries = 2000)
    void what_earns_it_is_enough_to_earn_it(
            @ForAll("goals") CandidacyGoal goal, @ForAll("attempts") List<CourseAttempt> attempts) {
        var evaluation = evaluate(goal, attempts);
        if (!evaluation.met()) return;
        var earned = evaluation.earned(goal);
        var named = attempts.stream().filter(a -> earned.completions().contains(a.id())).toList();
        var allowed =
                new Allowances(
                        goal.allowances().waivers().stream()
                                .filter(w -> earned.allowances().contains(w.waiverId()))
                                .toList(),
                        goal.allowances().substitutions().stream()
                                .filter(s -> earned.allowances().contains(s.substitutionId()))
                                .toList());
        assertThat(evaluate(goal(goal.requirement(), allowed), named).met()).isTrue();
    }

    /**
     * Compares every window, choice, hit and reason, for more completions than the oracle can try.
     */
    @Property(tries = 20000)
    void is_what_the_plain_definition_says(
            @ForAll("goals") CandidacyGoal goal, @ForAll("attempts") List<CourseAttempt> attempts) {
        var evaluation = evaluate(goal, attempts);
        var plain = NaiveTree.evaluate(goal, attempts, TODAY);
        assertThat(evaluation.completed()).isEqualByComparingTo(plain.completed());
        assertThat(evaluation.required()).isEqualByComparingTo(plain.required());
        assertThat(evaluation.complete()).isTrue();
        assertThat(told(evaluation, attempts)).isEqualTo(told(plain, attempts));
    }

    private static List<List<Object>> told(Evaluation evaluation, List<CourseAttempt> attempts) {
        var all = new ArrayList<List<Object>>();
        for (var leaves : List.of(evaluation.leaves(), evaluation.spare()))
            for (var leaf : leaves) {
                var reasons = attempts.stream().map(one -> String.valueOf(leaf.pool().reason(one)));
                all.add(List.of(leaf.node(), leaf.waived(), leaf.hits(), reasons.toList()));
            }
        return all;
    }

    /** The oracle tries every set of completions at each node where only some may count. */
    @Property(tries = 1500)
    void agrees_with_trying_every_set_of_completions(
            @ForAll("goals") CandidacyGoal goal, @ForAll("few") List<CourseAttempt> attempts) {
        var completions = attempts.stream().filter(CourseAttempt::completed).toList();
        assertThat(evaluate(goal, attempts).met())
                .isEqualTo(metBySomeSubset(goal.requirement(), "", goal, completions));
    }

    private static boolean metBySomeSubset(
            Requirement requirement,
            String node,
            CandidacyGoal goal,
            List<CourseAttempt> completions) {
        return switch (requirement) {
            case Courses courses -> {
                var distinct = new HashSet<String>();
                for (var one : completions) {
                    var as = as(one, courses.of(), goal);
                    if (!as.isEmpty()) distinct.add(as);
                }
                var asked = BigDecimal.valueOf(courses.count());
                yield waived(goal, node + "/courses", asked)
                                .add(BigDecimal.valueOf(distinct.size()))
                                .compareTo(asked)
                        >= 0;
            }
            case Units units -> {
                var best = new HashMap<String, BigDecimal>();
                for (var one : completions) {
                    var as = as(one, units.of(), goal);
                    if (!as.isEmpty()) best.merge(as, one.worth(), BigDecimal::max);
                }
                var sum = waived(goal, node + "/units", units.count());
                for (var worth : best.values()) sum = sum.add(worth);
                yield sum.compareTo(units.count()) >= 0;
            }
            case AllOf all -> {
                var met = true;
                for (int i = 0; i < all.parts().size(); i++)
                    met &=
                            metBySomeSubset(
                                    all.parts().get(i), node + "/allOf/" + i, goal, completions);
                yield met;
            }
            case Choose choose -> {
                int met = 0;
                for (int i = 0; i < choose.parts().size(); i++)
                    if (metBySomeSubset(
                            choose.parts().get(i), node + "/choose/of/" + i, goal, completions))
                        met++;
                yield met >= choose.count();
            }
            case MinimumGrade minimum ->
                    metBySomeSubset(
                            minimum.inner(),
                            node,
                            goal,
                            completions.stream()
                                    .filter(one -> Grade.reaches(one.grade(), minimum.grade()))
                                    .toList());
            case Within within ->
                    bySome(
                            within.inner(),
                            node,
                            goal,
                            completions,
                            chosen -> together(chosen, within.period()));
            case MaxShared shared ->
                    bySome(
                            shared.inner(),
                            node,
                            goal,
                            completions,
                            chosen -> light(chosen, CourseAttempt::shared, shared.units()));
            case MaxTransferred some ->
                    bySome(
                            some.inner(),
                            node,
                            goal,
                            completions,
                            chosen -> light(chosen, CourseAttempt::transferred, some.units()));
        };
    }

    private static boolean bySome(
            Requirement inner,
            String node,
            CandidacyGoal goal,
            List<CourseAttempt> completions,
            Predicate<List<CourseAttempt>> allowed) {
        for (int set = (1 << completions.size()) - 1; set >= 0; set--) {
            var chosen = new ArrayList<CourseAttempt>();
            for (int i = 0; i < completions.size(); i++)
                if ((set >> i & 1) == 1) chosen.add(completions.get(i));
            if (allowed.test(chosen) && metBySomeSubset(inner, node, goal, chosen)) return true;
        }
        return false;
    }

    private static boolean light(
            List<CourseAttempt> chosen, Predicate<CourseAttempt> capped, BigDecimal limit) {
        var weights = new HashMap<String, BigDecimal>();
        for (var one : chosen)
            if (capped.test(one)) weights.merge(one.courseId(), one.worth(), BigDecimal::max);
        var sum = weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.compareTo(limit) <= 0;
    }

    private static boolean together(List<CourseAttempt> chosen, Period period) {
        var days = chosen.stream().map(CourseAttempt::completedOn).sorted().toList();
        return days.isEmpty() || !days.getLast().isAfter(days.getFirst().plus(period));
    }

    private static BigDecimal waived(CandidacyGoal goal, String node, BigDecimal asked) {
        var sum = BigDecimal.ZERO;
        for (var waiver : goal.allowances().waivers())
            if (waiver.node().equals(node))
                sum = sum.add(waiver.count() == null ? asked : waiver.count());
        return sum;
    }

    /** The course it counts as; empty if it does not count there. */
    private static String as(CourseAttempt one, CourseSet set, CandidacyGoal goal) {
        if (goal.has(set, one.courseId(), one.programId(), one.institutionId()))
            return one.courseId();
        for (var other : goal.allowances().substitutions())
            if (other.byCourseId().equals(one.courseId())
                    && goal.has(set, other.courseId(), other.programId(), other.institutionId()))
                return other.courseId();
        return "";
    }

    private static Evaluation evaluate(CandidacyGoal goal, List<CourseAttempt> attempts) {
        return Evaluation.of(goal, attempts, TODAY);
    }
}
