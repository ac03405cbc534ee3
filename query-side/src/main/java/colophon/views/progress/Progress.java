package colophon.views.progress;

import static java.util.Objects.requireNonNull;

import colophon.events.requirement.CourseSet;
import colophon.events.requirement.CourseSet.OfInstitution;
import colophon.events.requirement.CourseSet.OfList;
import colophon.events.requirement.CourseSet.OfProgram;
import colophon.events.requirement.Requirement;
import colophon.events.requirement.Requirement.Courses;
import colophon.events.requirement.RequirementForm;
import colophon.views.catalog.Certificate;
import colophon.views.enrollment.Enrollment;
import colophon.views.progress.Evaluation.Hit;
import colophon.views.progress.Evaluation.Leaf;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Answers: how far is a student from a certificate, and why?
 *
 * @param completed sum over the nodes, never more than {@code required}
 * @param missing what is still to do, node by node; empty when met
 * @param counted the completions that count
 * @param notCounted outcomes at the same institution that do not, with the reason
 */
public record Progress(
        int completed,
        int required,
        List<Missing> missing,
        List<Counted> counted,
        List<NotCounted> notCounted) {

    /** Most course ids that {@link Missing} lists. */
    private static final int LISTED = 50;

    /**
     * Courses that one node still asks for.
     *
     * @param node JSON pointer of the node inside the requirement
     * @param of the set as the requirement writes it
     * @param courses ids that would count, for a program or a list; at most 50
     */
    public record Missing(String node, int count, Object of, @Nullable List<String> courses) {}

    /**
     * A completion that counts.
     *
     * @param nodes JSON pointers of the nodes it counts toward
     * @param countsUntil last day, inclusive, on which it does, or null for good
     */
    public record Counted(
            String courseId,
            String enrollmentId,
            LocalDate completedOn,
            List<String> nodes,
            @Nullable LocalDate countsUntil) {}

    /**
     * An outcome that does not count.
     *
     * @param reason "not-completed", "course-already-counted", "outside-window" or "not-in-set"
     */
    public record NotCounted(
            String courseId, String enrollmentId, LocalDate completedOn, String reason) {}

    /** "met", or "in-progress". */
    public String status() {
        return completed == required ? "met" : "in-progress";
    }

    /**
     * How far these enrollments of one student lead.
     *
     * @param today the day asked about, at the institution
     * @param programCourses ids of the courses of the certificate's program, asked for only when
     *     something of it is missing
     */
    public static Progress of(
            Requirement requirement,
            Certificate certificate,
            List<Enrollment> enrollments,
            LocalDate today,
            Supplier<List<String>> programCourses) {
        var attempts = Attempt.of(enrollments);
        var evaluation = Evaluation.of(requirement, certificate, attempts, today);
        var counted = counted(evaluation);
        return new Progress(
                evaluation.completed(),
                evaluation.required(),
                missing(evaluation, programCourses),
                List.copyOf(counted.values()),
                notCounted(evaluation, certificate, attempts, counted));
    }

    private static Map<String, Counted> counted(Evaluation evaluation) {
        var all = new LinkedHashMap<String, Counted>();
        for (var leaf : evaluation.leaves())
            for (var hit : leaf.hits())
                all.merge(hit.attempt().enrollmentId(), one(leaf, hit), Progress::both);
        return all;
    }

    private static Counted one(Leaf leaf, Hit hit) {
        var attempt = hit.attempt();
        return new Counted(
                attempt.courseId(),
                attempt.enrollmentId(),
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
                one.courseId, one.enrollmentId, one.completedOn, List.copyOf(nodes), until);
    }

    private static List<NotCounted> notCounted(
            Evaluation evaluation,
            Certificate certificate,
            List<Attempt> attempts,
            Map<String, Counted> counted) {
        var courses = new HashSet<String>();
        counted.values().forEach(one -> courses.add(one.courseId));
        var not = new ArrayList<NotCounted>();
        for (var attempt : attempts) {
            if (counted.containsKey(attempt.enrollmentId())) continue;
            var inSet =
                    evaluation.leaves().stream()
                            .anyMatch(leaf -> attempt.isIn(leaf.courses().of(), certificate));
            if (!inSet && !attempt.institutionId().equals(certificate.institutionId())) continue;
            not.add(
                    new NotCounted(
                            attempt.courseId(),
                            attempt.enrollmentId(),
                            attempt.completedOn(),
                            reason(attempt, inSet, courses)));
        }
        return not;
    }

    private static String reason(Attempt attempt, boolean inSet, HashSet<String> courses) {
        if (!attempt.completed()) return "not-completed";
        if (courses.contains(attempt.courseId())) return "course-already-counted";
        return inSet ? "outside-window" : "not-in-set";
    }

    private static List<Missing> missing(
            Evaluation evaluation, Supplier<List<String>> programCourses) {
        var all = new ArrayList<Missing>();
        for (var leaf : evaluation.leaves()) {
            if (leaf.missing() == 0) continue;
            var candidates = named(leaf.courses().of(), programCourses);
            var done = new HashSet<String>();
            leaf.hits().forEach(hit -> done.add(hit.attempt().courseId()));
            all.add(
                    new Missing(
                            leaf.node(),
                            leaf.missing(),
                            form(leaf.courses()),
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
            CourseSet set, Supplier<List<String>> programCourses) {
        return switch (set) {
            case OfProgram _ -> programCourses.get();
            case OfInstitution _ -> null;
            case OfList list -> List.copyOf(list.courseIds());
        };
    }

    private static Object form(Courses courses) {
        var node = (Map<?, ?>) requireNonNull(RequirementForm.write(courses).get("courses"));
        return requireNonNull(node.get("of"));
    }
}
