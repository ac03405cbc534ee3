package colophon.views.statement;

import static colophon.views.Given.awarded;
import static colophon.views.Given.credit;
import static colophon.views.Given.enrolled;
import static colophon.views.Given.expense;
import static colophon.views.Given.payment;
import static colophon.views.Given.refund;
import static colophon.views.Given.student;
import static colophon.views.Given.usd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import colophon.events.payment.Payer;
import colophon.views.QuerySide;
import colophon.views.School;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("io")
class StatementApiTest {

    private final QuerySide world = QuerySide.empty();

    @BeforeEach
    void ada() {
        School.opens(world);
        world.commit(student("s-1", "Ada", "Lovelace"));
        world.commit(enrolled("e-1", "s-1", School.BINDING));
        world.commit(awarded(credit("a-1", "f-1", "s-1", "rbs", usd("395.00"))));
        var payment = payment("p-1", "s-1", "rbs", usd("1100.00"), Payer.SELF, "2026-05-02");
        world.commit(payment("p-1", "s-1", "rbs", usd("1100.00"), Payer.SELF, "2026-05-02"));
        world.commit(refund("r-1", payment, usd("40.00"), "=2+3", "2026-05-09"));
        world.commit(expense("x-1", "s-1", "calrbs", usd("10.00"), "2026-05-02"));
    }

    @Test
    void shows_the_account_line_by_line() throws Exception {
        world.ask("/students/s-1/statement?institutionId=rbs")
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("application/json"))
                .andExpect(jsonPath("$.studentId").value("s-1"))
                .andExpect(jsonPath("$.accounts.length()").value(1))
                .andExpect(jsonPath("$.accounts[0].opening.amount").value("0.00"))
                .andExpect(jsonPath("$.accounts[0].lines.length()").value(4))
                .andExpect(jsonPath("$.accounts[0].lines[0].kind").value("tuition"))
                .andExpect(jsonPath("$.accounts[0].lines[0].date").value("2026-05-01"))
                .andExpect(
                        jsonPath("$.accounts[0].lines[0].description")
                                .value("Tuition, Course c-1 (o-1)"))
                .andExpect(jsonPath("$.accounts[0].lines[0].debit.amount").value("1395.00"))
                .andExpect(jsonPath("$.accounts[0].lines[0].credit").doesNotExist())
                .andExpect(jsonPath("$.accounts[0].lines[1].kind").value("award"))
                .andExpect(jsonPath("$.accounts[0].lines[1].credit.amount").value("395.00"))
                .andExpect(jsonPath("$.accounts[0].lines[1].balance.amount").value("1000.00"))
                .andExpect(jsonPath("$.accounts[0].lines[2].balance.amount").value("-100.00"))
                .andExpect(jsonPath("$.accounts[0].lines[3].kind").value("refund"))
                .andExpect(jsonPath("$.accounts[0].closing.amount").value("-60.00"));
    }

    @Test
    void shows_a_period_between_its_opening_and_its_closing() throws Exception {
        world.ask("/students/s-1/statement?institutionId=rbs&from=2026-05-02&to=2026-05-08")
                .andExpect(jsonPath("$.accounts[0].opening.amount").value("1000.00"))
                .andExpect(jsonPath("$.accounts[0].lines.length()").value(1))
                .andExpect(jsonPath("$.accounts[0].closing.amount").value("-100.00"));
        world.ask("/students/s-1/statement?from=2026-05-02&to=2026-05-01")
                .andExpect(status().isBadRequest());
    }

    @Test
    void shows_every_account_unless_asked_for_one() throws Exception {
        world.ask("/students/s-1/statement")
                .andExpect(jsonPath("$.accounts.length()").value(2))
                .andExpect(jsonPath("$.accounts[0].institutionId").value("calrbs"))
                .andExpect(jsonPath("$.accounts[0].lines.length()").value(0));
    }

    @Test
    void is_a_table_for_a_client_that_wants_one() throws Exception {
        var table =
                world.ask(
                                get("/api/v1/students/s-1/statement?institutionId=rbs")
                                        .accept("text/csv"))
                        .andExpect(status().isOk())
                        .andExpect(content().contentTypeCompatibleWith("text/csv"))
                        .andExpect(header().exists("ETag"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(table.lines())
                .hasSize(7)
                .startsWith(
                        "institutionId,institutionName,currency,date,kind,description,debit,credit,"
                                + "balance,position",
                        "rbs,Institution rbs,USD,,opening,,,,0.00,")
                .contains("rbs,Institution rbs,USD,,closing,,,,-60.00,");
        assertThat(table).contains("\"Refund of payment p-1 to self, =2+3\",40.00,,-60.00,");
    }

    @Test
    void answers_a_problem_as_a_problem_even_if_a_table_is_wanted() throws Exception {
        world.ask(get("/api/v1/students/s-9/statement").accept("text/csv"))
                .andExpect(status().isNotFound())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.reason").value("student-not-found"));
    }

    @Test
    void explains_a_figure_by_its_events() throws Exception {
        world.ask("/students/s-1/explanation?field=balanceDue&institutionId=rbs")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.field").value("balanceDue"))
                .andExpect(jsonPath("$.accounts.length()").value(1))
                .andExpect(jsonPath("$.accounts[0].sum.amount").value("0.00"))
                .andExpect(jsonPath("$.accounts[0].lines[0].kind").value("tuition"))
                .andExpect(jsonPath("$.accounts[0].lines[0].amount.amount").value("1395.00"))
                .andExpect(jsonPath("$.accounts[0].lines[0].who").value("registrar@example.org"))
                .andExpect(jsonPath("$.accounts[0].lines[0].on").value("2026-05-01"))
                .andExpect(jsonPath("$.accounts[0].lines[0].recordedAt").exists())
                .andExpect(jsonPath("$.accounts[0].lines[0].position").isNumber())
                .andExpect(jsonPath("$.accounts[0].lines[0].ids.enrollmentId").value("e-1"))
                .andExpect(jsonPath("$.accounts[0].lines[1].amount.amount").value("-395.00"))
                .andExpect(jsonPath("$.accounts[0].lines[3].reason").value("=2+3"));
        world.ask("/students/s-1/explanation?field=fees")
                .andExpect(jsonPath("$.accounts.length()").value(2));
    }

    @Test
    void lists_the_figures_it_can_explain() throws Exception {
        world.ask("/students/s-1/explanation?field=luck")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("'luck'")))
                .andExpect(jsonPath("$.detail").value(containsString("balanceDue.pastDue")));
        world.ask("/students/s-1/explanation")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value("field is missing"));
    }
}
