package colophon.views.status;

import static colophon.views.Given.awarded;
import static colophon.views.Given.candidacy;
import static colophon.views.Given.certificate;
import static colophon.views.Given.completed;
import static colophon.views.Given.course;
import static colophon.views.Given.enrolled;
import static colophon.views.Given.expense;
import static colophon.views.Given.institution;
import static colophon.views.Given.offering;
import static colophon.views.Given.oneCourse;
import static colophon.views.Given.program;
import static colophon.views.Given.student;
import static colophon.views.Given.usd;

import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import colophon.events.requirement.CourseSet.OfInstitution;
import colophon.events.requirement.Requirement.Courses;
import colophon.events.requirement.Requirement.Within;
import colophon.views.World;

import org.junit.jupiter.api.Test;

import java.time.Period;

class StatusTest {

    private final World world = World.empty();

    @Test
    void shows_the_worked_example_of_rare_book_school_to_the_cent() throws Exception {
        rareBookSchool();
        fiveCourses("1395.00");
        money("grossTuition", "6975.00");
        money("netTuition", "6975.00");

        world.commit(awarded(oneCourse("a-1", "f-1", "s-1", "rbs", usd("1395.00"))));
        world.commit(expense("x-1", "s-1", "rbs", usd("900.00"), "2026-05-20"));

        money("netTuition", "5580.00");
        money("awardsApplied", "1395.00");
        money("balanceDue.total", "5580.00");
        money("indirectCosts", "900.00");
        money("outOfPocketCommitted", "6480.00");
        money("outOfPocketToDate", "900.00");
        money("outOfPocketToCertificate", "6480.00");
    }

    private void money(String field, String amount) throws Exception {
        world.ask("/students/s-1/status")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.accounts[0]." + field + ".amount").value(amount))
                .andExpect(jsonPath("$.accounts[0]." + field + ".currency").value("USD"));
    }

    private void rareBookSchool() {
        world.commit(institution("rbs"));
        world.commit(program("rbs-p", "rbs"));
        for (int i = 1; i <= 6; i++) world.commit(course("c-" + i, "rbs-p", "rbs"));
        world.commit(
                certificate(
                        "cert",
                        "rbs-p",
                        "rbs",
                        new Within(Period.ofYears(8), new Courses(5, new OfInstitution()))));
        world.commit(student("s-1", "Ada", "Lovelace"));
        world.commit(candidacy("s-1", "cert", "rbs-p", "rbs"));
    }

    private void fiveCourses(String tuition) {
        for (int i = 1; i <= 5; i++) {
            var offering =
                    offering("o-" + i, "c-" + i, "rbs-p", "rbs", "2026-05-1" + i, usd(tuition));
            world.commit(offering);
            world.commit(enrolled("e-" + i, "s-1", offering));
        }
        world.commit(completed("e-1", "s-1", "c-1", "2026-05-15"));
    }
}
