package colophon.events.progress.tree;

import static colophon.events.progress.StudentRecord.TODAY;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.progress.RequirementProgress;
import colophon.events.progress.budget.EvaluationBudget;
import colophon.events.progress.completions.Allowances;
import colophon.events.progress.completions.CandidacyGoal;
import colophon.events.progress.completions.CourseAttempt;
import colophon.events.requirement.CourseSet;
import colophon.events.requirement.CourseSet.OfInstitution;
import colophon.events.requirement.CourseSet.OfList;
import colophon.events.requirement.CourseSet.OfPathway;
import colophon.events.requirement.CourseSet.OfProgram;
import colophon.events.requirement.Requirement;
import colophon.events.requirement.Requirement.AllOf;
import colophon.events.requirement.Requirement.Choose;
import colophon.events.requirement.Requirement.Courses;
import colophon.events.requirement.Requirement.MaxShared;
import colophon.events.requirement.Requirement.MaxTransferred;
import colophon.events.requirement.Requirement.MinimumGrade;
import colophon.events.requirement.Requirement.Units;
import colophon.events.requirement.Requirement.Within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Work is counted, not timed. Measured on one slow core, {@link EvaluationBudget#EVALUATION} steps
 * take less than 50 ms, with as many of them in the search of caps as there may be.
 */
class EvaluationEffortTest {

    private static final int COMPLETIONS = 200;

    /** Trees as an attacker would write them, with every kind of node inside every other. */
    @Provide
    Arbitrary<Requirement> trees() {
        return Arbitraries.longs()
                .map(
                        seed -> {
                            var random = new Random(seed);
                            return tree(random, 1 + random.nextInt(6), 1 + random.nextInt(8), true);
                        });
    }

    @Provide
    Arbitrary<Requirement> uncapped() {
        return Arbitraries.longs()
                .map(
                        seed -> {
                            var random = new Random(seed);
                            return tree(
                                    random, 1 + random.nextInt(6), 1 + random.nextInt(8), false);
                        });
    }

    /** 200 completions, close together or far apart, of few or many courses. */
    @Provide
    Arbitrary<List<CourseAttempt>> transcripts() {
        return Arbitraries.longs().map(seed -> transcript(new Random(seed)));
    }

    private static List<CourseAttempt> transcript(Random random) {
        int courses = 1 + random.nextInt(COMPLETIONS);
        int days = 1 + random.nextInt(12_000);
        boolean even = random.nextBoolean();
        int transferred = 1 + random.nextInt(4);
        var all = new ArrayList<CourseAttempt>();
        for (int i = 0; i < COMPLETIONS; i++)
            all.add(
                    new CourseAttempt(
                            "e-" + i,
                            "c-" + random.nextInt(courses),
                            "p",
                            "i",
                            BigDecimal.valueOf(1 + random.nextInt(800), 2),
                            true,
                            random.nextBoolean() ? "A" : "D",
                            TODAY.minusDays(even ? (long) i * days / 200 : random.nextInt(days)),
                            random.nextInt(transferred) == 0,
                            random.nextInt(transferred) == 0));
        return all;
    }

    private static Requirement tree(Random random, int depth, int most, boolean caps) {
        if (depth == 0)
            return random.nextBoolean()
                    ? new Courses(1 + random.nextInt(100), set(random))
                    : new Units(BigDecimal.valueOf(1 + random.nextInt(100_000), 2), set(random));
        return switch (random.nextInt(caps ? 9 : 7)) {
            case 0, 1 -> new AllOf(parts(random, depth, most, caps));
            case 2 -> {
                var parts = parts(random, depth, most, caps);
                yield new Choose(1 + random.nextInt(parts.size()), parts);
            }
            case 3, 4, 5 ->
                    new Within(
                            Period.ofDays(1 + random.nextInt(8_000)),
                            tree(random, depth - 1, most, caps));
            case 6 -> new MinimumGrade("C", tree(random, depth - 1, most, caps));
            case 7 -> new MaxShared(cap(random), tree(random, depth - 1, most, caps));
            default -> new MaxTransferred(cap(random), tree(random, depth - 1, most, caps));
        };
    }

    private static List<Requirement> parts(Random random, int depth, int most, boolean caps) {
        var parts = new ArrayList<Requirement>();
        for (int i = 1 + random.nextInt(most); i > 0; i--)
            parts.add(tree(random, depth - 1, most, caps));
        return parts;
    }

    private static BigDecimal cap(Random random) {
        return BigDecimal.valueOf(random.nextInt(50_000), 2);
    }

    private static CourseSet set(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new OfInstitution();
            case 1 -> new OfProgram();
            case 2 -> new OfPathway();
            default -> {
                var ids = new HashSet<String>();
                for (int i = 0; i < 100; i++) ids.add("c-" + random.nextInt(COMPLETIONS));
                yield new OfList(ids);
            }
        };
    }

    @Property(tries = 400)
    void what_may_be_defined_is_evaluated_within_the_budget(
            @ForAll("trees") Requirement tree,
            @ForAll("transcripts") List<CourseAttempt> attempts) {
        Assume.that(EvaluationEffort.of(tree).isBearable());
        var budget = EvaluationBudget.ofOne();
        var evaluation = Evaluation.of(goal(tree), attempts, TODAY, budget);
        assertThat(budget.spent()).isLessThanOrEqualTo(EvaluationBudget.EVALUATION);
        // the result of what was tried is reported even if not everything was tried
        for (var leaf : evaluation.leaves())
            assertThat(reasons(leaf, attempts)).doesNotContain("undecided");
    }

    @Property(tries = 400)
    void without_caps_it_takes_no_more_steps_than_foretold(
            @ForAll("uncapped") Requirement tree,
            @ForAll("transcripts") List<CourseAttempt> attempts) {
        var effort = EvaluationEffort.of(tree);
        Assume.that(effort.isBearable());
        var budget = EvaluationBudget.ofOne();
        assertThat(Evaluation.of(goal(tree), attempts, TODAY, budget).complete()).isTrue();
        assertThat(budget.spent()).isLessThanOrEqualTo(effort.steps());
    }

    /** Holds also for requirements stored before there was a budget. */
    @Property(tries = 200)
    void whatever_it_is_asked_an_evaluation_ends_and_never_says_too_much(
            @ForAll("trees") Requirement tree,
            @ForAll("transcripts") List<CourseAttempt> attempts) {
        var budget = EvaluationBudget.ofOne();
        var evaluation = Evaluation.of(goal(tree), attempts, TODAY, budget);
        assertThat(budget.spent())
                .isLessThanOrEqualTo(EvaluationBudget.EVALUATION + COMPLETIONS * 10_000L);
        if (!evaluation.met()) return;
        var earned = evaluation.earned(goal(tree)).completions();
        var some = attempts.stream().filter(one -> earned.contains(one.id())).toList();
        assertThat(Evaluation.of(goal(tree), some, TODAY).met() || some.size() > 20).isTrue();
    }

    private static List<String> reasons(CountedNode leaf, List<CourseAttempt> attempts) {
        return attempts.stream().map(one -> String.valueOf(leaf.pool().reason(one))).toList();
    }

    @Test
    void windows_that_multiply_are_refused_and_say_what_helps() {
        var effort = EvaluationEffort.of(nested(4, 3));
        assertThat(effort.isBearable()).isFalse();
        assertThat(effort.advice()).contains("4 windows").contains("nest fewer windows");
    }

    @Test
    void what_certificates_ask_for_is_allowed() {
        var areas = new ArrayList<Requirement>();
        for (int i = 0; i < 3; i++)
            areas.add(new Within(Period.ofYears(1), new Courses(2, new OfProgram())));
        for (var tree :
                List.of(
                        nested(1, 1),
                        nested(2, 2),
                        nested(3, 2),
                        new Within(Period.ofYears(8), new AllOf(areas)),
                        new Within(
                                Period.ofYears(3),
                                new MinimumGrade(
                                        "C",
                                        new MaxShared(
                                                BigDecimal.TEN,
                                                new MaxTransferred(
                                                        BigDecimal.ONE,
                                                        new Units(
                                                                BigDecimal.TEN,
                                                                new OfPathway()))))),
                        wide(50)))
            assertThat(EvaluationEffort.of(tree).isBearable())
                    .describedAs(EvaluationEffort.of(tree).advice())
                    .isTrue();
    }

    @Test
    void as_many_nodes_as_anybody_can_send_are_refused() {
        var effort = EvaluationEffort.of(wide(NODES));
        assertThat(effort.isBearable()).isFalse();
        assertThat(effort.advice()).contains("nodes; the limit is 500");
    }

    private static final int NODES = 500;

    /**
     * A request that once took 20 seconds, because each level computed every window of the next
     * again.
     */
    @Test
    void windows_in_one_another_share_what_they_ask() {
        var attempts = transcript(new Random(1));
        var budget = EvaluationBudget.ofOne();
        Evaluation.of(goal(nested(6, 1)), attempts, TODAY, budget);
        var one = EvaluationBudget.ofOne();
        Evaluation.of(goal(nested(1, 1)), attempts, TODAY, one);
        assertThat(budget.spent()).isLessThan(400 * one.spent()); // it was 200 to the power of 5
    }

    @Test
    void what_takes_too_much_is_undecided_and_counts_nothing() {
        Requirement tree = new Courses(100, new OfProgram());
        for (int i = 0; i < 7; i++) tree = new Within(Period.ofYears(9 - i), wideOf(tree, 4));
        var evaluation = Evaluation.of(goal(tree), transcript(new Random(3)), TODAY);
        assertThat(evaluation.undecided()).isTrue();
        assertThat(evaluation.completed()).isEqualByComparingTo("0");
        var progress =
                RequirementProgress.of(
                        goal(new Courses(1, new OfProgram())),
                        transcript(new Random(3)),
                        TODAY,
                        List::of,
                        EvaluationBudget.ofOne());
        assertThat(progress.met()).isTrue();
    }

    @Test
    void somebody_elses_tree_does_not_use_up_what_an_ordinary_one_needs() {
        Requirement monster = new Courses(100, new OfProgram());
        for (int i = 0; i < 7; i++) monster = new Within(Period.ofYears(9 - i), wideOf(monster, 3));
        var budget = EvaluationBudget.ofRequest();
        var attempts = transcript(new Random(3));
        for (int i = 0; i < 50; i++) Evaluation.of(goal(monster), attempts, TODAY, budget);
        assertThat(budget.isSpent()).isTrue();
        var ordinary =
                Evaluation.of(
                        goal(new Within(Period.ofYears(8), new Courses(5, new OfProgram()))),
                        attempts.subList(0, 40),
                        TODAY,
                        budget);
        assertThat(ordinary.undecided()).isFalse();
    }

    /** {@code depth} nested windows, each with {@code parts} parts. */
    private static Requirement nested(int depth, int parts) {
        Requirement tree = new Courses(100, new OfProgram());
        for (int i = 0; i < depth; i++)
            tree = new Within(Period.ofYears(9 - i), wideOf(tree, parts));
        return tree;
    }

    private static Requirement wideOf(Requirement part, int parts) {
        return new AllOf(java.util.Collections.nCopies(parts, part));
    }

    private static Requirement wide(int parts) {
        return wideOf(new Courses(100, new OfProgram()), parts);
    }

    private static CandidacyGoal goal(Requirement requirement) {
        return new CandidacyGoal("p", "i", requirement, Set.of("c-1", "c-4"), Allowances.NONE);
    }
}
