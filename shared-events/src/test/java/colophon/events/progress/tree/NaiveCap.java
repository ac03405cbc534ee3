package colophon.events.progress.tree;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import colophon.events.progress.completions.CourseAttempt;
import colophon.events.requirement.CourseSet;
import colophon.events.requirement.Requirement;
import colophon.events.requirement.Requirement.AllOf;
import colophon.events.requirement.Requirement.Choose;
import colophon.events.requirement.Requirement.Courses;
import colophon.events.requirement.Requirement.MaxShared;
import colophon.events.requirement.Requirement.MaxTransferred;
import colophon.events.requirement.Requirement.MinimumGrade;
import colophon.events.requirement.Requirement.Units;
import colophon.events.requirement.Requirement.Within;
import colophon.events.requirement.RequirementForm;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Limits the units of some kind that count toward a node. It chooses the completions of that kind
 * that complete most of the inner node. A course weighs as much as the largest of its chosen
 * limited completions.
 */
record NaiveCap(
        String reason,
        Predicate<CourseAttempt> capped,
        BigDecimal limit,
        Requirement inner,
        String node) {

    /** Most choices that are compared: enough for the transferred courses of any real student. */
    private static final int EXACT = 20_000;

    /** A course with completions of this kind, and their distinct weights, largest first. */
    private record Course(String id, List<CourseAttempt> attempts, List<BigDecimal> weights) {

        BigDecimal weight() {
            return weights.getFirst();
        }
    }

    Evaluation of(NaiveTree tree, CompletionPool pool) {
        var courses = courses(tree, pool);
        var all = courses.stream().map(Course::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (all.compareTo(limit) <= 0) return tree.of(inner, node, pool);
        return new Search(tree, pool, alike(tree, courses)).best();
    }

    /** Only courses that some node of the tree would count matter. */
    private List<Course> courses(NaiveTree tree, CompletionPool pool) {
        var sets = inner.courseSets().distinct().toList();
        var byCourse = new TreeMap<String, List<CourseAttempt>>();
        for (var attempt : pool.usable())
            if (sets.stream().anyMatch(set -> tree.countsAs(attempt, set) != null))
                byCourse.computeIfAbsent(attempt.courseId(), _ -> new ArrayList<>()).add(attempt);
        var courses = new ArrayList<Course>();
        byCourse.forEach(
                (id, attempts) -> {
                    var weights =
                            attempts.stream()
                                    .filter(capped)
                                    .map(attempt -> RequirementForm.plain(attempt.worth()))
                                    .distinct()
                                    .sorted(reverseOrder())
                                    .toList();
                    if (!weights.isEmpty()) courses.add(new Course(id, attempts, weights));
                });
        return courses;
    }

    /**
     * Groups courses that every node treats alike, so that only the number taken from each matters.
     */
    private List<List<Course>> alike(NaiveTree tree, List<Course> courses) {
        var groups = new LinkedHashMap<List<Object>, List<Course>>();
        for (var course : courses)
            groups.computeIfAbsent(mark(tree, course), _ -> new ArrayList<>()).add(course);
        groups.values().forEach(group -> group.sort(comparing(NaiveCap::last).reversed()));
        return List.copyOf(groups.values());
    }

    private static LocalDate last(Course course) {
        return course.attempts().getLast().completedOn();
    }

    private List<Object> mark(NaiveTree tree, Course course) {
        var mark = new ArrayList<Object>();
        if (!tree.goal().allowances().substitutions().isEmpty() || course.weights().size() > 1)
            mark.add(course.id());
        var first = course.attempts().getFirst();
        for (CourseSet set : inner.courseSets().toList())
            mark.add(tree.countsAs(first, set) != null);
        for (var attempt : course.attempts()) {
            mark.add(RequirementForm.plain(attempt.worth()));
            mark.add(capped.test(attempt));
            mark.add(attempt.shared());
            mark.add(attempt.transferred());
            mark.add(has(inner, Within.class) ? attempt.completedOn() : "");
            mark.add(has(inner, MinimumGrade.class) ? String.valueOf(attempt.grade()) : "");
        }
        return mark;
    }

    private static boolean has(Requirement tree, Class<? extends Requirement> kind) {
        return kind.isInstance(tree)
                || switch (tree) {
                    case Courses _, Units _ -> false;
                    case AllOf all -> all.parts().stream().anyMatch(part -> has(part, kind));
                    case Choose some -> some.parts().stream().anyMatch(part -> has(part, kind));
                    case Within within -> has(within.inner(), kind);
                    case MinimumGrade minimum -> has(minimum.inner(), kind);
                    case MaxShared shared -> has(shared.inner(), kind);
                    case MaxTransferred transferred -> has(transferred.inner(), kind);
                };
    }

    /** Tries every choice to which no further course can be added. */
    private final class Search {

        private final NaiveTree tree;
        private final CompletionPool pool;
        private final List<List<Course>> groups;
        private final Map<String, BigDecimal> taken = new HashMap<>();
        private @Nullable Evaluation best;
        private int tried;

        Search(NaiveTree tree, CompletionPool pool, List<List<Course>> groups) {
            this.tree = tree;
            this.pool = pool;
            this.groups = groups;
        }

        Evaluation best() {
            choose(0, limit, new int[groups.size()]);
            return best == null ? tree.of(inner, node, pool) : best;
        }

        private void choose(int group, BigDecimal left, int[] counts) {
            if (tried >= EXACT || (best != null && best.met())) return;
            if (group == groups.size()) {
                if (isFull(left, counts)) weigh();
                return;
            }
            var courses = groups.get(group);
            for (var lesser : courses.getFirst().weights().stream().skip(1).toList())
                if (lesser.compareTo(left) <= 0) take(group, courses, 1, lesser, left, counts);
            var most = courses.getFirst().weight();
            for (int count = fitting(courses, left); count >= 0; count--)
                take(group, courses, count, most, left, counts);
        }

        private void take(
                int group,
                List<Course> courses,
                int count,
                BigDecimal weight,
                BigDecimal left,
                int[] counts) {
            for (var course : courses.subList(0, count)) taken.put(course.id(), weight);
            counts[group] = count;
            choose(group + 1, left.subtract(weight.multiply(BigDecimal.valueOf(count))), counts);
            for (var course : courses.subList(0, count)) taken.remove(course.id());
        }

        private static int fitting(List<Course> courses, BigDecimal left) {
            int count = 0;
            var rest = left;
            for (var course : courses) {
                rest = rest.subtract(course.weight());
                if (rest.signum() < 0) break;
                count++;
            }
            return count;
        }

        private boolean isFull(BigDecimal left, int[] counts) {
            for (int group = 0; group < counts.length; group++) {
                var courses = groups.get(group);
                if (counts[group] < courses.size()
                        && courses.getFirst().weights().getLast().compareTo(left) <= 0)
                    return false;
            }
            return true;
        }

        private void weigh() {
            tried++;
            var chosen = tree.of(inner, node, NaiveTree.without(pool, reason, this::isLeft));
            if (best == null || chosen.completed().compareTo(best.completed()) > 0) best = chosen;
        }

        private boolean isLeft(CourseAttempt attempt) {
            if (!capped.test(attempt)) return false;
            var weight = taken.get(attempt.courseId());
            return weight == null || attempt.worth().compareTo(weight) > 0;
        }
    }
}
