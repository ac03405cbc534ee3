package colophon.views.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.money.Money;
import colophon.events.progress.budget.EvaluationBudget;
import colophon.events.progress.completions.Allowances;
import colophon.events.progress.completions.CandidacyGoal;
import colophon.events.progress.completions.CourseAttempt;
import colophon.events.progress.tree.Evaluation;
import colophon.events.requirement.CourseSet.OfList;
import colophon.events.requirement.CourseSet.OfProgram;
import colophon.events.requirement.Requirement;
import colophon.events.requirement.Requirement.AllOf;
import colophon.events.requirement.Requirement.Courses;
import colophon.events.requirement.Requirement.Units;
import colophon.events.requirement.Requirement.Within;
import colophon.views.forecast.PlanSearch.Plan;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

class PlanSearchTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final Money NOTHING = Money.zero(USD);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    @Test
    void nothing_is_needed_for_what_is_met() {
        var way =
                PlanSearch.cheapest(
                        List.of(run("a", "c-1", 0, 100)),
                        judge(courses(0)),
                        NOTHING,
                        EvaluationBudget.ofRequest());
        assertThat(way.met()).isTrue();
        assertThat(way.runs()).isEmpty();
        assertThat(way.endsOn()).isNull();
    }

    @Test
    void the_cheapest_way_takes_the_cheap_ones_and_the_soonest_the_early_ones() {
        var runs =
                List.of(
                        run("early", "c-1", 0, 900),
                        run("next", "c-2", 10, 800),
                        run("late", "c-3", 50, 100),
                        run("last", "c-4", 60, 200));

        var cheapest =
                PlanSearch.cheapest(runs, judge(courses(2)), NOTHING, EvaluationBudget.ofRequest());
        var soonest =
                PlanSearch.soonest(runs, judge(courses(2)), NOTHING, EvaluationBudget.ofRequest());

        assertThat(ids(cheapest)).containsExactly("late", "last");
        assertThat(cheapest.tuition()).isEqualTo(usd(300));
        assertThat(ids(soonest)).containsExactly("early", "next");
        assertThat(soonest.endsOn()).isEqualTo(JUNE.plusDays(14));
        assertThat(soonest.proved()).isTrue();
    }

    @Test
    void nobody_is_at_two_places_at_once() {
        var runs =
                List.of(run("a", "c-1", 0, 100), run("b", "c-2", 3, 100), run("c", "c-2", 20, 300));
        assertThat(
                        ids(
                                PlanSearch.cheapest(
                                        runs,
                                        judge(courses(2)),
                                        NOTHING,
                                        EvaluationBudget.ofRequest())))
                .containsExactly("a", "c");
    }

    @Test
    void a_course_is_not_taken_twice() {
        var runs = List.of(run("a", "c-1", 0, 100), run("b", "c-1", 20, 100));
        var way =
                PlanSearch.soonest(runs, judge(courses(2)), NOTHING, EvaluationBudget.ofRequest());
        assertThat(way.met()).isFalse();
        assertThat(ids(way)).containsExactly("a");
        assertThat(way.missing()).isEqualByComparingTo("1");
    }

    @Test
    void one_course_serves_two_nodes_when_that_is_cheaper() {
        var both =
                new AllOf(
                        List.of(
                                new Courses(1, new OfList(Set.of("c-1", "c-3"))),
                                new Courses(1, new OfList(Set.of("c-2", "c-3")))));
        var runs =
                List.of(
                        run("a", "c-1", 0, 400),
                        run("b", "c-2", 10, 400),
                        run("c", "c-3", 20, 700));
        assertThat(
                        ids(
                                PlanSearch.cheapest(
                                        runs, judge(both), NOTHING, EvaluationBudget.ofRequest())))
                .containsExactly("c");
        assertThat(
                        ids(
                                PlanSearch.soonest(
                                        runs, judge(both), NOTHING, EvaluationBudget.ofRequest())))
                .containsExactly("a", "b");
    }

    @Test
    void offerings_that_count_for_several_certificates_are_taken_once() {
        var one = judge(new Courses(1, new OfList(Set.of("c-1", "c-3"))));
        var other = judge(new Courses(1, new OfList(Set.of("c-2", "c-3"))));
        Function<List<OfferingChoice>, List<Evaluation>> both =
                runs -> List.of(one.apply(runs).getFirst(), other.apply(runs).getFirst());
        var runs =
                List.of(
                        run("a", "c-1", 0, 400),
                        run("b", "c-2", 10, 400),
                        run("c", "c-3", 20, 700));
        var budget = EvaluationBudget.ofRequest();
        assertThat(ids(PlanSearch.cheapest(runs, both, NOTHING, budget))).containsExactly("c");
        assertThat(ids(PlanSearch.soonest(runs, both, NOTHING, budget))).containsExactly("a", "b");
        var without = runs.subList(0, 1);
        var way = PlanSearch.cheapest(without, both, NOTHING, budget);
        assertThat(way.met()).isFalse();
        assertThat(way.missing()).isEqualByComparingTo("1");
    }

    @Test
    void a_window_is_heeded_even_if_its_first_courses_lead_no_further() {
        var inAYear = new Within(Period.ofYears(1), new Courses(3, new OfProgram()));
        var old = List.of(done("x", JUNE.minusDays(300)), done("y", JUNE.minusDays(299)));
        var runs =
                List.of(
                        run("a", "c-1", 200, 100),
                        run("b", "c-2", 220, 100),
                        run("c", "c-3", 240, 100));
        var way =
                PlanSearch.soonest(
                        runs, judge(inAYear, old), NOTHING, EvaluationBudget.ofRequest());
        assertThat(way.met()).isTrue();
        assertThat(ids(way)).containsExactly("a", "b", "c");
    }

    @Test
    void units_are_added_up() {
        var runs = List.of(run("a", "c-1", 0, 100), run("b", "c-2", 10, 100));
        var units = new Units(new BigDecimal("6"), new OfProgram());
        assertThat(
                        ids(
                                PlanSearch.cheapest(
                                        runs, judge(units), NOTHING, EvaluationBudget.ofRequest())))
                .containsExactly("a", "b");
    }

    @Property(tries = 200)
    void no_choice_whatever_is_cheaper_or_sooner(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 7_999) Integer> seeds,
            @ForAll @IntRange(min = 1, max = 4) int count) {
        var runs = new ArrayList<OfferingChoice>();
        for (int i = 0; i < seeds.size(); i++) {
            int seed = seeds.get(i);
            runs.add(run("r" + i, "c-" + seed % 5, seed / 5 % 40, 100 + seed / 200 * 10));
        }
        var judge = judge(courses(count));
        Money least = null;
        LocalDate first = null;
        for (int mask = 0; mask < 1 << runs.size(); mask++) {
            var some = new ArrayList<OfferingChoice>();
            for (int i = 0; i < runs.size(); i++) if ((mask >> i & 1) == 1) some.add(runs.get(i));
            if (clashes(some) || !judge.apply(some).getFirst().met()) continue;
            var cost = NOTHING;
            var end = JUNE.minusYears(1);
            for (var choice : some) {
                cost = cost.plus(choice.tuition());
                if (choice.endsOn().isAfter(end)) end = choice.endsOn();
            }
            if (least == null || cost.compareTo(least) < 0) least = cost;
            if (first == null || end.isBefore(first)) first = end;
        }

        var cheapest = PlanSearch.cheapest(runs, judge, NOTHING, EvaluationBudget.ofRequest());
        var soonest = PlanSearch.soonest(runs, judge, NOTHING, EvaluationBudget.ofRequest());

        assertThat(cheapest.met()).isEqualTo(least != null);
        assertThat(soonest.met()).isEqualTo(least != null);
        if (least == null) return;
        assertThat(cheapest.tuition()).isEqualTo(least);
        assertThat(soonest.endsOn()).isEqualTo(first);
        assertThat(clashes(cheapest.runs()) || clashes(soonest.runs())).isFalse();
    }

    @Test
    void too_much_to_try_is_answered_with_the_best_so_far_and_said() {
        var runs = new ArrayList<OfferingChoice>();
        for (int i = 0; i < 60; i++)
            runs.add(run("r" + i, "c-" + i, i * 7, 1_000 + i % 7 * 13 - i % 3));
        var units = new Units(new BigDecimal("30"), new OfProgram());
        var way = PlanSearch.cheapest(runs, judge(units), NOTHING, EvaluationBudget.ofRequest());
        assertThat(way.met()).isTrue();
        assertThat(way.proved()).isFalse();
    }

    private static boolean clashes(List<OfferingChoice> some) {
        for (int i = 0; i < some.size(); i++)
            for (int j = 0; j < i; j++)
                if (some.get(i).overlaps(some.get(j))
                        || some.get(i).courseId().equals(some.get(j).courseId())) return true;
        return false;
    }

    private static List<String> ids(Plan way) {
        return way.runs().stream().map(OfferingChoice::offeringId).toList();
    }

    private static Requirement courses(int count) {
        return new Courses(count, new OfProgram());
    }

    private static Function<List<OfferingChoice>, List<Evaluation>> judge(Requirement requirement) {
        return judge(requirement, List.of());
    }

    private static Function<List<OfferingChoice>, List<Evaluation>> judge(
            Requirement requirement, List<CourseAttempt> before) {
        var goal = new CandidacyGoal("p", "i", requirement, Set.of(), Allowances.NONE);
        return runs -> {
            var attempts = new ArrayList<>(before);
            var day = JUNE;
            for (var choice : runs) {
                attempts.add(done(choice.offeringId(), choice.courseId(), choice.endsOn()));
                if (choice.endsOn().isAfter(day)) day = choice.endsOn();
            }
            return List.of(Evaluation.of(goal, attempts, day));
        };
    }

    private static CourseAttempt done(String courseId, LocalDate on) {
        return done("e-" + courseId, courseId, on);
    }

    private static CourseAttempt done(String id, String courseId, LocalDate on) {
        return new CourseAttempt(
                id, courseId, "p", "i", new BigDecimal("3"), true, "P", on, false, false);
    }

    private static OfferingChoice run(String id, String courseId, int startsIn, int dollars) {
        var starts = JUNE.plusDays(startsIn);
        return new OfferingChoice(id, courseId, null, starts, starts.plusDays(4), usd(dollars), 3);
    }

    private static Money usd(int dollars) {
        return new Money(BigDecimal.valueOf(dollars), USD);
    }
}
