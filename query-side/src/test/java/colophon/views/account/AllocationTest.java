package colophon.views.account;

import static colophon.views.Given.USD;
import static colophon.views.Given.charged;
import static colophon.views.Given.covering;
import static colophon.views.Given.credit;
import static colophon.views.Given.day;
import static colophon.views.Given.expense;
import static colophon.views.Given.expiring;
import static colophon.views.Given.offering;
import static colophon.views.Given.oneCourse;
import static colophon.views.Given.payment;
import static colophon.views.Given.refund;
import static colophon.views.Given.tiedTo;
import static colophon.views.Given.usd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import colophon.events.Recorded;
import colophon.events.account.ChargePosted;
import colophon.events.award.AwardAccepted;
import colophon.events.award.AwardReleased;
import colophon.events.expense.ExpenseCategory;
import colophon.events.expense.ExpenseRecorded;
import colophon.events.fund.Coverage;
import colophon.events.ledger.Allocation;
import colophon.events.ledger.Ledger;
import colophon.events.payment.Payer;
import colophon.views.QuerySide;
import colophon.views.figures.AccountFigures;
import colophon.views.figures.Balances;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

@Tag("io")
class AllocationTest {

    @Test
    void shows_the_worked_example_of_rare_book_school() {
        var events = courses(5, "1395.00");
        assertThat(after(events).grossTuition()).isEqualTo(usd("6975.00"));

        events.add(oneCourse("a-1", "f-1", "s-1", "rbs", usd("1395.00")));
        assertThat(after(events).netTuition()).isEqualTo(usd("5580.00"));

        events.add(expense("x-1", "s-1", "rbs", usd("900.00"), "2026-05-20"));
        assertThat(after(events).outOfPocketCommitted()).isEqualTo(usd("6480.00"));
        assertThat(after(events).balanceDue().total()).isEqualTo(usd("5580.00"));
    }

    @Test
    void shows_the_worked_example_of_california_rare_book_school() {
        var figures = after(courses(5, "1200.00"));
        assertThat(figures.grossTuition()).isEqualTo(usd("6000.00"));
        assertThat(figures.outOfPocketCommitted()).isEqualTo(usd("6000.00"));
        assertThat(figures.outOfPocketToDate()).isEqualTo(usd("0.00"));
    }

    @Test
    void splits_what_is_owed_at_the_day_asked_about() {
        var figures =
                after(
                        List.of(
                                tuition("e-1", "100.00", "2026-05-19"),
                                tuition("e-2", "200.00", "2026-05-20"),
                                tuition("e-3", "400.00", "2026-05-21")));
        assertThat(figures.balanceDue().pastDue()).isEqualTo(usd("100.00"));
        assertThat(figures.balanceDue().dueNow()).isEqualTo(usd("300.00"));
        assertThat(figures.balanceDue().future()).isEqualTo(usd("400.00"));
        assertThat(figures.balanceDue().total()).isEqualTo(usd("700.00"));
    }

    @Test
    void pays_the_oldest_charge_first() {
        var allocation =
                allocation(
                        tuition("e-late", "100.00", "2026-08-01"),
                        tuition("e-early", "100.00", "2026-06-01"),
                        payment("p-1", "s-1", "rbs", usd("150.00"), Payer.SELF, "2026-05-02"));
        assertThat(allocation.paid())
                .extracting(part -> part.charge().event().enrollmentId(), Allocation.Paid::amount)
                .containsExactly(tuple("e-early", usd("100.00")), tuple("e-late", usd("50.00")));
    }

    @Test
    void uses_a_tied_award_before_one_that_could_pay_anything() {
        var allocation =
                allocation(
                        tuition("e-1", "100.00", "2026-06-01"),
                        tuition("e-2", "100.00", "2026-07-01"),
                        expiring(day("2026-06-01"), award("a-free", "100.00")),
                        tiedTo("e-1", award("a-tied", "100.00")));
        assertThat(applied(allocation)).containsExactly("a-tied e-1 100.00", "a-free e-2 100.00");
    }

    @Test
    void uses_the_award_that_expires_first_and_one_without_end_last() {
        var allocation =
                allocation(
                        tuition("e-1", "100.00", "2026-06-01"),
                        award("a-forever", "60.00"),
                        expiring(day("2027-01-01"), award("a-later", "60.00")),
                        expiring(day("2026-12-01"), award("a-soon", "60.00")));
        assertThat(applied(allocation)).containsExactly("a-soon e-1 60.00", "a-later e-1 40.00");
    }

    @Test
    void gives_a_one_course_award_to_the_dearest_course_and_to_no_other() {
        var allocation =
                allocation(
                        tuition("e-1", "1000.00", "2026-06-01"),
                        tuition("e-2", "1395.00", "2026-07-01"),
                        oneCourse("a-1", "f-1", "s-1", "rbs", usd("2000.00")));
        assertThat(applied(allocation)).containsExactly("a-1 e-2 1395.00");
    }

    @Test
    void takes_the_older_of_two_equally_dear_courses() {
        var allocation =
                allocation(
                        tuition("e-1", "1395.00", "2026-07-01"),
                        tuition("e-2", "1395.00", "2026-06-01"),
                        oneCourse("a-1", "f-1", "s-1", "rbs", usd("2000.00")));
        assertThat(applied(allocation)).containsExactly("a-1 e-2 1395.00");
    }

    @Test
    void pays_a_dearer_course_with_a_one_course_award_only_up_to_its_amount() {
        var figures =
                after(
                        List.of(
                                tuition("e-1", "1395.00", "2026-06-01"),
                                oneCourse("a-1", "f-1", "s-1", "rbs", usd("1000.00"))));
        assertThat(figures.balanceDue().total()).isEqualTo(usd("395.00"));
        assertThat(figures.anticipatedAid()).isEqualTo(usd("0.00"));
    }

    @Test
    void pays_no_charge_that_was_posted_after_an_award_expired() {
        var figures =
                after(
                        List.of(
                                tuition("e-1", "100.00", "2026-06-01"),
                                expiring(day("2026-04-30"), award("a-1", "100.00"))));
        assertThat(figures.awardsApplied()).isEqualTo(usd("0.00"));
        assertThat(figures.anticipatedAid()).isEqualTo(usd("100.00"));
    }

    @Test
    void leaves_what_a_tuition_award_has_too_much_in_the_fund() {
        var figures =
                after(List.of(tuition("e-1", "100.00", "2026-06-01"), award("a-1", "150.00")));
        assertThat(figures.creditBalance()).isEqualTo(usd("0.00"));
        assertThat(figures.anticipatedAid()).isEqualTo(usd("50.00"));
    }

    @Test
    void makes_a_charge_due_again_when_its_award_is_withdrawn() {
        var figures =
                after(
                        List.of(
                                tuition("e-1", "100.00", "2026-06-01"),
                                award("a-1", "150.00"),
                                new AwardReleased(
                                        "a-1",
                                        "f-1",
                                        "s-1",
                                        "rbs",
                                        usd("150.00"),
                                        "left",
                                        day("2026-05-03"))));
        assertThat(figures.balanceDue().total()).isEqualTo(usd("100.00"));
        assertThat(figures.anticipatedAid()).isEqualTo(usd("0.00"));
    }

    @Test
    void reimburses_expenses_with_what_charges_leave_of_an_award() {
        var figures =
                after(
                        List.of(
                                tuition("e-1", "100.00", "2026-06-01"),
                                expense("x-1", "s-1", "rbs", usd("80.00"), "2026-05-02"),
                                covering(
                                        award("a-1", "150.00"),
                                        Coverage.TUITION,
                                        Coverage.EXPENSE)));
        assertThat(figures.outOfPocketCommitted()).isEqualTo(usd("30.00"));
        assertThat(figures.indirectCosts()).isEqualTo(usd("80.00"));
        assertThat(figures.awardsApplied()).isEqualTo(usd("100.00"));
    }

    @Test
    void reimburses_with_a_tied_award_only_expenses_of_that_offering() {
        var tied = tiedTo("e-1", covering(award("a-1", "500.00"), Coverage.EXPENSE));
        var figures =
                after(
                        List.of(
                                tuition("e-1", "100.00", "2026-06-01"),
                                expense("x-1", "s-1", "rbs", usd("80.00"), "2026-05-02"),
                                new ExpenseRecorded(
                                        "x-2",
                                        "s-1",
                                        "rbs",
                                        usd("70.00"),
                                        ExpenseCategory.MEALS,
                                        "o-e-1",
                                        day("2026-05-03")),
                                tied));
        assertThat(figures.outOfPocketToDate()).isEqualTo(usd("80.00"));
    }

    @Test
    void keeps_what_was_overpaid_as_credit_until_it_is_refunded() {
        var paid = payment("p-1", "s-1", "rbs", usd("150.00"), Payer.SELF, "2026-05-02");
        var events = new ArrayList<Object>(List.of(tuition("e-1", "100.00", "2026-06-01"), paid));
        assertThat(after(events).creditBalance()).isEqualTo(usd("50.00"));

        events.add(refund("r-1", paid, usd("50.00"), "overpaid", "2026-05-09"));
        assertThat(after(events).creditBalance()).isEqualTo(usd("0.00"));
        assertThat(after(events).outOfPocketToDate()).isEqualTo(usd("100.00"));
        assertThat(after(events).refundsPaid().byPayer().get(Payer.SELF)).isEqualTo(usd("50.00"));
    }

    @Test
    void uses_the_payment_that_came_in_first_whichever_was_recorded_first() {
        var allocation =
                allocation(
                        tuition("e-1", "100.00", "2026-06-01"),
                        payment("p-late", "s-1", "rbs", usd("70.00"), Payer.SELF, "2026-05-09"),
                        payment(
                                "p-early",
                                "s-1",
                                "rbs",
                                usd("80.00"),
                                Payer.SPONSOR,
                                "2026-05-02"));
        assertThat(allocation.credit())
                .containsExactly(
                        new Allocation.Credit(allocation.paid().getLast().payment(), usd("50.00")));
        assertThat(allocation.paid())
                .extracting(part -> part.payment().event().paymentId(), Allocation.Paid::amount)
                .containsExactly(tuple("p-early", usd("80.00")), tuple("p-late", usd("20.00")));
    }

    @Test
    void counts_what_an_employer_pays_only_up_to_the_net_charges() {
        var figures =
                after(
                        List.of(
                                tuition("e-1", "100.00", "2026-06-01"),
                                payment(
                                        "p-1",
                                        "s-1",
                                        "rbs",
                                        usd("170.00"),
                                        Payer.EMPLOYER,
                                        "2026-05-02"),
                                expense("x-1", "s-1", "rbs", usd("30.00"), "2026-05-02")));
        assertThat(figures.outOfPocketCommitted()).isEqualTo(usd("30.00"));
        assertThat(figures.creditBalance()).isEqualTo(usd("70.00"));
        assertThat(figures.paymentsReceived().byPayer()).containsOnlyKeys(Payer.EMPLOYER);
    }

    private static List<Object> courses(int count, String tuition) {
        var events = new ArrayList<Object>();
        for (int i = 1; i <= count; i++) events.add(tuition("e-" + i, tuition, "2026-06-0" + i));
        return events;
    }

    private static ChargePosted tuition(String enrollment, String amount, String dueOn) {
        var in = offering("o-" + enrollment, "c", "p", "rbs", "2026-06-15", usd(amount));
        return charged(enrollment, "s-1", in, day(dueOn));
    }

    private static AwardAccepted award(String id, String amount) {
        return credit(id, "f-1", "s-1", "rbs", usd(amount));
    }

    private static List<String> applied(Allocation allocation) {
        return allocation.applied().stream()
                .map(
                        part ->
                                part.award().event().awardId()
                                        + " "
                                        + part.charge().event().enrollmentId()
                                        + " "
                                        + part.amount().amount())
                .toList();
    }

    private static Allocation allocation(Object... events) {
        return Allocation.of(facts(List.of(events)));
    }

    private static Balances after(List<Object> events) {
        var facts = facts(events);
        return Balances.of(AccountFigures.of(facts, USD, day("2026-05-20"), List::of));
    }

    private static Ledger facts(List<Object> events) {
        var facts = Ledger.empty("rbs", "s-1");
        long position = 0;
        for (var event : events)
            facts =
                    LedgerView.evolve(
                            facts,
                            new Recorded<>(
                                    event,
                                    ++position,
                                    Recorded.LAST,
                                    QuerySide.NOW,
                                    "bursar",
                                    "id"));
        return facts;
    }
}
