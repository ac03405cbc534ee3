package colophon.views.explanation;

import static colophon.views.Given.awarded;
import static colophon.views.Given.candidacy;
import static colophon.views.Given.credit;
import static colophon.views.Given.enrolled;
import static colophon.views.Given.expense;
import static colophon.views.Given.payment;
import static colophon.views.Given.student;
import static colophon.views.Given.usd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import colophon.events.payment.Payer;
import colophon.views.QuerySide;
import colophon.views.School;
import colophon.views.figures.FigureName;

import com.jayway.jsonpath.JsonPath;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Map;

@Tag("io")
class ExplanationTest {

    private final QuerySide world = QuerySide.empty();

    @BeforeEach
    void ada() {
        School.opens(world);
        world.commit(student("s-1", "Ada", "Lovelace"));
        world.commit(candidacy("s-1", "cert-rbs", "p-rbs", "rbs"));
        world.commit(enrolled("e-1", "s-1", School.BINDING));
        world.commit(payment("p-1", "s-1", "rbs", usd("300.00"), Payer.SELF, "2026-05-02"));
        world.commit(payment("p-2", "s-1", "rbs", usd("200.00"), Payer.EMPLOYER, "2026-05-03"));
        world.commit(awarded(credit("a-1", "f-1", "s-1", "rbs", usd("100.00"))));
        world.commit(expense("x-1", "s-1", "rbs", usd("90.00"), "2026-05-20"));
    }

    @ParameterizedTest
    @EnumSource
    void sums_to_the_figure_of_the_status(FigureName figure) throws Exception {
        Object shown =
                JsonPath.read(world.answer("/students/s-1/status"), "$.accounts[0]." + figure);
        if (shown instanceof Map<?, ?> parts && parts.containsKey("total"))
            shown = parts.get("total");
        var amount = ((Map<?, ?>) shown).get("amount");
        world.ask("/students/s-1/explanation?field=" + figure)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.field").value(figure.toString()))
                .andExpect(jsonPath("$.accounts[0].sum.amount").value(amount));
    }

    @Test
    void names_the_event_of_each_line_with_its_day_and_ids() throws Exception {
        world.ask("/students/s-1/explanation?field=outOfPocketToDate")
                .andExpect(jsonPath("$.accounts[0].sum.amount").value("390.00"))
                .andExpect(jsonPath("$.accounts[0].lines.length()").value(2))
                .andExpect(jsonPath("$.accounts[0].lines[0].kind").value("payment"))
                .andExpect(jsonPath("$.accounts[0].lines[0].on").value("2026-05-02"))
                .andExpect(jsonPath("$.accounts[0].lines[0].ids.paymentId").value("p-1"))
                .andExpect(jsonPath("$.accounts[0].lines[0].position").isNumber())
                .andExpect(jsonPath("$.accounts[0].lines[1].kind").value("expense"));
        assertThat(world.answer("/students/s-1/explanation?field=awardsApplied"))
                .containsSubsequence("awardId", "chargeId", "enrollmentId", "fundId", "offeringId");
    }

    @Test
    void knows_no_other_figure() throws Exception {
        world.ask("/students/s-1/explanation?field=luck")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("'luck', not one of gross")));
    }
}
