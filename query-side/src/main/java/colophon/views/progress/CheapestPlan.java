package colophon.views.progress;

import static java.util.Comparator.comparing;

import colophon.events.money.Money;
import colophon.events.progress.budget.EvaluationBudget;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Answers: which courses fill all needs for the least money? One course counts for every need that
 * contains it.
 *
 * @param courses the courses to take, cheapest first
 * @param unpriced estimated prices of needed courses that have no price themselves
 * @param cost the sum; null if the price of something needed is unknown
 */
public record CheapestPlan(List<PricedCourse> courses, List<Money> unpriced, @Nullable Money cost) {

    /** Largest number of states for the exact search. A larger problem is solved need by need. */
    private static final int EXACT = 20_000;

    /** Steps of a {@link EvaluationBudget} for one course and one state. */
    private static final int STATE = 100;

    /** For needs or prices that are unknown. */
    static final CheapestPlan UNKNOWN = new CheapestPlan(List.of(), List.of(), null);

    /** For no needs. */
    public static CheapestPlan nothing(Money nothing) {
        return new CheapestPlan(List.of(), List.of(), nothing);
    }

    /** A course and what it costs. */
    public record PricedCourse(String courseId, Money price) {}

    /**
     * A number of courses of a set, or of units.
     *
     * @param eligible ids of the courses that would still count
     * @param fallback ids of the courses whose prices are used if no eligible one has a price
     * @param weights how much of the need a course fills; a course without a weight fills 1
     */
    public record CourseNeed(
            int count, Set<String> eligible, Set<String> fallback, Map<String, Integer> weights) {

        /** A number of courses of a set. */
        public CourseNeed(int count, Set<String> eligible, Set<String> fallback) {
            this(count, eligible, fallback, Map.of());
        }

        int weight(String courseId) {
            return weights.getOrDefault(courseId, 1);
        }

        private int weight(Collection<String> courseIds) {
            long sum = 0;
            for (var courseId : courseIds) sum += weight(courseId);
            return (int) Math.min(Integer.MAX_VALUE, sum);
        }

        private int most() {
            return eligible.stream().mapToInt(this::weight).max().orElse(1);
        }
    }

    private record Choice(PricedCourse course, @Nullable Choice before) {}

    private record PartialPlan(Money cost, @Nullable Choice chosen) {}

    /**
     * The cheapest way to fill all needs.
     *
     * @param price the price of a course, or null if it never had any
     * @param budget the search is exact if enough of it is left
     */
    public static CheapestPlan through(
            Collection<CourseNeed> needs,
            Function<String, @Nullable Money> price,
            Money nothing,
            EvaluationBudget budget) {
        var merged = new LinkedHashMap<List<Object>, CourseNeed>();
        for (var need : needs)
            merged.merge(
                    List.of(need.eligible, need.weights),
                    need,
                    (one, other) -> one.count >= other.count ? one : other);
        var prices = prices(merged.values(), price);
        var unpriced = new ArrayList<Money>();
        var open = new ArrayList<CourseNeed>();
        for (var need : merged.values()) {
            var known = need.eligible.stream().filter(prices::containsKey).toList();
            int beyond = Math.ceilDiv(need.count - need.weight(known), need.most());
            if (beyond > 0) {
                var guess = cheapest(known.isEmpty() ? need.fallback : known, price);
                if (guess == null) return UNKNOWN;
                for (int i = 0; i < beyond; i++) unpriced.add(guess);
            }
            int count = Math.min(need.count, need.weight(known));
            if (count > 0)
                open.add(new CourseNeed(count, Set.copyOf(known), Set.of(), need.weights));
        }
        var useful = useful(open, prices);
        long states = states(open);
        var courses =
                states <= EXACT && budget.allows(STATE * states * useful.size())
                        ? exact(open, useful, nothing)
                        : greedy(open, prices);
        var cost = nothing;
        for (var course : courses) cost = cost.plus(course.price);
        for (var guess : unpriced) cost = cost.plus(guess);
        return new CheapestPlan(courses, List.copyOf(unpriced), cost);
    }

    private static Map<String, Money> prices(
            Collection<CourseNeed> needs, Function<String, @Nullable Money> price) {
        var prices = new HashMap<String, Money>();
        for (var need : needs)
            for (var courseId : need.eligible) {
                if (prices.containsKey(courseId)) continue;
                var known = price.apply(courseId);
                if (known != null) prices.put(courseId, known);
            }
        return prices;
    }

    private static @Nullable Money cheapest(
            Collection<String> courseIds, Function<String, @Nullable Money> price) {
        Money least = null;
        for (var courseId : courseIds) {
            var known = price.apply(courseId);
            if (known != null && (least == null || known.compareTo(least) < 0)) least = known;
        }
        return least;
    }

    private static List<PricedCourse> sorted(
            Collection<String> courseIds, Map<String, Money> prices) {
        var all = new ArrayList<PricedCourse>();
        for (var courseId : courseIds) {
            var price = prices.get(courseId);
            if (price != null) all.add(new PricedCourse(courseId, price));
        }
        all.sort(comparing(PricedCourse::price).thenComparing(PricedCourse::courseId));
        return all;
    }

    private static long states(List<CourseNeed> needs) {
        long states = 1;
        for (var need : needs) states = Math.min(EXACT + 1L, states * (need.count + 1));
        return states;
    }

    /** A course, and how much of each need it fills. */
    private record Useful(PricedCourse course, List<Integer> serves) {}

    /** Of courses that fill the same needs, only the cheapest can matter. */
    private static List<Useful> useful(List<CourseNeed> needs, Map<String, Money> prices) {
        var all = new ArrayList<Useful>();
        var used = new HashMap<List<Integer>, Integer>();
        for (var course : sorted(prices.keySet(), prices)) {
            var serves =
                    needs.stream()
                            .map(
                                    need ->
                                            need.eligible.contains(course.courseId)
                                                    ? need.weight(course.courseId)
                                                    : 0)
                            .toList();
            int most = 0;
            for (int i = 0; i < needs.size(); i++)
                if (serves.get(i) > 0)
                    most = Math.max(most, Math.ceilDiv(needs.get(i).count, serves.get(i)));
            if (used.merge(serves, 1, Integer::sum) <= most) all.add(new Useful(course, serves));
        }
        return all;
    }

    /** A state is what each need still lacks. */
    private static List<PricedCourse> exact(
            List<CourseNeed> needs, List<Useful> useful, Money nothing) {
        Map<List<Integer>, PartialPlan> ways = new HashMap<>();
        ways.put(needs.stream().map(CourseNeed::count).toList(), new PartialPlan(nothing, null));
        for (var one : useful) {
            var course = one.course;
            var serves = one.serves;
            var more = new HashMap<>(ways);
            ways.forEach(
                    (lack, way) -> {
                        var less = new ArrayList<Integer>(lack);
                        for (int i = 0; i < less.size(); i++)
                            less.set(i, Math.max(0, less.get(i) - serves.get(i)));
                        if (less.equals(lack)) return;
                        var longer =
                                new PartialPlan(
                                        way.cost.plus(course.price),
                                        new Choice(course, way.chosen));
                        more.merge(less, longer, (a, b) -> b.cost.compareTo(a.cost) < 0 ? b : a);
                    });
            ways = more;
        }
        var done = ways.get(needs.stream().map(_ -> 0).toList());
        if (done == null) throw new IllegalStateException("More is needed than there is");
        var courses = new ArrayList<PricedCourse>();
        for (var choice = done.chosen; choice != null; choice = choice.before)
            courses.add(choice.course);
        return List.copyOf(courses.reversed());
    }

    private static List<PricedCourse> greedy(List<CourseNeed> needs, Map<String, Money> prices) {
        var taken = new HashSet<String>();
        for (var need : needs.stream().sorted(comparing(n -> n.eligible.size())).toList()) {
            int lack =
                    need.count
                            - need.weight(taken.stream().filter(need.eligible::contains).toList());
            for (var course : sorted(need.eligible, prices)) {
                if (lack <= 0) break;
                if (taken.add(course.courseId)) lack -= need.weight(course.courseId);
            }
        }
        return sorted(new TreeSet<>(taken), prices);
    }
}
