package colophon.views.account;

import static colophon.views.Given.USD;
import static colophon.views.Given.charged;
import static colophon.views.Given.day;
import static colophon.views.Given.offering;
import static colophon.views.Given.payment;
import static colophon.views.Given.usd;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.Recorded;
import colophon.events.account.Instalment;
import colophon.events.account.PaymentPlanAgreed;
import colophon.events.account.PaymentPlanEnded;
import colophon.events.ledger.Ledger;
import colophon.events.payment.Payer;
import colophon.events.payment.PaymentRefunded;
import colophon.views.figures.AccountFigures;
import colophon.views.figures.Balances;
import colophon.views.figures.Balances.Due;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;

class DueAmountsTest {

    private static final Object TUITION = tuition("e-1", "900.00", "2026-05-01");
    private static final PaymentPlanAgreed PLAN =
            new PaymentPlanAgreed(
                    "rbs",
                    "s-1",
                    "plan-1",
                    List.of(
                            new Instalment(day("2026-05-10"), usd("300.00")),
                            new Instalment(day("2026-06-10"), usd("300.00")),
                            new Instalment(day("2026-07-10"), usd("300.00"))),
                    day("2026-05-02"));

    @Test
    void without_a_plan_a_charge_is_due_on_its_own_day() {
        assertThat(due("2026-05-01", TUITION)).isEqualTo(due("900.00", "0.00", "0.00"));
        assertThat(due("2026-05-02", TUITION)).isEqualTo(due("900.00", "900.00", "0.00"));
    }

    @Test
    void instalments_replace_the_days_of_what_is_open() {
        assertThat(due("2026-05-09", TUITION, PLAN)).isEqualTo(due("0.00", "0.00", "900.00"));
        assertThat(due("2026-06-10", TUITION, PLAN)).isEqualTo(due("600.00", "300.00", "300.00"));
    }

    @Test
    void what_is_paid_counts_against_the_earliest_instalment() {
        var paid = payment("p-1", "s-1", "rbs", usd("350.00"), Payer.SELF, "2026-05-20");

        assertThat(due("2026-06-11", TUITION, PLAN, paid))
                .isEqualTo(due("250.00", "250.00", "300.00"));
    }

    @Test
    void what_is_charged_later_is_due_on_its_own_day() {
        var later = tuition("e-2", "100.00", "2026-05-05");

        assertThat(due("2026-05-09", TUITION, PLAN, later))
                .isEqualTo(due("100.00", "100.00", "900.00"));
    }

    @Test
    void what_is_owed_beyond_the_plan_is_due_on_the_day_of_its_charge() {
        var paid = payment("p-1", "s-1", "rbs", usd("200.00"), Payer.SELF, "2026-04-20");
        var plan =
                new PaymentPlanAgreed(
                        "rbs",
                        "s-1",
                        "plan-1",
                        List.of(new Instalment(day("2026-07-10"), usd("700.00"))),
                        day("2026-05-02"));
        var back =
                new PaymentRefunded(
                        "p-1",
                        "r-1",
                        "s-1",
                        "rbs",
                        usd("50.00"),
                        Payer.SELF,
                        "mistake",
                        day("2026-05-03"));

        assertThat(due("2026-05-09", TUITION, paid, plan, back))
                .isEqualTo(due("50.00", "50.00", "700.00"));
    }

    @Test
    void when_the_plan_ends_charges_are_due_on_their_own_days_again() {
        var end = new PaymentPlanEnded("rbs", "s-1", "plan-1", "broken", day("2026-05-08"));

        assertThat(due("2026-05-09", TUITION, PLAN, end))
                .isEqualTo(due("900.00", "900.00", "0.00"));
    }

    private static Due due(String now, String past, String future) {
        var total = usd(now).plus(usd(future));
        return new Due(total, usd(now), usd(past), usd(future));
    }

    private static Due due(String on, Object... events) {
        var facts = Ledger.empty("rbs", "s-1");
        for (int i = 0; i < events.length; i++)
            facts = LedgerView.evolve(facts, Recorded.inOrder(events[i], i + 1));
        return Balances.of(AccountFigures.of(facts, USD, LocalDate.parse(on), List::of))
                .balanceDue();
    }

    private static Object tuition(String enrollment, String amount, String dueOn) {
        var in = offering("o-" + enrollment, "c-1", "p", "rbs", "2026-06-15", usd(amount));
        return charged(enrollment, "s-1", in, day(dueOn));
    }
}
