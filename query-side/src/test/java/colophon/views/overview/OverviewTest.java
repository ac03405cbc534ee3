package colophon.views.overview;

import static colophon.views.Given.awarded;
import static colophon.views.Given.completed;
import static colophon.views.Given.credit;
import static colophon.views.Given.enrolled;
import static colophon.views.Given.notCompleted;
import static colophon.views.Given.offering;
import static colophon.views.Given.payment;
import static colophon.views.Given.student;
import static colophon.views.Given.usd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import colophon.events.enrollment.CompletionReversed;
import colophon.events.offering.OfferingScheduled;
import colophon.events.payment.Payer;
import colophon.views.Given;
import colophon.views.QuerySide;
import colophon.views.School;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;

@Tag("io")
class OverviewTest {

    /**
     * Due on its first day. One is before World.NOW, two after it. The first two are in one term.
     */
    private static final OfferingScheduled TODAY =
            offering("o-5", "c-5", "p-rbs", "rbs", "2026-06-01", usd("1000.00"));

    private final QuerySide world = QuerySide.empty();

    @BeforeEach
    void school() {
        School.opens(world);
        world.commit(TODAY);
        for (var id : List.of("s-1", "s-2", "s-3")) world.commit(student(id, "Ada", "Lovelace"));
    }

    @Test
    void counts_enrollments_and_completions_by_the_term_of_their_offering() throws Exception {
        world.commit(enrolled("e-1", "s-1", School.BINDING)); // May
        world.commit(enrolled("e-2", "s-1", School.PAPER)); // July
        world.commit(enrolled("e-3", "s-2", School.PAPER));
        world.commit(enrolled("e-9", "s-2", School.ARCHIVES)); // of another program
        world.commit(completed("e-2", "s-1", "c-2", "2026-07-10"));
        world.commit(notCompleted("e-3", "s-2", "c-2", "2026-07-10"));
        world.ask("/programs/p-rbs/overview")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("Program p-rbs"))
                .andExpect(jsonPath("$.today").value("2026-06-01"))
                .andExpect(jsonPath("$.total.term").doesNotExist())
                .andExpect(jsonPath("$.total.enrollments").value(3))
                .andExpect(jsonPath("$.total.completions").value(1))
                .andExpect(jsonPath("$.total.conferrals").value(0))
                .andExpect(jsonPath("$.terms.length()").value(2))
                .andExpect(jsonPath("$.terms[0].term").value("2026-spring"))
                .andExpect(jsonPath("$.terms[0].enrollments").value(1))
                .andExpect(jsonPath("$.terms[0].byStatus.enrolled").value(1))
                .andExpect(jsonPath("$.terms[1].term").value("2026-summer"))
                .andExpect(jsonPath("$.terms[1].enrollments").value(2))
                .andExpect(jsonPath("$.terms[1].byStatus.finished").value(2))
                .andExpect(jsonPath("$.terms[1].byStatus.enrolled").doesNotExist())
                .andExpect(jsonPath("$.terms[1].completions").value(1));
    }

    @Test
    void counts_no_more_what_is_reversed_between_two_questions() throws Exception {
        world.commit(enrolled("e-1", "s-1", School.BINDING));
        world.commit(completed("e-1", "s-1", "c-1", "2026-05-15"));
        world.ask("/programs/p-rbs/overview").andExpect(jsonPath("$.total.completions").value(1));
        world.commit(new CompletionReversed("e-1", "s-1", "c-1", "mistaken"));
        world.ask("/programs/p-rbs/overview")
                .andExpect(jsonPath("$.total.completions").value(0))
                .andExpect(jsonPath("$.total.byStatus.enrolled").value(1))
                .andExpect(jsonPath("$.total.byStatus.finished").doesNotExist());
    }

    @Test
    void shows_what_is_not_paid_by_when_it_is_due_and_what_awards_pay() throws Exception {
        world.commit(enrolled("e-1", "s-1", School.BINDING)); // 1395.00, past due
        world.commit(enrolled("e-2", "s-2", TODAY)); // 1000.00, due today
        world.commit(enrolled("e-3", "s-3", School.PAPER)); // 1395.00, due later
        world.commit(enrolled("e-9", "s-3", School.ARCHIVES));
        world.commit(payment("p-1", "s-1", "rbs", usd("95.00"), Payer.SELF, "2026-05-02"));
        world.commit(awarded(credit("a-1", "f-1", "s-3", "rbs", usd("395.00"))));
        world.ask("/programs/p-rbs/overview")
                .andExpect(jsonPath("$.total.receivables.total.amount").value("3300.00"))
                .andExpect(jsonPath("$.total.receivables.pastDue.amount").value("1300.00"))
                .andExpect(jsonPath("$.total.receivables.dueNow.amount").value("2300.00"))
                .andExpect(jsonPath("$.total.receivables.future.amount").value("1000.00"))
                .andExpect(jsonPath("$.total.aid.amount").value("395.00"))
                .andExpect(jsonPath("$.terms[0].receivables.total.amount").value("1300.00"))
                .andExpect(jsonPath("$.terms[0].aid.amount").value("0.00"))
                .andExpect(jsonPath("$.terms[1].receivables.total.amount").value("2000.00"))
                .andExpect(jsonPath("$.terms[1].aid.amount").value("395.00"));
    }

    @Test
    void a_program_without_anybody_has_no_terms() throws Exception {
        world.ask("/programs/p-cal/overview")
                .andExpect(jsonPath("$.terms.length()").value(0))
                .andExpect(jsonPath("$.total.enrollments").value(0))
                .andExpect(jsonPath("$.total.receivables.total.amount").value("0.00"));
        world.ask("/programs/none/overview").andExpect(status().isNotFound());
    }

    @Test
    void counted_as_it_happens_or_all_at_once_is_the_same() {
        for (int seed = 0; seed < 20; seed++) {
            var random = new Random(seed);
            var along = new OverviewIndex();
            for (int i = 0; i < 120; i++) {
                happens(random, "r" + seed + "-" + i);
                if (random.nextInt(3) == 0) along.of(world.snapshot(), "p-rbs");
            }
            for (var program : List.of("p-rbs", "p-cal"))
                assertThat(inWords(along, program))
                        .isEqualTo(inWords(new OverviewIndex(), program));
        }
        assertThat(inWords(new OverviewIndex(), "p-rbs")).contains("2026-summer", "finished");
    }

    private void happens(Random random, String id) {
        var who = "s-" + (1 + random.nextInt(3));
        var in =
                List.of(School.BINDING, School.PAPER, School.ARCHIVES, TODAY)
                        .get(random.nextInt(4));
        switch (random.nextInt(4)) {
            case 0 ->
                    world.commit(payment(id, who, "rbs", usd("170.00"), Payer.SELF, "2026-05-02"));
            case 1 -> world.commit(awarded(credit(id, "f-1", who, "rbs", usd("230.00"))));
            case 2 -> {
                world.commit(enrolled(id, who, in));
                world.commit(completed(id, who, in.courseId(), "2026-07-01"));
            }
            default -> {
                world.commit(enrolled(id, who, in));
                if (random.nextBoolean())
                    world.commit(completed(id, who, in.courseId(), "2026-07-01"));
            }
        }
    }

    private String inWords(OverviewIndex tallies, String program) {
        var words = new StringBuilder();
        tallies.of(world.snapshot(), program)
                .forEach(
                        (term, tally) ->
                                words.append(term)
                                        .append(tally.byStatus())
                                        .append(tally.completions())
                                        .append(tally.due(Given.USD, Given.day("2026-06-01")))
                                        .append(tally.aid(Given.USD))
                                        .append('\n'));
        return words.toString();
    }
}
