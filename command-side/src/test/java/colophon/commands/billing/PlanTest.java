package colophon.commands.billing;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.DATES_OUT_OF_ORDER;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.Reason.PLAN_DOES_NOT_SUM;
import static colophon.commands.Reason.PLAN_IN_FORCE;
import static colophon.commands.Reason.PLAN_NOT_FOUND;
import static colophon.commands.billing.AccountFacts.TODAY;
import static colophon.commands.billing.AccountFacts.award;
import static colophon.commands.billing.AccountFacts.fee;
import static colophon.commands.billing.AccountFacts.payment;
import static colophon.commands.billing.AccountFacts.tuition;
import static colophon.commands.campus.Sums.usd;

import colophon.commands.account.Account;
import colophon.events.account.Instalment;
import colophon.events.account.PaymentPlanAgreed;
import colophon.events.account.PaymentPlanEnded;
import colophon.events.fund.Coverage;

import org.junit.jupiter.api.Test;

import java.util.List;

class PlanTest {

    private static final PaymentPlanEnded ENDED =
            new PaymentPlanEnded("uva", "s-1", "plan-1", "paid", TODAY);

    @Test
    void agrees_that_what_is_owed_is_due_in_instalments() {
        given(
                        Account.STREAM,
                        tuition("1000"),
                        fee("c-1", "40"),
                        payment("p-1", "100"),
                        award("a-1", "200", Coverage.TUITION))
                .when(state -> PlanRules.decide(plan(in(0, "240"), in(30, "500")), state, TODAY))
                .then(agreed(in(0, "240"), in(30, "500")));
    }

    @Test
    void recognises_the_same_plan_in_force_or_ended() {
        given(Account.STREAM, tuition("1000"), agreed(in(0, "1000")))
                .when(state -> PlanRules.decide(plan(in(0, "1000")), state, TODAY))
                .thenNothing();
        given(Account.STREAM, tuition("1000"), agreed(in(0, "1000")), ENDED)
                .when(state -> PlanRules.decide(plan(in(0, "1000")), state, TODAY))
                .thenNothing();
    }

    @Test
    void refuses_the_id_of_another_plan() {
        given(Account.STREAM, tuition("1000"), agreed(in(0, "1000")), ENDED)
                .when(state -> PlanRules.decide(plan(in(1, "1000")), state, TODAY))
                .thenRefused(ID_TAKEN, "plan-1");
    }

    @Test
    void refuses_instalments_that_make_more_or_less_than_is_owed() {
        for (var amount : List.of("999.99", "1000.01"))
            given(Account.STREAM, tuition("1000"))
                    .when(state -> PlanRules.decide(plan(in(0, amount)), state, TODAY))
                    .thenRefused(PLAN_DOES_NOT_SUM, amount, "1000.00 USD");
        given(Account.STREAM)
                .when(state -> PlanRules.decide(plan(in(0, "1")), state, TODAY))
                .thenRefused(PLAN_DOES_NOT_SUM, "0.00 USD");
    }

    @Test
    void refuses_a_second_plan_while_one_is_in_force() {
        var other = new PaymentPlanAgreed("uva", "s-1", "plan-0", List.of(in(0, "1000")), TODAY);
        given(Account.STREAM, tuition("1000"), other)
                .when(state -> PlanRules.decide(plan(in(0, "1000")), state, TODAY))
                .thenRefused(PLAN_IN_FORCE, "plan-0");
    }

    @Test
    void agrees_another_plan_once_the_first_has_ended() {
        var next = new AgreePlan("s-1", "uva", "plan-2", List.of(in(5, "1000")));
        given(Account.STREAM, tuition("1000"), agreed(in(0, "1000")), ENDED)
                .when(state -> PlanRules.decide(next, state, TODAY))
                .then(new PaymentPlanAgreed("uva", "s-1", "plan-2", List.of(in(5, "1000")), TODAY));
    }

    @Test
    void refuses_days_that_have_passed_or_are_out_of_order() {
        given(Account.STREAM, tuition("1000"))
                .when(state -> PlanRules.decide(plan(in(-1, "1000")), state, TODAY))
                .thenRefused(DATES_OUT_OF_ORDER, "2026-05-31");
        for (var second : List.of(9, 10))
            given(Account.STREAM, tuition("1000"))
                    .when(
                            state ->
                                    PlanRules.decide(
                                            plan(in(10, "500"), in(second, "500")), state, TODAY))
                    .thenRefused(DATES_OUT_OF_ORDER, TODAY.plusDays(second).toString());
    }

    @Test
    void ends_a_plan() {
        given(Account.STREAM, tuition("1000"), agreed(in(0, "1000")))
                .when(state -> PlanRules.decide(end(), state, TODAY))
                .then(ENDED);
    }

    @Test
    void recognises_a_plan_that_ended() {
        given(Account.STREAM, tuition("1000"), agreed(in(0, "1000")), ENDED)
                .when(state -> PlanRules.decide(end(), state, TODAY))
                .thenNothing();
    }

    @Test
    void refuses_to_end_a_plan_nobody_agreed() {
        given(Account.STREAM, tuition("1000"))
                .when(state -> PlanRules.decide(end(), state, TODAY))
                .thenRefused(PLAN_NOT_FOUND, "plan-1");
    }

    private static Instalment in(int days, String amount) {
        return new Instalment(TODAY.plusDays(days), usd(amount));
    }

    private static AgreePlan plan(Instalment... instalments) {
        return new AgreePlan("s-1", "uva", "plan-1", List.of(instalments));
    }

    private static EndPlan end() {
        return new EndPlan("s-1", "uva", "plan-1", "paid");
    }

    private static PaymentPlanAgreed agreed(Instalment... instalments) {
        return new PaymentPlanAgreed("uva", "s-1", "plan-1", List.of(instalments), TODAY);
    }
}
