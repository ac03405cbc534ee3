package colophon.commands.billing;

import static colophon.commands.Reason.DATES_OUT_OF_ORDER;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.Reason.PLAN_DOES_NOT_SUM;
import static colophon.commands.Reason.PLAN_IN_FORCE;
import static colophon.commands.Reason.PLAN_NOT_FOUND;

import colophon.commands.Refusal;
import colophon.events.account.AccountEvent;
import colophon.events.account.Instalment;
import colophon.events.account.PaymentPlanAgreed;
import colophon.events.account.PaymentPlanEnded;
import colophon.events.ledger.Allocation;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/** The rules of payment plans. */
final class Plans {

    private Plans() {}

    /** Agrees a plan. Returns an empty list if the same plan was agreed already. */
    static List<AccountEvent> decide(AgreePlan r, Ledger account, LocalDate today) {
        var before = agreed(account, r.planId());
        if (before != null && before.instalments().equals(r.instalments())) return List.of();
        if (before != null)
            throw new Refusal(ID_TAKEN, "Plan " + r.planId() + " exists with other instalments.");
        var now = account.plan();
        if (now != null)
            throw new Refusal(
                    PLAN_IN_FORCE, "Plan " + now.event().planId() + " is in force: end it first.");
        checkOrder(r.instalments(), today);
        var currency = r.instalments().getFirst().amount().currency();
        var sum = Money.zero(currency);
        for (var instalment : r.instalments()) sum = sum.plus(instalment.amount());
        var owed = Money.zero(currency);
        for (var open : Allocation.of(account).open()) owed = owed.plus(open.amount());
        if (!sum.equals(owed))
            throw new Refusal(
                    PLAN_DOES_NOT_SUM,
                    "The instalments add up to " + sum + ", but " + owed + " is owed.");
        return List.of(
                new PaymentPlanAgreed(
                        r.institutionId(), r.studentId(), r.planId(), r.instalments(), today));
    }

    /** Ends a plan. Returns an empty list if it has ended already. */
    static List<AccountEvent> decide(EndPlan r, Ledger account, LocalDate today) {
        if (agreed(account, r.planId()) == null)
            throw new Refusal(
                    PLAN_NOT_FOUND, "There is no plan " + r.planId() + " on the account.");
        var now = account.plan();
        if (now == null || !now.event().planId().equals(r.planId())) return List.of();
        return List.of(
                new PaymentPlanEnded(
                        r.institutionId(), r.studentId(), r.planId(), r.reason(), today));
    }

    private static @Nullable PaymentPlanAgreed agreed(Ledger account, String planId) {
        for (var posting : account.postings())
            if (posting.event() instanceof PaymentPlanAgreed e && e.planId().equals(planId))
                return e;
        return null;
    }

    private static void checkOrder(List<Instalment> instalments, LocalDate today) {
        var last = today.minusDays(1);
        for (var instalment : instalments) {
            if (!instalment.dueOn().isAfter(last))
                throw new Refusal(
                        DATES_OUT_OF_ORDER,
                        "Each instalment must be due after the one before it, the first on "
                                + today
                                + " at the earliest; one is due on "
                                + instalment.dueOn()
                                + ".");
            last = instalment.dueOn();
        }
    }
}
