package colophon.events.progress.tree;

import static java.util.Comparator.comparing;

import colophon.events.progress.budget.EvaluationSteps;
import colophon.events.progress.completions.CourseAttempt;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A node that limits the units of some kind. It chooses the completions of that kind that complete
 * most of the inner node. A course weighs as much as the largest of its chosen limited completions.
 */
final class CapNode extends TreeNode {

    /** Steps to weigh one completion and add it to its group. */
    static final int GROUPED = 24;

    /** Most choices that are compared: enough for the transferred courses of any real student. */
    private static final int EXACT = 20_000;

    /** With more groups there is no search, because each group adds a level of recursion. */
    private static final int DEEPEST = 500;

    /**
     * A limit on one kind of completion.
     *
     * @param reason the reason shown when a completion of this kind does not count
     * @param marks by completion, a number that is equal for completions the nodes below treat
     *     alike
     */
    record Limit(
            String reason,
            Predicate<CourseAttempt> kind,
            BigDecimal units,
            boolean byCourse,
            List<Integer> marks) {}

    /** A course with completions of this kind, and their distinct weights, largest first. */
    private record CappedCourse(int[] completions, long[] weights) {

        int last() {
            return completions[completions.length - 1];
        }
    }

    /** Courses that every node below treats alike, latest first. */
    private record Group(List<CappedCourse> courses, long weight, long least, long[] lesser) {

        static Group of(List<CappedCourse> courses) {
            var weights = courses.getFirst().weights();
            return new Group(
                    courses,
                    weights[0],
                    weights[weights.length - 1],
                    Arrays.copyOfRange(weights, 1, weights.length));
        }

        int fitting(long left) {
            return weight == 0 ? courses.size() : (int) Math.min(courses.size(), left / weight);
        }
    }

    private final TreeNode inner;
    private final Limit limit;
    private final Completions completions;
    private final CompletionSet capped;
    private final long most;
    private final long[] worth;

    /** By completion: the number of its course, in the order of the ids. */
    private final int[] course;

    private final int courses;

    /** By set of completions: those that remain after the choice. */
    private final Map<CompletionSet, CompletionSet> chosen = new HashMap<>();

    private boolean truncated;

    CapNode(EvaluationSteps steps, Limit limit, Completions completions, TreeNode inner) {
        super(steps, inner.required(), inner.relevant());
        steps.take((long) GROUPED * completions.size());
        this.inner = inner;
        this.limit = limit;
        this.completions = completions;
        this.most = completions.whole(limit.units());
        this.capped = CompletionSet.of(completions.size(), i -> relevant().has(i) && isOfKind(i));
        this.worth = new long[completions.size()];
        this.course = new int[completions.size()];
        var ids = new TreeSet<String>();
        for (var one : completions.all()) ids.add(one.courseId());
        var numbers = new HashMap<String, Integer>();
        for (var id : ids) numbers.put(id, numbers.size());
        for (int i = 0; i < course.length; i++) {
            course[i] = numbers.getOrDefault(completions.get(i).courseId(), 0);
            worth[i] = completions.whole(completions.get(i).worth());
        }
        this.courses = numbers.size();
    }

    private boolean isOfKind(int place) {
        return limit.kind().test(completions.get(place));
    }

    /** True if some choices were not tried, because the steps ran out. */
    boolean isTruncated() {
        return truncated;
    }

    @Override
    long count(CompletionSet some) {
        return inner.done(remaining(some));
    }

    @Override
    Evaluation evaluate(CompletionPool pool, CompletionSet usable) {
        var some = usable.and(relevant());
        var left = remaining(some);
        if (left.equals(some)) return inner.evaluate(pool, usable);
        steps().take(2L * completions.size());
        var still = usable.without(i -> relevant().has(i) || isOfKind(i)).or(left);
        return inner.evaluate(pool.without(limit.reason(), completions.some(still)), still);
    }

    private CompletionSet remaining(CompletionSet some) {
        var before = chosen.get(some);
        if (before != null) return before;
        var left = choose(some);
        chosen.put(some, left);
        return left;
    }

    private CompletionSet choose(CompletionSet some) {
        steps().take((long) GROUPED * some.count() + KEPT);
        if (weight(some.and(capped)) <= most) return some;
        var groups = groups(some);
        if (groups.size() > DEEPEST) throw new EvaluationSteps.SpentException();
        var search = new CapSearch(some, groups);
        var best = search.best();
        truncated |= search.truncated;
        return best;
    }

    private long weight(CompletionSet some) {
        var heaviest = new long[courses];
        long all = 0;
        for (int i = some.next(0); i >= 0; i = some.next(i + 1))
            if (worth[i] > heaviest[course[i]]) {
                all += worth[i] - heaviest[course[i]];
                heaviest[course[i]] = worth[i];
            }
        return all;
    }

    /**
     * Groups courses that every node treats alike, so that only the number taken from each matters.
     */
    private List<Group> groups(CompletionSet some) {
        var counts = new int[courses];
        for (int i = some.next(0); i >= 0; i = some.next(i + 1)) counts[course[i]]++;
        var places = new int[courses][];
        for (int i = some.next(0); i >= 0; i = some.next(i + 1)) {
            int number = course[i];
            if (places[number] == null) places[number] = new int[counts[number]];
            places[number][places[number].length - counts[number]--] = i;
        }
        var alike = new LinkedHashMap<List<Integer>, List<CappedCourse>>();
        for (var one : places) {
            if (one == null) continue;
            var weights = weights(one);
            if (weights.length == 0) continue;
            var mark = new ArrayList<Integer>(one.length + 1);
            mark.add(limit.byCourse() || weights.length > 1 ? course[one[0]] : -1);
            for (int place : one) mark.add(limit.marks().get(place));
            alike.computeIfAbsent(mark, _ -> new ArrayList<>()).add(new CappedCourse(one, weights));
        }
        var groups = new ArrayList<Group>();
        for (var group : alike.values()) {
            group.sort(comparing(this::day).reversed());
            groups.add(Group.of(group));
        }
        return groups;
    }

    private long[] weights(int[] places) {
        var ascending =
                Arrays.stream(places)
                        .filter(capped::has)
                        .mapToLong(place -> worth[place])
                        .sorted()
                        .distinct()
                        .toArray();
        var weights = new long[ascending.length];
        for (int i = 0; i < weights.length; i++) weights[i] = ascending[weights.length - 1 - i];
        return weights;
    }

    private LocalDate day(CappedCourse one) {
        return completions.get(one.last()).completedOn();
    }

    /** Tries every choice to which no further course can be added. */
    private final class CapSearch {

        private static final long NOT_TAKEN = -1;

        private final CompletionSet some;
        private final List<Group> groups;
        private final int[] counts;

        /** By completion: the most its course may weigh in the current choice. */
        private final long[] taken;

        private CompletionSet best;
        private long furthest = -1;
        private int tried;
        private boolean truncated;

        CapSearch(CompletionSet some, List<Group> groups) {
            this.some = some;
            this.groups = groups;
            this.counts = new int[groups.size()];
            this.taken = new long[worth.length];
            Arrays.fill(taken, NOT_TAKEN);
            this.best = some;
        }

        CompletionSet best() {
            choose(0, most);
            return best;
        }

        private boolean isOver() {
            if (furthest == required()) return true;
            if (furthest < 0 || (tried < EXACT && steps().maySearch())) return false;
            truncated = true;
            return true;
        }

        private void choose(int group, long left) {
            if (isOver()) return;
            steps().take(8);
            if (group == groups.size()) {
                if (isFull(left)) weigh();
                return;
            }
            var one = groups.get(group);
            for (var lesser : one.lesser()) if (lesser <= left) take(group, 1, lesser, left);
            for (int count = one.fitting(left); count >= 0; count--)
                take(group, count, one.weight(), left);
        }

        private void take(int group, int count, long weight, long left) {
            mark(group, count, weight);
            counts[group] = count;
            choose(group + 1, left - weight * count);
            mark(group, count, NOT_TAKEN);
        }

        private void mark(int group, int count, long weight) {
            for (var one : groups.get(group).courses().subList(0, count)) {
                steps().take(3 + 2L * one.completions().length);
                for (int place : one.completions()) taken[place] = weight;
            }
        }

        private boolean isFull(long left) {
            steps().take(2L * counts.length);
            for (int group = 0; group < counts.length; group++) {
                var one = groups.get(group);
                if (counts[group] < one.courses().size() && one.least() <= left) return false;
            }
            return true;
        }

        private void weigh() {
            tried++;
            steps().take(2L * some.count());
            var left = some.without(place -> capped.has(place) && worth[place] > taken[place]);
            long done = inner.done(left);
            if (done > furthest) {
                furthest = done;
                best = left;
            }
        }
    }
}
