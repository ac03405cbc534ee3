package colophon.views.forecast;

import static colophon.views.Given.awarded;
import static colophon.views.Given.candidacy;
import static colophon.views.Given.certificate;
import static colophon.views.Given.completed;
import static colophon.views.Given.enrolled;
import static colophon.views.Given.fund;
import static colophon.views.Given.offering;
import static colophon.views.Given.oneCourse;
import static colophon.views.Given.student;
import static colophon.views.Given.usd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import colophon.api.access.ReadAccess;
import colophon.events.fund.Coverage;
import colophon.events.requirement.CourseSet.OfProgram;
import colophon.events.requirement.Requirement.Courses;
import colophon.views.QuerySide;
import colophon.views.School;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Set;

/** Today is 2026-06-01. The certificate requires five courses in eight years. */
@Tag("io")
class ForecastTest {

    private final QuerySide world = QuerySide.empty();

    @BeforeEach
    void ada_has_three_courses() {
        School.opens(world);
        world.commit(student("s-1", "Ada", "Lovelace"));
        world.commit(candidacy("s-1", "cert-rbs", "p-rbs", "rbs"));
        for (int i = 4; i <= 6; i++) {
            var run = offering("r-" + i, "c-" + i, "p-rbs", "rbs", "2026-04-1" + i, usd("1395"));
            world.commit(run);
            world.commit(enrolled("e-" + i, "s-1", run));
            world.commit(completed("e-" + i, "s-1", "c-" + i, "2026-04-2" + i));
        }
    }

    @Test
    void names_the_cheapest_and_the_soonest_offerings_with_days_and_total() throws Exception {
        world.commit(offering("f-1", "c-1", "p-rbs", "rbs", "2026-06-08", usd("1395.00")));
        world.commit(offering("f-2", "c-2", "p-rbs", "rbs", "2026-06-15", usd("1395.00")));
        world.commit(offering("f-3", "c-1", "p-rbs", "rbs", "2026-09-07", usd("1200.00")));

        world.ask("/students/s-1/forecast?certificateId=cert-rbs")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.met").value(false))
                .andExpect(jsonPath("$.day").value("2026-06-01"))
                .andExpect(jsonPath("$.missing[0].count").value(2))
                .andExpect(jsonPath("$.cheapest.scheduled").value(true))
                .andExpect(jsonPath("$.cheapest.offerings[0].offeringId").value("o-3"))
                .andExpect(jsonPath("$.cheapest.offerings[1].offeringId").value("f-3"))
                .andExpect(jsonPath("$.cheapest.total.amount").value("2300.00"))
                .andExpect(jsonPath("$.cheapest.finishesOn").value("2026-09-11"))
                .andExpect(jsonPath("$.soonest.offerings[0].offeringId").value("f-1"))
                .andExpect(jsonPath("$.soonest.offerings[1].offeringId").value("f-2"))
                .andExpect(jsonPath("$.soonest.finishesOn").value("2026-06-19"))
                .andExpect(jsonPath("$.soonest.total.amount").value("2790.00"))
                .andExpect(jsonPath("$.assumptions.length()").value(3));
    }

    @Test
    void says_which_completions_will_stop_counting_and_when() throws Exception {
        world.ask("/students/s-1/forecast")
                .andExpect(jsonPath("$.leaving[0].id").value("e-4"))
                .andExpect(jsonPath("$.leaving[0].countsUntil").value("2034-04-24"))
                .andExpect(jsonPath("$.leaving[2].id").value("e-6"));
    }

    @Test
    void an_award_the_student_holds_pays_its_part_and_no_more() throws Exception {
        world.commit(fund("f-1", "rbs", "5000", Coverage.TUITION));
        world.commit(awarded(oneCourse("a-1", "f-1", "s-1", "rbs", usd("9000.00"))));

        world.ask("/students/s-1/forecast")
                .andExpect(jsonPath("$.cheapest.awardsApplied.amount").value("0.00"))
                .andExpect(jsonPath("$.awards.length()").value(0));
    }

    @Test
    void awards_beyond_those_that_pay_for_what_is_behind_pay_for_what_is_to_come()
            throws Exception {
        world.commit(fund("f-1", "rbs", "5000", Coverage.TUITION));
        for (int i = 1; i <= 4; i++)
            world.commit(awarded(oneCourse("a-" + i, "f-1", "s-1", "rbs", usd("1395.00"))));

        world.ask("/students/s-1/forecast")
                .andExpect(jsonPath("$.cheapest.offerings[0].offeringId").value("o-3"))
                .andExpect(jsonPath("$.cheapest.tuition.amount").value("2495.00"))
                .andExpect(jsonPath("$.cheapest.awardsApplied.amount").value("1100.00"))
                .andExpect(jsonPath("$.cheapest.total.amount").value("1395.00"));
    }

    @Test
    void what_is_not_scheduled_is_estimated_and_no_day_is_given() throws Exception {
        world.ask("/students/s-1/forecast?asOf=2026-06-01").andExpect(status().isBadRequest());
        world.commit(enrolled("e-2", "s-1", School.PAPER));
        world.commit(completed("e-2", "s-1", "c-2", "2026-05-30"));
        // the missing course may be c-1, which has no future run, or c-3
        world.ask("/students/s-1/forecast")
                .andExpect(jsonPath("$.cheapest.scheduled").value(true))
                .andExpect(jsonPath("$.cheapest.offerings[0].offeringId").value("o-3"));

        world.commit(enrolled("e-3", "s-1", School.TYPE));
        world.ask("/students/s-1/forecast")
                .andExpect(jsonPath("$.met").value(true))
                .andExpect(jsonPath("$.underway[0]").value("e-3"))
                .andExpect(jsonPath("$.cheapest.total.amount").value("0.00"))
                .andExpect(jsonPath("$.cheapest.finishesOn").value("2026-07-10"));
    }

    @Test
    void a_student_without_the_candidacy_is_told_what_it_would_take() throws Exception {
        world.ask("/students/s-1/forecast?certificateId=cert-cal")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.missing[0].count").value(2))
                .andExpect(jsonPath("$.cheapest.scheduled").value(false))
                .andExpect(jsonPath("$.cheapest.offerings[0].offeringId").value("o-9"))
                .andExpect(jsonPath("$.cheapest.unscheduled.amount").value("1200.00"))
                .andExpect(jsonPath("$.cheapest.total.amount").value("2400.00"))
                .andExpect(jsonPath("$.cheapest.finishesOn").doesNotExist());
    }

    @Test
    void funds_the_student_could_ask_are_named_with_what_they_could_pay() throws Exception {
        world.commit(fund("f-1", "rbs", "500", Coverage.TUITION));
        world.commit(fund("f-2", "rbs", "500", Coverage.EXPENSE));

        world.ask("/students/s-1/forecast")
                .andExpect(jsonPath("$.awards.length()").value(1))
                .andExpect(jsonPath("$.awards[0].fundId").value("f-1"))
                .andExpect(jsonPath("$.awards[0].upTo.amount").value("500.00"));
    }

    /** Neither directly, nor through the most it could pay. */
    @Test
    void a_student_does_not_learn_what_a_fund_has() throws Exception {
        world.commit(fund("f-1", "rbs", "500.17", Coverage.TUITION));
        world.commit(fund("f-2", "rbs", "987654", Coverage.TUITION));
        world.isAskedBy(
                new ReadAccess() {
                    @Override
                    public boolean sees(String institutionId) {
                        return false;
                    }

                    @Override
                    public boolean isOwn(String studentId) {
                        return studentId.equals("s-1");
                    }
                });

        assertThat(world.answer("/students/s-1/forecast")).doesNotContain("500.17", "987654");
        world.ask("/students/s-1/forecast")
                .andExpect(jsonPath("$.awards.length()").value(2))
                .andExpect(jsonPath("$.awards[0].available").doesNotExist())
                .andExpect(jsonPath("$.awards[0].upTo.amount").value("2495.00"))
                .andExpect(jsonPath("$.awards[1].upTo.amount").value("2495.00"));
    }

    @Test
    void what_is_underway_at_another_institution_is_not_shown() throws Exception {
        world.commit(enrolled("elsewhere", "s-1", School.ARCHIVES));
        world.isAskedBy(Set.of("rbs")::contains);
        assertThat(world.answer("/students/s-1/forecast")).doesNotContain("elsewhere");
        world.isAskedBy(Set.of("rbs", "calrbs")::contains);
        assertThat(world.answer("/students/s-1/forecast")).contains("elsewhere");
    }

    @Test
    void without_a_certificate_all_that_are_declared_at_an_institution_are_finished_together()
            throws Exception {
        world.commit(certificate("cert-two", "p-rbs", "rbs", new Courses(4, new OfProgram())));
        world.commit(candidacy("s-1", "cert-two", "p-rbs", "rbs"));
        world.commit(offering("f-1", "c-1", "p-rbs", "rbs", "2026-06-15", usd("1300.00")));

        world.ask("/students/s-1/forecast?certificateId=cert-two")
                .andExpect(jsonPath("$.certificateId").value("cert-two"))
                .andExpect(jsonPath("$.certificateIds").doesNotExist())
                .andExpect(jsonPath("$.cheapest.total.amount").value("1100.00"));
        world.ask("/students/s-1/forecast")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.certificateId").doesNotExist())
                .andExpect(jsonPath("$.certificateIds.length()").value(2))
                .andExpect(jsonPath("$.missing.length()").value(2))
                .andExpect(jsonPath("$.cheapest.offerings.length()").value(2))
                .andExpect(jsonPath("$.cheapest.total.amount").value("2400.00"));
        world.ask("/students/s-1/status")
                .andExpect(jsonPath("$.accounts[0].outOfPocketCommitted.amount").value("4185.00"))
                .andExpect(
                        jsonPath("$.accounts[0].outOfPocketToCertificate.amount").value("6585.00"));

        world.commit(candidacy("s-1", "cert-cal", "p-cal", "calrbs"));
        world.ask("/students/s-1/forecast").andExpect(status().isBadRequest());
        world.ask("/students/s-1/forecast?institutionId=rbs")
                .andExpect(jsonPath("$.cheapest.total.amount").value("2400.00"));
        world.ask("/students/s-1/forecast?institutionId=calrbs")
                .andExpect(jsonPath("$.certificateId").value("cert-cal"));
    }

    @Test
    void without_a_certificate_and_without_a_candidacy_nothing_is_forecast() throws Exception {
        world.commit(student("s-2", "Charles", "Babbage"));
        world.ask("/students/s-2/forecast").andExpect(status().isBadRequest());
        world.ask("/students/s-2/forecast?certificateId=none").andExpect(status().isNotFound());
        world.ask("/students/none/forecast").andExpect(status().isNotFound());
    }
}
