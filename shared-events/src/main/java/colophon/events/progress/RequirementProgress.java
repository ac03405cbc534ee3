package colophon.events.progress;

import colophon.events.progress.budget.EvaluationBudget;
import colophon.events.progress.completions.CandidacyGoal;
import colophon.events.progress.completions.CourseAttempt;
import colophon.events.progress.completions.Eligibility;
import colophon.events.progress.completions.Waivers;
import colophon.events.progress.tree.CountedNode;
import colophon.events.progress.tree.CountedNode.Hit;
import colophon.events.progress.tree.Evaluation;
import colophon.events.requirement.CourseSet;
import colophon.events.requirement.CourseSet.OfInstitution;
import colophon.events.requirement.CourseSet.OfList;
import colophon.events.requirement.CourseSet.OfPathway;
import colophon.events.requirement.CourseSet.OfProgram;
import colophon.events.requirement.Grade;
import colophon.events.requirement.RequirementForm;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Answers: how far is a student from a certificate, and why? Amounts are whole numbers, or text if
 * units have decimals.
 *
 * @param completed sum over the nodes, never more than {@code required}
 * @param met true if nothing is missing
 * @param undecided true if the evaluation was too costly to finish and the requirement was not
 *     found to be met; {@code completed} is then a lower bound
 * @param missing what is still to do, node by node; empty when met
 * @param counted the completions that count
 * @param waived what is waived
 * @param notCounted outcomes at the same institution that do not count, each with its reason
 */
public record RequirementProgress(
        Object completed,
        Object required,
        boolean met,
        boolean undecided,
        List<Missing> missing,
        List<Counted> counted,
        List<Waived> waived,
        List<NotCounted> notCounted) {

    /** Most course ids in one {@link Missing}. */
    private static final int LISTED = 50;

    /**
     * The courses or units that one node still needs.
     *
     * @param node JSON pointer of the node inside the requirement
     * @param measure "courses" or "units"
     * @param of the set as the requirement writes it
     * @param courses ids of courses that would count, for a program, a pathway or a list; at most
     *     50
     */
    public record Missing(
            String node, Object count, String measure, Object of, @Nullable List<String> courses) {}

    /**
     * A completion that counts.
     *
     * @param enrollmentId null for a transferred credit
     * @param creditId null for a course taken here
     * @param countsAs the course it substitutes, or null
     * @param nodes JSON pointers of the nodes it counts toward
     * @param countsUntil last day, inclusive, on which it counts, or null for no end
     */
    public record Counted(
            String courseId,
            @Nullable String enrollmentId,
            @Nullable String creditId,
            @Nullable String countsAs,
            LocalDate completedOn,
            List<String> nodes,
            @Nullable LocalDate countsUntil) {}

    /** A waiver of all or part of a node. */
    public record Waived(String waiverId, String node, @Nullable Object count, String reason) {}

    /**
     * An outcome that does not count.
     *
     * @param reason "not-completed", "course-already-counted", "outside-window", "no-grade",
     *     "grade-too-low", "over-shared-limit", "over-transferred-limit", "no-units",
     *     "another-choice", "not-in-pathway", "not-in-set" or "undecided"
     */
    public record NotCounted(
            String courseId,
            @Nullable String enrollmentId,
            @Nullable String creditId,
            LocalDate completedOn,
            String reason) {}

    /**
     * Computes the progress of one student.
     *
     * @param today the day asked about, at the institution
     * @param programCourses ids of the courses of the certificate's program; read only if something
     *     is missing
     * @param budget what the evaluation may take
     */
    public static RequirementProgress of(
            CandidacyGoal goal,
            List<CourseAttempt> attempts,
            LocalDate today,
            Supplier<List<String>> programCourses,
            EvaluationBudget budget) {
        var evaluation = Evaluation.of(goal, attempts, today, budget);
        var counted = counted(evaluation);
        return new RequirementProgress(
                RequirementForm.number(evaluation.completed()),
                RequirementForm.number(evaluation.required()),
                evaluation.met(),
                evaluation.undecided(),
                missing(goal, evaluation, programCourses),
                List.copyOf(counted.values()),
                waived(goal, evaluation),
                notCounted(goal, evaluation, attempts, counted));
    }

    private static Map<String, Counted> counted(Evaluation evaluation) {
        var all = new LinkedHashMap<String, Counted>();
        for (var leaf : evaluation.leaves())
            for (var hit : leaf.hits())
                all.merge(hit.attempt().id(), one(leaf, hit), RequirementProgress::both);
        return all;
    }

    private static Counted one(CountedNode leaf, Hit hit) {
        var attempt = hit.attempt();
        return new Counted(
                attempt.courseId(),
                attempt.transferred() ? null : attempt.id(),
                attempt.transferred() ? attempt.id() : null,
                hit.as().equals(attempt.courseId()) ? null : hit.as(),
                attempt.completedOn(),
                List.of(leaf.node()),
                hit.until());
    }

    private static Counted both(Counted one, Counted other) {
        var nodes = new ArrayList<>(one.nodes);
        nodes.addAll(other.nodes);
        var until = one.countsUntil;
        if (until == null || (other.countsUntil != null && other.countsUntil.isBefore(until)))
            until = other.countsUntil;
        return new Counted(
                one.courseId,
                one.enrollmentId,
                one.creditId,
                one.countsAs == null ? other.countsAs : one.countsAs,
                one.completedOn,
                List.copyOf(nodes),
                until);
    }

    private static List<Waived> waived(CandidacyGoal goal, Evaluation evaluation) {
        var all = new ArrayList<Waived>();
        var waivers = Waivers.of(goal.allowances());
        for (var leaf : evaluation.leaves())
            for (var waiver : waivers.of(leaf.node()))
                all.add(
                        new Waived(
                                waiver.waiverId(),
                                waiver.node(),
                                waiver.count() == null
                                        ? null
                                        : RequirementForm.number(waiver.count()),
                                waiver.reason()));
        return all;
    }

    private static List<NotCounted> notCounted(
            CandidacyGoal goal,
            Evaluation evaluation,
            List<CourseAttempt> attempts,
            Map<String, Counted> counted) {
        var eligibility = Eligibility.of(goal);
        var courses = new HashSet<String>();
        counted.values().forEach(one -> courses.add(one.courseId));
        var not = new ArrayList<NotCounted>();
        for (var attempt : attempts) {
            if (counted.containsKey(attempt.id())) continue;
            var near = near(attempt, eligibility, evaluation.leaves());
            var spare = near == null ? near(attempt, eligibility, evaluation.spare()) : null;
            if (near == null
                    && spare == null
                    && !attempt.institutionId().equals(goal.institutionId())) continue;
            not.add(
                    new NotCounted(
                            attempt.courseId(),
                            attempt.transferred() ? null : attempt.id(),
                            attempt.transferred() ? attempt.id() : null,
                            attempt.completedOn(),
                            reason(attempt, goal, near, spare, courses)));
        }
        return not;
    }

    private static @Nullable CountedNode near(
            CourseAttempt attempt, Eligibility eligibility, List<CountedNode> leaves) {
        for (var leaf : leaves) if (eligibility.countsAs(attempt, leaf.of()) != null) return leaf;
        return null;
    }

    private static String reason(
            CourseAttempt attempt,
            CandidacyGoal goal,
            @Nullable CountedNode near,
            @Nullable CountedNode spare,
            Set<String> courses) {
        if (!attempt.completed()) return "not-completed";
        if (courses.contains(attempt.courseId())) return "course-already-counted";
        var leaf = near != null ? near : spare;
        if (leaf == null) return goal.requirement().hasPathways() ? "not-in-pathway" : "not-in-set";
        var limit = leaf.limit(attempt);
        if (limit == null && near == null) return "another-choice";
        if (limit == null && leaf.inUnits() && attempt.worth().signum() == 0) return "no-units";
        if (limit == null) return "course-already-counted";
        return limit.equals(Evaluation.GRADE_TOO_LOW) && !Grade.isKnown(attempt.grade())
                ? "no-grade"
                : limit;
    }

    private static List<Missing> missing(
            CandidacyGoal goal, Evaluation evaluation, Supplier<List<String>> programCourses) {
        var all = new ArrayList<Missing>();
        var known = new HashMap<CourseSet, @Nullable List<String>>();
        for (var leaf : evaluation.leaves()) {
            if (leaf.missing().signum() == 0) continue;
            var candidates =
                    known.computeIfAbsent(leaf.of(), set -> named(goal, set, programCourses));
            var done = new HashSet<String>();
            leaf.hits().forEach(hit -> done.add(hit.as()));
            all.add(
                    new Missing(
                            leaf.node(),
                            RequirementForm.number(leaf.missing()),
                            leaf.inUnits() ? "units" : "courses",
                            RequirementForm.write(leaf.of()),
                            candidates == null
                                    ? null
                                    : candidates.stream()
                                            .filter(id -> !done.contains(id))
                                            .limit(LISTED)
                                            .toList()));
        }
        return all;
    }

    private static @Nullable List<String> named(
            CandidacyGoal goal, CourseSet set, Supplier<List<String>> programCourses) {
        return switch (set) {
            case OfProgram _ -> programCourses.get();
            case OfInstitution _ -> null;
            case OfPathway _ -> goal.pathway().stream().sorted().toList();
            case OfList list -> List.copyOf(list.courseIds());
        };
    }
}
