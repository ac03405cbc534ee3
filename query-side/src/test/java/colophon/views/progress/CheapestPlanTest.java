package colophon.views.progress;

import static colophon.views.Given.usd;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.money.Money;
import colophon.events.progress.budget.EvaluationBudget;
import colophon.views.progress.CheapestPlan.CourseNeed;
import colophon.views.progress.CheapestPlan.PricedCourse;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

class CheapestPlanTest {

    private final Map<String, Money> prices = new HashMap<>();

    @Example
    void takes_the_cheapest_courses() {
        price("c-1", 300);
        price("c-2", 100);
        price("c-3", 200);
        var way = through(need(2, "c-1", "c-2", "c-3"));
        assertThat(way.cost()).isEqualTo(usd("300"));
        assertThat(way.courses()).extracting(PricedCourse::courseId).containsExactly("c-2", "c-3");
    }

    @Example
    void takes_a_dear_course_of_many_units_where_that_is_cheaper() {
        price("small", 100);
        price("other", 100);
        price("large", 150);
        var units = Map.of("small", 3, "other", 3, "large", 6);
        var way = through(new CourseNeed(6, units.keySet(), units.keySet(), units));
        assertThat(way.cost()).isEqualTo(usd("150"));
    }

    @Example
    void reckons_units_without_a_price_like_the_cheapest_course() {
        price("c-1", 120);
        var units = Map.of("c-1", 3, "c-2", 3, "c-3", 3);
        var way = through(new CourseNeed(8, units.keySet(), units.keySet(), units));
        assertThat(way.cost()).isEqualTo(usd("360"));
    }

    @Example
    void costs_nothing_where_nothing_is_needed() {
        assertThat(through().cost()).isEqualTo(usd("0"));
    }

    @Example
    void lets_a_dearer_course_serve_two_certificates_rather_than_buying_two() {
        price("both", 150);
        price("one", 100);
        price("other", 100);
        var way = through(need(1, "one", "both"), need(1, "other", "both"));
        assertThat(way.cost()).isEqualTo(usd("150"));
    }

    @Example
    void reckons_courses_without_a_price_like_the_cheapest_that_has_one() {
        price("c-1", 120);
        var way = through(need(3, "c-1", "c-2", "c-3"));
        assertThat(way.cost()).isEqualTo(usd("360"));
        assertThat(way.unpriced()).containsExactly(usd("120"), usd("120"));
    }

    @Example
    void measures_by_courses_already_done_where_no_other_has_a_price() {
        price("done", 90);
        var way = through(new CourseNeed(1, Set.of("c-1"), Set.of("c-1", "done")));
        assertThat(way.cost()).isEqualTo(usd("90"));
    }

    @Example
    void knows_no_cost_where_no_price_is_known() {
        assertThat(through(need(1, "c-1")).cost()).isNull();
    }

    @Property(tries = 500)
    void is_never_dearer_than_any_other_choice(@ForAll long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 8; i++) price("c-" + i, 1 + random.nextInt(9));
        var needs = new ArrayList<CourseNeed>();
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            var eligible = new HashSet<String>();
            for (int i = 0; i < 8; i++) if (random.nextBoolean()) eligible.add("c-" + i);
            if (eligible.isEmpty()) continue;
            var weights = new HashMap<String, Integer>();
            if (random.nextBoolean())
                eligible.forEach(id -> weights.put(id, 1 + random.nextInt(4)));
            int most = eligible.stream().mapToInt(id -> weights.getOrDefault(id, 1)).sum();
            needs.add(new CourseNeed(1 + random.nextInt(most), eligible, eligible, weights));
        }
        assertThat(
                        CheapestPlan.through(
                                        needs, this::price, usd("0"), EvaluationBudget.ofRequest())
                                .cost())
                .isEqualTo(bruteForce(needs));
    }

    private @Nullable Money bruteForce(List<CourseNeed> needs) {
        Money least = null;
        for (int set = 0; set < 1 << 8; set++) {
            var chosen = new HashSet<String>();
            var cost = usd("0");
            for (int i = 0; i < 8; i++)
                if ((set >> i & 1) == 1) {
                    chosen.add("c-" + i);
                    cost = cost.plus(prices.getOrDefault("c-" + i, usd("0")));
                }
            if (needs.stream().anyMatch(need -> lacks(need, chosen))) continue;
            if (least == null || cost.compareTo(least) < 0) least = cost;
        }
        return least;
    }

    private static boolean lacks(CourseNeed need, Set<String> chosen) {
        return need.eligible().stream().filter(chosen::contains).mapToInt(need::weight).sum()
                < need.count();
    }

    private void price(String course, int amount) {
        prices.put(course, usd(Integer.toString(amount)));
    }

    private @Nullable Money price(String course) {
        return prices.get(course);
    }

    private static CourseNeed need(int count, String... eligible) {
        return new CourseNeed(count, Set.of(eligible), Set.of(eligible));
    }

    private CheapestPlan through(CourseNeed... needs) {
        return CheapestPlan.through(
                List.of(needs), this::price, usd("0"), EvaluationBudget.ofRequest());
    }
}
