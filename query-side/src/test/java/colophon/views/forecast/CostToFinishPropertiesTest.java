package colophon.views.forecast;

import static colophon.views.Given.candidacy;
import static colophon.views.Given.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.requirement.CourseSet.OfInstitution;
import colophon.events.requirement.CourseSet.OfProgram;
import colophon.events.requirement.Requirement.AllOf;
import colophon.events.requirement.Requirement.Courses;
import colophon.events.requirement.Requirement.Within;
import colophon.views.QuerySide;
import colophon.views.School;
import colophon.views.history.RandomSchool;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.Option;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import java.util.Random;

@Tag("io")
class CostToFinishPropertiesTest {

    private static final Configuration ABSENT_IS_NULL =
            Configuration.defaultConfiguration().addOptions(Option.SUPPRESS_EXCEPTIONS);

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void status_explanation_and_forecast_name_one_cost(@ForAll long seed) throws Exception {
        var random = new Random(seed);
        var school = new RandomSchool(seed);
        var world = QuerySide.empty();
        School.opens(world);
        world.commit(certificate("cert-two", "p-rbs", "rbs", new Courses(2, new OfProgram())));
        world.commit(
                certificate(
                        "cert-both",
                        "p-rbs",
                        "rbs",
                        new AllOf(
                                List.of(
                                        new Courses(1, new OfProgram()),
                                        new Within(
                                                Period.ofMonths(2),
                                                new Courses(2, new OfInstitution()))))));
        for (int i = 0; i < 60; i++) world.commit(school.next());
        for (var id : List.of("s-1", "s-2", "s-3")) {
            if (world.ask("/students/" + id).andReturn().getResponse().getStatus() != 200) continue;
            for (var more : List.of("cert-two", "cert-both"))
                if (random.nextBoolean()) world.commit(candidacy(id, more, "p-rbs", "rbs"));
            agree(world, id);
        }
        Statistics.label("an award pays of what is to come")
                .coverage(cases -> cases.check(true).count(count -> count > 0));
        Statistics.label("more than one certificate")
                .coverage(cases -> cases.check(true).count(count -> count > 0));
        Statistics.label("something is not scheduled")
                .coverage(cases -> cases.check(true).count(count -> count > 0));
    }

    private static void agree(QuerySide world, String id) throws Exception {
        var status = world.answer("/students/" + id + "/status");
        var committed = amount(status, "$.accounts[0].outOfPocketCommitted");
        if (committed == null) return; // no account
        List<?> certificates = JsonPath.read(status, "$.certificates");
        var still = BigDecimal.ZERO;
        if (!certificates.isEmpty()) {
            var forecast = world.answer("/students/" + id + "/forecast");
            still = amount(forecast, "$.cheapest.total");
            var awards = amount(forecast, "$.cheapest.awardsApplied");
            Statistics.label("an award pays of what is to come")
                    .collect(awards != null && awards.signum() > 0);
            Statistics.label("more than one certificate").collect(certificates.size() > 1);
            Statistics.label("something is not scheduled")
                    .collect(Boolean.FALSE.equals(JsonPath.read(forecast, "$.cheapest.scheduled")));
        }
        var expected = still == null ? null : committed.add(still);
        assertThat(amount(status, "$.accounts[0].outOfPocketToCertificate"))
                .as("%s: %s and %s", id, committed, still)
                .isEqualTo(expected);
        var explanation =
                world.answer("/students/" + id + "/explanation?field=outOfPocketToCertificate");
        assertThat(amount(explanation, "$.accounts[0].sum")).isEqualTo(expected);
    }

    private static @Nullable BigDecimal amount(String json, String path) {
        String amount = JsonPath.using(ABSENT_IS_NULL).parse(json).read(path + ".amount");
        return amount == null ? null : new BigDecimal(amount);
    }
}
