package colophon.views.payment;

import static colophon.views.Given.day;
import static colophon.views.Given.paid;
import static colophon.views.Given.payment;
import static colophon.views.Given.refunded;
import static colophon.views.Given.usd;

import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import colophon.events.payment.Payer;
import colophon.events.payment.PaymentReversed;
import colophon.views.World;

import org.junit.jupiter.api.Test;

class PaymentTest {

    private final World world = World.empty();

    @Test
    void shows_that_it_was_taken_back_and_why() throws Exception {
        world.commit(paid("p-1", "s-1", "rbs", usd("500.00"), Payer.SPONSOR, "2026-05-02"));
        world.ask("/payments/p-1").andExpect(jsonPath("$.reversal").doesNotExist());

        world.commit(new PaymentReversed("p-1", "another student's", day("2026-05-03")));
        world.ask("/payments/p-1")
                .andExpect(jsonPath("$.amount.amount").value("500.00"))
                .andExpect(jsonPath("$.reversal.reason").value("another student's"))
                .andExpect(jsonPath("$.reversal.reversedOn").value("2026-05-03"));
    }

    @Test
    void shows_what_came_in_and_what_of_it_went_back() throws Exception {
        var payment = payment("p-1", "s-1", "rbs", usd("500.00"), Payer.SPONSOR, "2026-05-02");
        world.commit(paid("p-1", "s-1", "rbs", usd("500.00"), Payer.SPONSOR, "2026-05-02"));
        world.commit(refunded("r-1", payment, usd("120.00"), "course cancelled", "2026-05-09"));
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
}
