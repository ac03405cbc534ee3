package colophon.views.progress;

import static colophon.views.Given.day;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.requirement.CourseSet.OfInstitution;
import colophon.events.requirement.CourseSet.OfProgram;
import colophon.events.requirement.Requirement;
import colophon.events.requirement.Requirement.AllOf;
import colophon.events.requirement.Requirement.Courses;
import colophon.events.requirement.Requirement.Within;
import colophon.views.catalog.Certificate;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

class EvaluationPropertiesTest {

    private static final LocalDate TODAY = day("2026-06-01");

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        return Arbitraries.longs()
                .map(
                        seed -> {
                            var random = new Random(seed);
                            var all = new ArrayList<Attempt>();
                            for (int i = random.nextInt(10); i > 0; i--)
                                all.add(
                                        new Attempt(
                                                "e-" + i,
                                                "c-" + random.nextInt(6),
                                                random.nextInt(4) == 0 ? "q" : "p",
                                                "rbs",
                                                random.nextInt(8) != 0,
                                                TODAY.minusDays(random.nextInt(5 * 365))));
                            return all;
                        });
    }

    @Provide
    Arbitrary<Requirement> requirements() {
        return Arbitraries.longs().map(seed -> requirement(new Random(seed), 3));
    }

    private static Requirement requirement(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 2 : 5)) {
            case 0 -> new Courses(1 + random.nextInt(3), new OfProgram());
            case 1 ->
                    new Courses(
                            1 + random.nextInt(2),
                            random.nextBoolean()
                                    ? new OfInstitution()
                                    : EvaluationTest.list("c-1", "c-2", "c-3"));
            case 2 ->
                    new AllOf(
                            List.of(
                                    requirement(random, depth - 1),
                                    requirement(random, depth - 1)));
            default ->
                    new Within(
                            Period.ofMonths(1 + random.nextInt(40)),
                            requirement(random, depth - 1));
        };
    }

    @Property(tries = 2000)
    void more_completions_never_lower_progress(
            @ForAll("requirements") Requirement requirement,
            @ForAll("attempts") List<Attempt> attempts) {
        for (int n = 0; n < attempts.size(); n++)
            assertThat(evaluate(requirement, attempts.subList(0, n + 1)).completed())
                    .isGreaterThanOrEqualTo(
                            evaluate(requirement, attempts.subList(0, n)).completed());
    }

    @Property(tries = 1000)
    void the_order_of_completions_never_matters(
            @ForAll("requirements") Requirement requirement,
            @ForAll("attempts") List<Attempt> attempts,
            @ForAll long seed) {
        var shuffled = new ArrayList<>(attempts);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(evaluate(requirement, shuffled)).isEqualTo(evaluate(requirement, attempts));
    }

    @Property(tries = 1000)
    void once_met_is_met_on_every_later_day(
            @ForAll("requirements") Requirement requirement,
            @ForAll("attempts") List<Attempt> attempts) {
        var certificate = EvaluationTest.certificate(requirement);
        if (!evaluate(requirement, attempts).met()) return;
        assertThat(Evaluation.of(requirement, certificate, attempts, TODAY.plusYears(50)).met())
                .isTrue();
    }

    /** The oracle tries every subset of completions that lie together in one window. */
    @Property(tries = 1000)
    void agrees_with_trying_every_set_of_completions(
            @ForAll("requirements") Requirement requirement,
            @ForAll("attempts") @Size(max = 7) List<Attempt> attempts) {
        var completions = attempts.stream().filter(Attempt::completed).toList();
        assertThat(evaluate(requirement, attempts).met())
                .isEqualTo(metBySomeSubset(requirement, completions));
    }

    private static boolean metBySomeSubset(Requirement requirement, List<Attempt> completions) {
        var certificate = EvaluationTest.certificate(requirement);
        return switch (requirement) {
            case Courses courses -> {
                var distinct = new HashSet<String>();
                for (var one : completions)
                    if (one.isIn(courses.of(), certificate)) distinct.add(one.courseId());
                yield distinct.size() >= courses.count();
            }
            case AllOf all ->
                    all.parts().stream().allMatch(part -> metBySomeSubset(part, completions));
            case Within within -> {
                for (int set = 0; set < 1 << completions.size(); set++) {
                    var chosen = new ArrayList<Attempt>();
                    for (int i = 0; i < completions.size(); i++)
                        if ((set >> i & 1) == 1) chosen.add(completions.get(i));
                    if (together(chosen, within.period())
                            && metBySomeSubset(within.inner(), chosen)) yield true;
                }
                yield false;
            }
        };
    }

    private static boolean together(List<Attempt> chosen, Period period) {
        var days = chosen.stream().map(Attempt::completedOn).sorted().toList();
        return days.isEmpty() || !days.getLast().isAfter(days.getFirst().plus(period));
    }

    private static Evaluation evaluate(Requirement requirement, List<Attempt> attempts) {
        Certificate certificate = EvaluationTest.certificate(requirement);
        return Evaluation.of(requirement, certificate, attempts, TODAY);
    }
}
