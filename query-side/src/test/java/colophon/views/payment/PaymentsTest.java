package colophon.views.payment;

import static colophon.views.Given.day;
import static colophon.views.Given.payment;
import static colophon.views.Given.refund;
import static colophon.views.Given.reversed;
import static colophon.views.Given.usd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import colophon.events.payment.Payer;
import colophon.views.QuerySide;

import com.jayway.jsonpath.JsonPath;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;

@Tag("io")
class PaymentsTest {

    private final QuerySide world = QuerySide.empty();

    @Test
    void shows_that_it_was_taken_back_and_why() throws Exception {
        world.commit(payment("p-1", "s-1", "rbs", usd("500.00"), Payer.SPONSOR, "2026-05-02"));
        world.ask("/payments/p-1").andExpect(jsonPath("$.reversal").doesNotExist());

        world.commit(
                reversed(
                        payment("p-1", "s-1", "rbs", usd("500.00"), Payer.SPONSOR, "2026-05-02"),
                        "another student's",
                        day("2026-05-03")));
        world.ask("/payments/p-1")
                .andExpect(jsonPath("$.amount.amount").value("500.00"))
                .andExpect(jsonPath("$.reversal.reason").value("another student's"))
                .andExpect(jsonPath("$.reversal.reversedOn").value("2026-05-03"));
    }

    @Test
    void shows_what_came_in_and_what_of_it_went_back() throws Exception {
        var payment = payment("p-1", "s-1", "rbs", usd("500.00"), Payer.SPONSOR, "2026-05-02");
        world.commit(payment("p-1", "s-1", "rbs", usd("500.00"), Payer.SPONSOR, "2026-05-02"));
        world.commit(refund("r-1", payment, usd("120.00"), "course cancelled", "2026-05-09"));
        world.ask("/payments/p-1")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value("p-1"))
                .andExpect(jsonPath("$.amount.amount").value("500.00"))
                .andExpect(jsonPath("$.method").value("bank-transfer"))
                .andExpect(jsonPath("$.payer").value("sponsor"))
                .andExpect(jsonPath("$.receivedOn").value("2026-05-02"))
                .andExpect(jsonPath("$.reference").value("ref-p-1"))
                .andExpect(jsonPath("$.refunded.amount").value("120.00"))
                .andExpect(jsonPath("$.refunds[0].id").value("r-1"))
                .andExpect(jsonPath("$.refunds[0].reason").value("course cancelled"));
    }

    @Test
    void are_listed_by_id_or_those_of_a_student_by_day() throws Exception {
        world.commit(payment("p-3", "s-1", "rbs", usd("1.00"), Payer.SELF, "2026-05-01"));
        world.commit(payment("p-1", "s-1", "rbs", usd("2.00"), Payer.SELF, "2026-05-03"));
        world.commit(payment("p-2", "s-1", "calrbs", usd("3.00"), Payer.SELF, "2026-05-02"));
        world.commit(payment("p-4", "s-2", "rbs", usd("4.00"), Payer.SELF, "2026-05-02"));
        assertThat(ids("/payments")).containsExactly("p-1", "p-2", "p-3", "p-4");
        assertThat(ids("/payments?limit=2")).containsExactly("p-1", "p-2");
        assertThat(ids("/payments?studentId=s-1")).containsExactly("p-3", "p-2", "p-1");
        assertThat(ids("/payments?studentId=s-1&institutionId=rbs")).containsExactly("p-3", "p-1");
        assertThat(ids("/payments?studentId=s-9")).isEmpty();
        world.ask("/payments?institutionId=rbs").andExpect(status().isBadRequest());
    }

    private List<String> ids(String path) throws Exception {
        return JsonPath.read(world.answer(path), "$.items[*].id");
    }
}
