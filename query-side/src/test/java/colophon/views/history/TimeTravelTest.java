package colophon.views.history;

import static colophon.views.Given.awarded;
import static colophon.views.Given.completed;
import static colophon.views.Given.credit;
import static colophon.views.Given.enrolled;
import static colophon.views.Given.fund;
import static colophon.views.Given.payment;
import static colophon.views.Given.student;
import static colophon.views.Given.usd;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import colophon.events.enrollment.CompletionReversed;
import colophon.events.fund.Coverage;
import colophon.events.payment.Payer;
import colophon.views.QuerySide;
import colophon.views.School;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;

@Tag("io")
class TimeTravelTest {

    private static final Instant MORNING = Instant.parse("2026-05-20T12:00:00Z");
    private static final Instant NOON = Instant.parse("2026-05-20T16:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-05-20T23:00:00Z");

    private final QuerySide world = QuerySide.empty();
    private long known;

    @BeforeEach
    void ada() {
        School.opens(world, MORNING);
        world.commitAt(MORNING, student("s-1", "Ada", "Lovelace"));
        world.commitAt(NOON, enrolled("e-1", "s-1", School.BINDING));
        known = world.commitAt(NOON, completed("e-1", "s-1", "c-1", "2026-05-15"));
        world.commitAt(EVENING, new CompletionReversed("e-1", "s-1", "c-1", "wrong student"));
        world.commitAt(
                EVENING, payment("p-1", "s-1", "rbs", usd("500.00"), Payer.SELF, "2026-05-10"));
    }

    @Test
    void known_at_answers_by_what_had_been_recorded() throws Exception {
        world.ask("/students/s-1/status?knownAt=" + NOON)
                .andExpect(status().isOk())
                .andExpect(header().string("Event-Position", Long.toString(known)))
                .andExpect(jsonPath("$.enrollments[0].outcome").value("completed"))
                .andExpect(jsonPath("$.accounts[0].balanceDue.total.amount").value("1395.00"));
        world.ask("/students/s-1/status?knownAt=" + EVENING)
                .andExpect(jsonPath("$.enrollments[0].outcome").doesNotExist())
                .andExpect(jsonPath("$.accounts[0].balanceDue.total.amount").value("895.00"));
    }

    @Test
    void as_of_answers_by_what_was_in_effect_corrections_included() throws Exception {
        world.ask("/students/s-1/status?asOf=2026-05-18")
                .andExpect(header().string("Event-Position", Long.toString(known + 2)))
                .andExpect(jsonPath("$.enrollments[0].outcome").doesNotExist())
                .andExpect(jsonPath("$.accounts[0].balanceDue.pastDue.amount").value("895.00"));
        world.ask("/students/s-1/status?asOf=2026-05-09")
                .andExpect(jsonPath("$.accounts[0].balanceDue.total.amount").value("1395.00"))
                .andExpect(jsonPath("$.accounts[0].balanceDue.pastDue.amount").value("0.00"));
        world.ask("/students/s-1/status?asOf=2026-04-30")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.enrollments.length()").value(0));
    }

    @Test
    void both_together_answer_what_was_then_thought_of_that_day() throws Exception {
        world.ask("/students/s-1/status?asOf=2026-05-18&knownAt=" + NOON)
                .andExpect(jsonPath("$.enrollments[0].outcome").value("completed"))
                .andExpect(jsonPath("$.accounts[0].balanceDue.pastDue.amount").value("1395.00"));
        world.ask("/students/s-1/status?asOf=2026-05-14&knownAt=" + NOON)
                .andExpect(jsonPath("$.enrollments[0].outcome").doesNotExist());
    }

    @Test
    void today_is_the_institutions_day_of_the_instant() throws Exception {
        world.commit(enrolled("e-2", "s-1", School.PAPER));
        // due on July 6; at three in the morning in London it is still that day in New York
        world.now(Instant.parse("2026-08-01T00:00:00Z"));
        var due = "$.accounts[0].balanceDue.pastDue.amount";
        world.ask("/students/s-1/status?knownAt=2026-07-07T03:00:00Z")
                .andExpect(jsonPath(due).value("895.00"));
        world.ask("/students/s-1/status?knownAt=2026-07-07T05:00:00Z")
                .andExpect(jsonPath(due).value("2290.00"));
        world.ask("/students/s-1/explanation?field=balanceDue.pastDue&asOf=2026-07-06")
                .andExpect(jsonPath("$.accounts[0].sum.amount").value("895.00"));
    }

    @Test
    void before_the_first_commit_nobody_was_known() throws Exception {
        world.ask("/students/s-1/status?knownAt=" + MORNING.minusMillis(1))
                .andExpect(status().isNotFound())
                .andExpect(header().string("Event-Position", "0"))
                .andExpect(jsonPath("$.reason").value("student-not-found"));
        world.ask("/institutions/rbs?knownAt=-999999999-01-01T00:00:00Z")
                .andExpect(status().isNotFound());
        world.ask("/institutions/rbs?knownAt=" + MORNING).andExpect(status().isOk());
    }

    @Test
    void an_instant_to_come_is_now() throws Exception {
        var now = world.answer("/students/s-1/status");
        for (var instant : List.of("9999-12-31T23:59:59Z", Instant.MAX.toString()))
            world.ask(get("/api/v1/students/s-1/status").param("knownAt", instant))
                    .andExpect(status().isOk())
                    .andExpect(header().string("Event-Position", Long.toString(known + 2)))
                    .andExpect(content().string(now));
    }

    @Test
    void a_fund_has_spent_what_its_awards_paid_by_then() throws Exception {
        world.commitAt(EVENING, fund("f-1", "rbs", "2000.00", Coverage.TUITION));
        world.commitAt(EVENING, awarded(credit("a-1", "f-1", "s-1", "rbs", usd("2000.00"))));
        var later = EVENING.plusSeconds(60);
        world.commitAt(later, enrolled("e-2", "s-1", School.PAPER));
        world.ask("/funds/f-1?knownAt=" + EVENING)
                .andExpect(jsonPath("$.spent.amount").value("1395.00"))
                .andExpect(jsonPath("$.encumbered.amount").value("605.00"))
                .andExpect(jsonPath("$.awards[0].spent.amount").value("1395.00"));
        world.ask("/funds/f-1?knownAt=" + later)
                .andExpect(jsonPath("$.spent.amount").value("2000.00"));
        world.ask("/funds/f-1?asOf=2026-04-30")
                .andExpect(jsonPath("$.available.amount").value("2000.00"))
                .andExpect(jsonPath("$.awards.length()").value(0));
    }

    @Test
    void a_roster_and_its_seats_go_back_together() throws Exception {
        world.ask("/offerings/o-1/roster?knownAt=" + MORNING)
                .andExpect(jsonPath("$.items.length()").value(0));
        world.ask("/offerings/o-1/roster?knownAt=" + NOON)
                .andExpect(jsonPath("$.items[0].familyName").value("Lovelace"))
                .andExpect(jsonPath("$.items[0].outcome").value("completed"));
        world.ask("/offerings/o-1?asOf=2026-04-30").andExpect(jsonPath("$.seatsTaken").value(0));
        world.ask("/offerings/o-1?asOf=2026-05-01").andExpect(jsonPath("$.seatsTaken").value(1));
    }

    @Test
    void shows_no_name_of_somebody_erased_since() throws Exception {
        world.seals().destroy("s-1");
        world.ask("/students/s-1/status?knownAt=" + NOON)
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Ada"))));
    }

    @Test
    void waits_until_the_views_have_read_what_was_known() throws Exception {
        world.readsNothingMore();
        world.commitAt(EVENING.plusSeconds(1), student("s-2", "Ben", "Orchard"));
        world.ask(get("/api/v1/students/s-2?knownAt=" + EVENING).header("Prefer", "wait=0"))
                .andExpect(status().isNotFound());
        world.ask(
                        get("/api/v1/students/s-2?knownAt=" + EVENING.plusSeconds(1))
                                .header("Prefer", "wait=0"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(jsonPath("$.reason").value("not-caught-up"));
    }

    @ParameterizedTest
    @CsvSource({
        "asOf, yesterday",
        "asOf, 2026-02-30",
        "asOf, 1899-12-31",
        "asOf, 2200-01-01",
        "asOf, ''",
        "asOf, +999999999-12-31",
        "knownAt, 2026-05-20",
        "knownAt, noon",
        "knownAt, ''",
        "knownAt, 2026-05-20T12:00:00"
    })
    void refuses_what_is_no_day_or_no_instant(String parameter, String value) throws Exception {
        world.ask(get("/api/v1/students/s-1/status").param(parameter, value))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.reason").value("invalid-parameter"))
                .andExpect(
                        jsonPath("$.detail")
                                .value(containsString(parameter + " is '" + value + "'")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/students?asOf=2026-05-01", "/history?subject=student:s-1&knownAt=x"})
    void says_which_queries_know_the_past(String path) throws Exception {
        world.ask(path)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.reason").value("unknown-parameter"))
                .andExpect(
                        jsonPath("$.detail")
                                .value(
                                        allOf(
                                                containsString("/api/v1/students/{id}/status"),
                                                containsString("/api/v1/offerings/{id}/roster"),
                                                not(containsString("/api/v1/history")))));
    }
}
