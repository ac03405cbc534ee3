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
final class PlanRules {

    private PlanRules() {}

    /** Agrees a plan. Returns an empty list if the same plan was agreed already. */
    static List<AccountEvent> decide(AgreePlan command, Ledger account, LocalDate today) {
        var before = agreed(account, command.planId());
        if (before != null && before.instalments().equals(command.instalments())) return List.of();
        if (before != null)
            throw new Refusal(
                    ID_TAKEN, "Plan " + command.planId() + " exists with other instalments.");
        var now = account.plan();
        if (now != null)
            throw new Refusal(
                    PLAN_IN_FORCE, "Plan " + now.event().planId() + " is in force: end it first.");
        checkOrder(command.instalments(), today);
        var currency = command.instalments().getFirst().amount().currency();
        var sum = Money.zero(currency);
        for (var instalment : command.instalments()) sum = sum.plus(instalment.amount());
        var owed = Money.zero(currency);
        for (var open : Allocation.of(account).open()) owed = owed.plus(open.amount());
        if (!sum.equals(owed))
            throw new Refusal(
                    PLAN_DOES_NOT_SUM,
                    "The instalments add up to " + sum + ", but " + owed + " is owed.");
        return List.of(
                new PaymentPlanAgreed(
                        command.institutionId(),
                        command.studentId(),
                        command.planId(),
                        command.instalments(),
                        today));
    }

    /** Ends a plan. Returns an empty list if it has ended already. */
    static List<AccountEvent> decide(EndPlan command, Ledger account, LocalDate today) {
        if (agreed(account, command.planId()) == null)
            throw new Refusal(
                    PLAN_NOT_FOUND, "There is no plan " + command.planId() + " on the account.");
        var now = account.plan();
        if (now == null || !now.event().planId().equals(command.planId())) return List.of();
        return List.of(
                new PaymentPlanEnded(
                        command.institutionId(),
                        command.studentId(),
                        command.planId(),
                        command.reason(),
                        today));
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
