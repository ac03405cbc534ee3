package colophon.views.progress;

import static java.util.Comparator.comparing;

import colophon.events.requirement.Requirement;
import colophon.events.requirement.Requirement.AllOf;
import colophon.events.requirement.Requirement.Courses;
import colophon.events.requirement.Requirement.Within;
import colophon.views.catalog.Certificate;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * What completions make of a requirement on a day, node by node.
 *
 * @param leaves its {@code courses} nodes, in the order of the tree
 */
record Evaluation(int completed, int required, List<Leaf> leaves) {

    /**
     * One {@code courses} node.
     *
     * @param node its JSON pointer inside the requirement
     * @param hits one completion of each course that counts here, by course; may be more than asked
     */
    record Leaf(String node, Courses courses, List<Hit> hits) {

        int missing() {
            return Math.max(0, courses.count() - hits.size());
        }
    }

    /**
     * A completion that counts.
     *
     * @param until last day, inclusive, on which it does, or null for good
     */
    record Hit(Attempt attempt, @Nullable LocalDate until) {}

    private static final Comparator<Attempt> LATEST =
            comparing(Attempt::completedOn).thenComparing(Attempt::enrollmentId);

    boolean met() {
        return completed == required;
    }

    static Evaluation of(
            Requirement requirement,
            Certificate certificate,
            List<Attempt> attempts,
            LocalDate today) {
        var completions = attempts.stream().filter(Attempt::completed).toList();
        return of(requirement, "", certificate, completions, today);
    }

    private static Evaluation of(
            Requirement requirement,
            String node,
            Certificate certificate,
            List<Attempt> completions,
            LocalDate today) {
        return switch (requirement) {
            case Courses courses -> courses(courses, node + "/courses", certificate, completions);
            case AllOf all -> all(all, node + "/allOf/", certificate, completions, today);
            case Within within -> within(within, node, certificate, completions, today);
        };
    }

    private static Evaluation courses(
            Courses courses, String node, Certificate certificate, List<Attempt> completions) {
        var byCourse = new TreeMap<String, Attempt>();
        for (var completion : completions)
            if (completion.isIn(courses.of(), certificate))
                byCourse.merge(
                        completion.courseId(),
                        completion,
                        (one, other) -> LATEST.compare(one, other) >= 0 ? one : other);
        var hits = byCourse.values().stream().map(attempt -> new Hit(attempt, null)).toList();
        return new Evaluation(
                Math.min(courses.count(), hits.size()),
                courses.count(),
                List.of(new Leaf(node, courses, hits)));
    }

    private static Evaluation all(
            AllOf all,
            String node,
            Certificate certificate,
            List<Attempt> completions,
            LocalDate today) {
        int completed = 0;
        int required = 0;
        var leaves = new ArrayList<Leaf>();
        for (int i = 0; i < all.parts().size(); i++) {
            var part = of(all.parts().get(i), node + i, certificate, completions, today);
            completed += part.completed;
            required += part.required;
            leaves.addAll(part.leaves);
        }
        return new Evaluation(completed, required, leaves);
    }

    /**
     * The earliest window that meets the node, for good. While none does: the fullest of those that
     * are still open today, of equals the earliest, since it holds the most.
     */
    private static Evaluation within(
            Within within,
            String node,
            Certificate certificate,
            List<Attempt> completions,
            LocalDate today) {
        var best = of(within.inner(), node, certificate, List.of(), today);
        var starts = completions.stream().map(Attempt::completedOn).distinct().sorted().toList();
        for (var start : starts) {
            var end = start.plus(within.period());
            var window =
                    completions.stream()
                            .filter(completion -> !completion.completedOn().isBefore(start))
                            .filter(completion -> !completion.completedOn().isAfter(end))
                            .toList();
            var inside = of(within.inner(), node, certificate, window, today);
            if (inside.met()) return inside;
            if (!end.isBefore(today) && inside.completed > best.completed) best = inside;
        }
        return best.passing(within.period());
    }

    private Evaluation passing(Period period) {
        return new Evaluation(
                completed,
                required,
                leaves.stream()
                        .map(
                                leaf ->
                                        new Leaf(
                                                leaf.node,
                                                leaf.courses,
                                                leaf.hits.stream()
                                                        .map(hit -> passing(hit, period))
                                                        .toList()))
                        .toList());
    }

    private static Hit passing(Hit hit, Period period) {
        var end = hit.attempt.completedOn().plus(period);
        return hit.until != null && hit.until.isBefore(end) ? hit : new Hit(hit.attempt, end);
    }
}
