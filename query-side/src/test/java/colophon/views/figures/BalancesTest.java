package colophon.views.figures;

import static colophon.views.Given.MAY_1;
import static colophon.views.Given.USD;
import static colophon.views.Given.covering;
import static colophon.views.Given.credit;
import static colophon.views.Given.day;
import static colophon.views.Given.expense;
import static colophon.views.Given.payment;
import static colophon.views.Given.reduced;
import static colophon.views.Given.reversed;
import static colophon.views.Given.usd;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.Recorded;
import colophon.events.account.ChargeKind;
import colophon.events.account.ChargePosted;
import colophon.events.account.ChargeReversed;
import colophon.events.account.ChargeWrittenOff;
import colophon.events.expense.ExpenseReversed;
import colophon.events.fund.Coverage;
import colophon.events.ledger.Ledger;
import colophon.events.payment.Payer;
import colophon.views.account.LedgerView;

import org.junit.jupiter.api.Test;

import java.util.List;

class BalancesTest {

    private static final ChargePosted TUITION = charge("t", ChargeKind.TUITION, "1000.00");
    private static final ChargePosted DEPOSIT = charge("d", ChargeKind.DEPOSIT, "250.00");
    private static final ChargePosted FEE = charge("f", ChargeKind.FEE, "40.00");
    private static final ChargePosted LATE = charge("l", ChargeKind.LATE_FEE, "25.00");

    @Test
    void a_deposit_is_tuition_and_fees_are_not() {
        var b = balances(TUITION, DEPOSIT, FEE, LATE);

        assertThat(b.grossTuition()).isEqualTo(usd("1250.00"));
        assertThat(b.fees()).isEqualTo(usd("65.00"));
        assertThat(b.balanceDue().total()).isEqualTo(usd("1315.00"));
        assertThat(b.outOfPocketCommitted()).isEqualTo(usd("1315.00"));
    }

    @Test
    void what_is_reversed_or_written_off_was_not_charged() {
        var b =
                balances(
                        TUITION,
                        FEE,
                        new ChargeReversed("rbs", "s-1", "t", usd("100.00"), "discount", MAY_1),
                        new ChargeWrittenOff("rbs", "s-1", "t", usd("50.00"), "poor", MAY_1),
                        new ChargeReversed("rbs", "s-1", "f", usd("40.00"), "waived", MAY_1));

        assertThat(b.grossTuition()).isEqualTo(usd("850.00"));
        assertThat(b.fees()).isEqualTo(usd("0.00"));
        assertThat(b.balanceDue().total()).isEqualTo(usd("850.00"));
    }

    @Test
    void an_award_for_fees_lowers_no_tuition_and_pays_no_late_fee() {
        var award = covering(credit("a-1", "f-1", "s-1", "rbs", usd("500.00")), Coverage.FEE);
        var b = balances(TUITION, FEE, LATE, award);

        assertThat(b.awardsApplied()).isEqualTo(usd("40.00"));
        assertThat(b.netTuition()).isEqualTo(usd("1000.00"));
        assertThat(b.balanceDue().total()).isEqualTo(usd("1025.00"));
        assertThat(b.anticipatedAid()).isEqualTo(usd("460.00"));
    }

    @Test
    void a_reduced_award_pays_no_more_than_it_is_worth() {
        var award = credit("a-1", "f-1", "s-1", "rbs", usd("500.00"));
        var b = balances(TUITION, award, reduced(award, usd("200.00"), usd("300.00"), MAY_1));

        assertThat(b.awardsApplied()).isEqualTo(usd("200.00"));
        assertThat(b.anticipatedAid()).isEqualTo(usd("0.00"));
        assertThat(b.netTuition()).isEqualTo(usd("800.00"));
    }

    @Test
    void a_reversal_of_what_was_paid_turns_it_into_credit_and_gift_aid_never() {
        var paid = payment("p-1", "s-1", "rbs", usd("700.00"), Payer.SELF, "2026-05-02");
        var award = credit("a-1", "f-1", "s-1", "rbs", usd("500.00"));
        var back = new ChargeReversed("rbs", "s-1", "t", usd("1000.00"), "withdrew", MAY_1);
        var b = balances(TUITION, award, paid, back);

        assertThat(b.creditBalance()).isEqualTo(usd("700.00"));
        assertThat(b.awardsApplied()).isEqualTo(usd("0.00"));
        assertThat(b.anticipatedAid()).isEqualTo(usd("500.00"));
    }

    @Test
    void a_reversed_payment_was_never_received() {
        var paid = payment("p-1", "s-1", "rbs", usd("700.00"), Payer.SELF, "2026-05-02");
        var b = balances(TUITION, paid, reversed(paid, "another's", MAY_1));

        assertThat(b.paymentsReceived().amount()).isEqualByComparingTo("0.00");
        assertThat(b.paymentsReceived().byPayer()).isEmpty();
        assertThat(b.outOfPocketToDate()).isEqualTo(usd("0.00"));
        assertThat(b.balanceDue().total()).isEqualTo(usd("1000.00"));
    }

    @Test
    void a_reversed_expense_cost_nothing() {
        var b =
                balances(
                        expense("x-1", "s-1", "rbs", usd("90.00"), "2026-05-02"),
                        expense("x-2", "s-1", "rbs", usd("10.00"), "2026-05-02"),
                        new ExpenseReversed("x-1", "s-1", "rbs", "another's", MAY_1));

        assertThat(b.indirectCosts()).isEqualTo(usd("10.00"));
        assertThat(b.outOfPocketToDate()).isEqualTo(usd("10.00"));
    }

    private static ChargePosted charge(String id, ChargeKind kind, String amount) {
        return new ChargePosted(
                "rbs", "s-1", id, kind, "e-1", "o-1", usd(amount), null, MAY_1, day("2026-05-10"));
    }

    private static Balances balances(Object... events) {
        var facts = Ledger.empty("rbs", "s-1");
        for (int i = 0; i < events.length; i++)
            facts = LedgerView.evolve(facts, Recorded.inOrder(events[i], i + 1));
        return Balances.of(AccountFigures.of(facts, USD, day("2026-05-20"), List::of));
    }
}
