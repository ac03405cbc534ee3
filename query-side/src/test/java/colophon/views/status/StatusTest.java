package colophon.views.status;

import static colophon.views.Given.awarded;
import static colophon.views.Given.candidacy;
import static colophon.views.Given.certificate;
import static colophon.views.Given.completed;
import static colophon.views.Given.course;
import static colophon.views.Given.enrolled;
import static colophon.views.Given.expense;
import static colophon.views.Given.institution;
import static colophon.views.Given.notCompleted;
import static colophon.views.Given.offering;
import static colophon.views.Given.oneCourse;
import static colophon.views.Given.payment;
import static colophon.views.Given.student;
import static colophon.views.Given.usd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import colophon.events.enrollment.CompletionReversed;
import colophon.events.payment.Payer;
import colophon.events.requirement.CourseSet.OfList;
import colophon.events.requirement.CourseSet.OfProgram;
import colophon.events.requirement.Requirement;
import colophon.events.requirement.Requirement.AllOf;
import colophon.events.requirement.Requirement.Courses;
import colophon.events.requirement.Requirement.Within;
import colophon.views.QuerySide;
import colophon.views.School;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.Set;

@Tag("io")
class StatusTest {

    private final QuerySide world = QuerySide.empty();

    @BeforeEach
    void ada() {
        School.opens(world);
        world.commit(student("s-1", "Ada", "Lovelace"));
    }

    @Test
    void shows_the_worked_example_of_rare_book_school_to_the_cent() throws Exception {
        world.commit(candidacy("s-1", "cert-rbs", "p-rbs", "rbs"));
        for (int i = 1; i <= 5; i++) {
            var run = offering("r-" + i, "c-" + i, "p-rbs", "rbs", "2026-05-1" + i, usd("1395"));
            world.commit(run);
            world.commit(enrolled("e-" + i, "s-1", run));
            world.commit(completed("e-" + i, "s-1", "c-" + i, "2026-05-1" + i));
        }
        money("grossTuition", "6975.00");
        money("outOfPocketToCertificate", "6975.00");

        world.commit(awarded(oneCourse("a-1", "f-1", "s-1", "rbs", usd("1395.00"))));
        world.commit(expense("x-1", "s-1", "rbs", usd("900.00"), "2026-05-20"));

        money("grossTuition", "6975.00");
        money("fees", "0.00");
        money("netTuition", "5580.00");
        money("awardsApplied", "1395.00");
        money("balanceDue.total", "5580.00");
        money("balanceDue.dueNow", "5580.00");
        money("balanceDue.pastDue", "5580.00");
        money("balanceDue.future", "0.00");
        money("creditBalance", "0.00");
        money("anticipatedAid", "0.00");
        money("indirectCosts", "900.00");
        money("outOfPocketToDate", "900.00");
        money("outOfPocketCommitted", "6480.00");
        money("outOfPocketToCertificate", "6480.00");
        world.ask("/students/s-1/status")
                .andExpect(jsonPath("$.certificates[0].completed").value(5))
                .andExpect(jsonPath("$.certificates[0].status").value("met"))
                .andExpect(jsonPath("$.certificates[0].missing.length()").value(0));
    }

    /** Requirements stored by older programs may name courses of other institutions. */
    @Test
    void a_requirement_that_names_a_course_of_another_institution_tells_nothing_of_it()
            throws Exception {
        var named = new Courses(1, new OfList(Set.of("d-1")));
        world.commit(certificate("cert-nosy", "p-rbs", "rbs", named));
        world.commit(candidacy("s-1", "cert-nosy", "p-rbs", "rbs"));
        world.commit(enrolled("e-9", "s-1", School.ARCHIVES));
        world.commit(completed("e-9", "s-1", "d-1", "2026-05-11"));
        world.isAskedBy(Set.of("rbs")::contains);
        assertThat(world.answer("/students/s-1/status")).doesNotContain("e-9", "2026-05-11");
        world.ask("/students/s-1/status")
                .andExpect(jsonPath("$.certificates[0].completed").value(0));
        assertThat(world.answer("/certificates/cert-nosy/candidates")).contains("in-progress");
    }

    @Test
    void says_undecided_of_what_takes_too_much_work_to_tell() throws Exception {
        Requirement tree = new Courses(100, new OfProgram());
        for (int i = 0; i < 6; i++)
            tree = new Within(Period.ofYears(9 - i), new AllOf(Collections.nCopies(5, tree)));
        world.commit(certificate("cert-huge", "p-rbs", "rbs", tree));
        world.commit(candidacy("s-1", "cert-huge", "p-rbs", "rbs"));
        for (int i = 1; i <= 60; i++) {
            world.commit(course("k-" + i, "p-rbs", "rbs"));
            var day = LocalDate.of(2018, 1, 1).plusDays(i * 50L).toString();
            var run = offering("k-r-" + i, "k-" + i, "p-rbs", "rbs", day, usd("10"));
            world.commit(run);
            world.commit(enrolled("k-e-" + i, "s-1", run));
            world.commit(completed("k-e-" + i, "s-1", "k-" + i, day));
        }
        world.ask("/students/s-1/status")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.certificates[0].status").value("undecided"))
                .andExpect(jsonPath("$.certificates[0].notCounted[0].reason").value("undecided"));
        assertThat(world.answer("/certificates/cert-huge/candidates")).contains("undecided");
        world.ask("/students/s-1/forecast?certificateId=cert-huge")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.cheapest.proved").value(false));
    }

    @Test
    void shows_progress_enrollments_and_accounts_together() throws Exception {
        world.commit(candidacy("s-1", "cert-rbs", "p-rbs", "rbs"));
        world.commit(enrolled("e-1", "s-1", School.BINDING));
        world.commit(completed("e-1", "s-1", "c-1", "2026-05-15"));
        world.commit(enrolled("e-2", "s-1", School.PAPER));
        world.commit(payment("p-1", "s-1", "rbs", usd("1500.00"), Payer.EMPLOYER, "2026-05-02"));
        world.ask("/students/s-1/status")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.studentId").value("s-1"))
                .andExpect(jsonPath("$.givenName").value("Ada"))
                .andExpect(jsonPath("$.familyName").value("Lovelace"))
                .andExpect(jsonPath("$.certificates.length()").value(1))
                .andExpect(jsonPath("$.certificates[0].certificateId").value("cert-rbs"))
                .andExpect(jsonPath("$.certificates[0].title").value("Certificate cert-rbs"))
                .andExpect(jsonPath("$.certificates[0].requirementVersion").value(1))
                .andExpect(jsonPath("$.certificates[0].completed").value(1))
                .andExpect(jsonPath("$.certificates[0].required").value(5))
                .andExpect(jsonPath("$.certificates[0].status").value("in-progress"))
                .andExpect(jsonPath("$.certificates[0].missing[0].count").value(4))
                .andExpect(jsonPath("$.certificates[0].missing[0].of").value("any"))
                .andExpect(jsonPath("$.certificates[0].counted[0].courseId").value("c-1"))
                .andExpect(jsonPath("$.certificates[0].counted[0].enrollmentId").value("e-1"))
                .andExpect(jsonPath("$.certificates[0].counted[0].countsUntil").value("2034-05-15"))
                .andExpect(jsonPath("$.certificates[0].matriculated").value(false))
                .andExpect(jsonPath("$.certificates[0].declaredOn").value("2020-01-01"))
                .andExpect(jsonPath("$.enrollments.length()").value(2))
                .andExpect(jsonPath("$.enrollments[0].status").value("finished"))
                .andExpect(jsonPath("$.enrollments[0].outcome").value("completed"))
                .andExpect(jsonPath("$.enrollments[0].completedOn").value("2026-05-15"))
                .andExpect(jsonPath("$.enrollments[1].status").value("enrolled"))
                .andExpect(jsonPath("$.enrollments[1].outcome").doesNotExist())
                .andExpect(jsonPath("$.enrollments[1].courseTitle").value("Course c-2"))
                .andExpect(jsonPath("$.enrollments[1].startsOn").value("2026-07-06"))
                .andExpect(jsonPath("$.enrollments[1].tuition.amount").value("1395.00"))
                .andExpect(jsonPath("$.enrollments[1].tuition.length()").value(2))
                .andExpect(jsonPath("$.accounts.length()").value(1))
                .andExpect(jsonPath("$.accounts[0].institutionId").value("rbs"))
                .andExpect(jsonPath("$.accounts[0].institutionName").value("Institution rbs"))
                .andExpect(jsonPath("$.accounts[0].currency").value("USD"))
                .andExpect(
                        jsonPath("$.accounts[0].paymentsReceived.byPayer.employer.amount")
                                .value("1500.00"))
                .andExpect(jsonPath("$.accounts[0].paymentsReceived.byPayer.self").doesNotExist());
        money("balanceDue.future", "1290.00");
        money("balanceDue.pastDue", "0.00");
        money("outOfPocketCommitted", "1290.00");
    }

    @Test
    void reckons_what_is_still_needed_at_the_cheapest_prices() throws Exception {
        world.commit(candidacy("s-1", "cert-cal", "p-cal", "calrbs"));
        world.commit(enrolled("e-1", "s-1", School.ARCHIVES));
        // one course is underway; of the other two only d-2 has a price, from a run in the past
        world.commit(offering("o-8", "d-2", "p-cal", "calrbs", "2019-08-03", usd("700.00")));
        money("outOfPocketCommitted", "1200.00");
        money("outOfPocketToCertificate", "1900.00");

        // the price of a future run is the present price
        world.commit(offering("o-7", "d-2", "p-cal", "calrbs", "2026-09-03", usd("800.00")));
        money("outOfPocketToCertificate", "2000.00");

        world.commit(offering("o-6", "d-3", "p-cal", "calrbs", "2026-06-01", usd("650.00")));
        money("outOfPocketToCertificate", "1850.00");
    }

    @Test
    void never_reckons_a_course_that_is_underway_again() throws Exception {
        var month = new Within(Period.ofMonths(1), new Courses(2, new OfProgram()));
        world.commit(certificate("cert-fast", "p-cal", "calrbs", month));
        world.commit(candidacy("s-1", "cert-fast", "p-cal", "calrbs"));
        var past = offering("o-8", "d-2", "p-cal", "calrbs", "2026-05-15", usd("100.00"));
        var dear = offering("o-7", "d-3", "p-cal", "calrbs", "2026-06-08", usd("1500.00"));
        world.commit(past);
        world.commit(dear);
        world.commit(enrolled("e-1", "s-1", past));
        world.commit(completed("e-1", "s-1", "d-2", "2026-05-20"));
        // it ends in August, too late for the window that began in May
        world.commit(enrolled("e-2", "s-1", School.ARCHIVES));
        money("outOfPocketCommitted", "1300.00");
        money("outOfPocketToCertificate", "2800.00");
    }

    @Test
    void what_accepted_awards_would_pay_lowers_what_is_still_to_come() throws Exception {
        world.commit(candidacy("s-1", "cert-cal", "p-cal", "calrbs"));
        world.commit(enrolled("e-1", "s-1", School.ARCHIVES));
        world.commit(offering("o-7", "d-2", "p-cal", "calrbs", "2026-09-03", usd("800.00")));
        world.commit(awarded(oneCourse("a-1", "f-1", "s-1", "calrbs", usd("1200.00"))));
        money("outOfPocketCommitted", "0.00");
        money("outOfPocketToCertificate", "800.00");
        world.commit(awarded(oneCourse("a-2", "f-1", "s-1", "calrbs", usd("500.00"))));
        money("outOfPocketToCertificate", "300.00");
        world.ask("/students/s-1/explanation?field=outOfPocketToCertificate")
                .andExpect(jsonPath("$.accounts[0].sum.amount").value("300.00"))
                .andExpect(jsonPath("$.accounts[0].lines[2].kind").value("course"))
                .andExpect(jsonPath("$.accounts[0].lines[2].ids.offeringId").value("o-7"))
                .andExpect(jsonPath("$.accounts[0].lines[3].kind").value("award"))
                .andExpect(jsonPath("$.accounts[0].lines[3].ids.awardId").value("a-2"))
                .andExpect(jsonPath("$.accounts[0].lines[3].amount.amount").value("-500.00"));
    }

    @Test
    void does_not_guess_where_no_price_is_known() throws Exception {
        world.commit(course("z-1", "p-z", "nowhere"));
        world.commit(institution("nowhere"));
        world.commit(certificate("cert-z", "p-z", "nowhere", new Courses(1, new OfProgram())));
        world.commit(candidacy("s-1", "cert-z", "p-z", "nowhere"));
        world.commit(expense("x-1", "s-1", "nowhere", usd("10.00"), "2026-05-01"));
        world.ask("/students/s-1/status")
                .andExpect(jsonPath("$.accounts[0].outOfPocketCommitted.amount").value("10.00"))
                .andExpect(jsonPath("$.accounts[0].outOfPocketToCertificate").doesNotExist());
        world.ask("/students/s-1/explanation?field=outOfPocketToCertificate")
                .andExpect(jsonPath("$.accounts[0].sum").doesNotExist());
    }

    @Test
    void forgets_an_outcome_that_was_reversed() throws Exception {
        world.commit(candidacy("s-1", "cert-rbs", "p-rbs", "rbs"));
        world.commit(enrolled("e-1", "s-1", School.BINDING));
        world.commit(completed("e-1", "s-1", "c-1", "2026-05-15"));
        world.commit(new CompletionReversed("e-1", "s-1", "c-1", "wrong student"));
        world.ask("/students/s-1/status")
                .andExpect(jsonPath("$.certificates[0].completed").value(0))
                .andExpect(jsonPath("$.enrollments[0].status").value("enrolled"));
        world.commit(notCompleted("e-1", "s-1", "c-1", "2026-05-16"));
        world.ask("/students/s-1/status")
                .andExpect(
                        jsonPath("$.certificates[0].notCounted[0].reason").value("not-completed"))
                .andExpect(jsonPath("$.enrollments[0].outcome").value("not-completed"))
                .andExpect(jsonPath("$.enrollments[0].grade").value("W"));
    }

    @Test
    void shows_an_account_of_every_institution_with_an_expense_or_an_enrollment() throws Exception {
        world.commit(enrolled("e-1", "s-1", School.BINDING));
        world.commit(expense("x-1", "s-1", "calrbs", usd("10.00"), "2026-05-01"));
        world.ask("/students/s-1/status")
                .andExpect(jsonPath("$.accounts[0].institutionId").value("calrbs"))
                .andExpect(jsonPath("$.accounts[1].institutionId").value("rbs"))
                .andExpect(jsonPath("$.accounts.length()").value(2));
    }

    @Test
    void shows_no_name_of_somebody_erased() throws Exception {
        world.commit(enrolled("e-1", "s-1", School.BINDING));
        world.seals().destroy("s-1");
        world.ask("/students/s-1/status")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.givenName").doesNotExist())
                .andExpect(jsonPath("$.familyName").doesNotExist())
                .andExpect(jsonPath("$.accounts[0].grossTuition.amount").value("1395.00"));
    }

    @Test
    void knows_only_who_is_registered() throws Exception {
        world.ask("/students/s-9/status")
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.reason").value("student-not-found"))
                .andExpect(jsonPath("$.detail").value("No student s-9"));
    }

    private void money(String field, String amount) throws Exception {
        world.ask("/students/s-1/status")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.accounts[0]." + field + ".amount").value(amount))
                .andExpect(jsonPath("$.accounts[0]." + field + ".currency").value("USD"));
    }
}
