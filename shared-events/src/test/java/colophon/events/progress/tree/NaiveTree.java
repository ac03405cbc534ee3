package colophon.events.progress.tree;

import static java.util.Comparator.comparing;

import colophon.events.progress.completions.CandidacyGoal;
import colophon.events.progress.completions.CourseAttempt;
import colophon.events.progress.completions.Waivers;
import colophon.events.progress.tree.CountedNode.Hit;
import colophon.events.requirement.CourseSet;
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

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The definition of evaluation, written plainly and slowly: it computes every window and every
 * choice anew.
 */
record NaiveTree(CandidacyGoal goal, LocalDate today) {

    static final String WINDOW = "outside-window";
    static final String GRADE = "grade-too-low";
    static final String SHARED = "over-shared-limit";
    static final String TRANSFERRED = "over-transferred-limit";

    Evaluation of(Requirement requirement, String node, CompletionPool pool) {
        return switch (requirement) {
            case Courses courses ->
                    leaf(
                            node + "/courses",
                            courses.of(),
                            false,
                            BigDecimal.valueOf(courses.count()),
                            pool);
            case Units units -> leaf(node + "/units", units.of(), true, units.count(), pool);
            case AllOf all -> all(parts(all.parts(), node + "/allOf/", pool));
            case Choose choose ->
                    chosen(choose.count(), parts(choose.parts(), node + "/choose/of/", pool));
            case Within within -> within(within, node, pool);
            case MinimumGrade minimum ->
                    of(
                            minimum.inner(),
                            node,
                            without(
                                    pool,
                                    GRADE,
                                    one -> !Grade.reaches(one.grade(), minimum.grade())));
            case MaxShared shared ->
                    new NaiveCap(
                                    SHARED,
                                    CourseAttempt::shared,
                                    shared.units(),
                                    shared.inner(),
                                    node)
                            .of(this, pool);
            case MaxTransferred transferred ->
                    new NaiveCap(
                                    TRANSFERRED,
                                    CourseAttempt::transferred,
                                    transferred.units(),
                                    transferred.inner(),
                                    node)
                            .of(this, pool);
        };
    }

    private Evaluation leaf(
            String node, CourseSet of, boolean inUnits, BigDecimal required, CompletionPool pool) {
        var best =
                inUnits
                        ? comparing(CourseAttempt::worth).thenComparing(Evaluation.EARLIEST)
                        : Evaluation.EARLIEST;
        var byCourse = new TreeMap<String, CourseAttempt>();
        for (var completion : pool.usable()) {
            var as = countsAs(completion, of);
            if (as == null || (inUnits && completion.worth().signum() == 0)) continue;
            byCourse.merge(
                    as, completion, (one, other) -> best.compare(one, other) >= 0 ? one : other);
        }
        var hits = new ArrayList<Hit>();
        byCourse.forEach((as, attempt) -> hits.add(new Hit(attempt, as, null)));
        var waived = Waivers.of(goal.allowances()).waived(node, required);
        var leaf = new CountedNode(node, of, inUnits, required, waived, List.copyOf(hits), pool);
        return Evaluation.of(leaf.completed(), required, List.of(leaf), List.of());
    }

    /**
     * The course that a completion counts as in a set: its own or one it substitutes; null for
     * none.
     */
    @Nullable String countsAs(CourseAttempt attempt, CourseSet of) {
        var courseId = attempt.courseId();
        if (goal.has(of, courseId, attempt.programId(), attempt.institutionId())) return courseId;
        for (var substitution : goal.allowances().substitutions())
            if (substitution.byCourseId().equals(courseId)
                    && goal.has(
                            of,
                            substitution.courseId(),
                            substitution.programId(),
                            substitution.institutionId())) return substitution.courseId();
        return null;
    }

    private List<Evaluation> parts(List<Requirement> parts, String node, CompletionPool pool) {
        var all = new ArrayList<Evaluation>();
        for (var part : parts) all.add(of(part, node + all.size(), pool));
        return all;
    }

    private static Evaluation all(List<Evaluation> parts) {
        return Evaluation.of(
                sum(parts.stream().map(Evaluation::completed).toList()),
                sum(parts.stream().map(Evaluation::required).toList()),
                parts.stream().flatMap(part -> part.leaves().stream()).toList(),
                parts.stream().flatMap(part -> part.spare().stream()).toList());
    }

    /**
     * The parts that lack least are what is still to do. {@code required} is the least that any
     * choice of parts asks: if it followed the chosen parts, more completions could look like less
     * progress.
     */
    private static Evaluation chosen(int count, List<Evaluation> parts) {
        var nearest = parts.stream().sorted(comparing(Evaluation::missing)).limit(count).toList();
        var taken = all(parts.stream().filter(part -> isIn(nearest, part)).toList());
        var rest = all(parts.stream().filter(part -> !isIn(nearest, part)).toList());
        var required = sum(parts.stream().map(Evaluation::required).sorted().limit(count).toList());
        var spare = new ArrayList<>(taken.spare());
        spare.addAll(rest.leaves());
        spare.addAll(rest.spare());
        return Evaluation.of(required.subtract(taken.missing()), required, taken.leaves(), spare);
    }

    private static boolean isIn(List<Evaluation> chosen, Evaluation part) {
        return chosen.stream().anyMatch(one -> one == part);
    }

    /**
     * The earliest window that meets the node. If none does: among the windows still open today the
     * one that does most, and among equals the earliest, since it holds the most completions.
     */
    private Evaluation within(Within within, String node, CompletionPool pool) {
        var best = of(within.inner(), node, without(pool, WINDOW, _ -> true));
        if (best.met()) return best; // the whole node is waived
        for (var start :
                pool.usable().stream().map(CourseAttempt::completedOn).distinct().toList()) {
            var end = start.plus(within.period());
            var inside =
                    of(
                            within.inner(),
                            node,
                            without(pool, WINDOW, one -> isOutside(one, start, end)));
            if (inside.met()) return inside;
            if (!end.isBefore(today) && inside.completed().compareTo(best.completed()) > 0)
                best = inside;
        }
        return best.passing(within.period());
    }

    private static boolean isOutside(CourseAttempt attempt, LocalDate start, LocalDate end) {
        return attempt.completedOn().isBefore(start) || attempt.completedOn().isAfter(end);
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static CompletionPool without(
            CompletionPool pool, String reason, Predicate<CourseAttempt> gone) {
        return pool.without(reason, pool.usable().stream().filter(gone.negate()).toList());
    }

    /** The result that {@link Evaluation#of(Goal, List, LocalDate)} must give. */
    static Evaluation evaluate(CandidacyGoal goal, List<CourseAttempt> attempts, LocalDate today) {
        var completions =
                attempts.stream()
                        .filter(CourseAttempt::completed)
                        .sorted(Evaluation.EARLIEST)
                        .toList();
        return new NaiveTree(goal, today)
                .of(goal.requirement(), "", CompletionPool.of(completions));
    }
}
