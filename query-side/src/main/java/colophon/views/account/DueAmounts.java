package colophon.views.account;

import colophon.events.Recorded;
import colophon.events.account.ChargePosted;
import colophon.events.account.PaymentPlanAgreed;
import colophon.events.ledger.Allocation;
import colophon.events.ledger.Allocation.Open;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers: which part of what is owed is due on which day? A charge is due on its own day. If a
 * payment plan was agreed after the charge and is in force, its instalments are due instead, and
 * payments count against the earliest instalment. An amount that exceeds the plan is due on the
 * days of its charges.
 */
public record DueAmounts(List<DuePart> parts) {

    /**
     * A part of what is owed; more than zero.
     *
     * @param charge the charge that is not fully paid, or null for an instalment
     * @param plan the plan that the instalment belongs to, or null
     * @param beyond true for a part of a charge under the plan that exceeds the plan
     */
    @Schema(name = "DuePart")
    public record DuePart(
            LocalDate dueOn,
            Money amount,
            @Nullable Recorded<ChargePosted> charge,
            @Nullable Recorded<PaymentPlanAgreed> plan,
            boolean beyond) {}

    /** What is open on the account, by due day. The parts add up to the open amount. */
    public static DueAmounts of(Ledger facts, Allocation allocation) {
        var plan = facts.plan();
        var parts = new ArrayList<DuePart>();
        var planned = new ArrayList<Open>();
        for (var open : allocation.open())
            if (holds(plan, open.charge())) planned.add(open);
            else parts.add(part(open, open.amount(), false));
        if (plan != null && !planned.isEmpty()) parts.addAll(instalments(plan, planned));
        return new DueAmounts(List.copyOf(parts));
    }

    /** True if the plan (null for none) replaces the due day of this charge. */
    static boolean holds(@Nullable Recorded<PaymentPlanAgreed> plan, Recorded<?> charge) {
        return plan != null && charge.compareToInLog(plan) < 0;
    }

    private static List<DuePart> instalments(Recorded<PaymentPlanAgreed> plan, List<Open> planned) {
        var nothing = Money.zero(planned.getFirst().amount().currency());
        var agreed = nothing;
        for (var instalment : plan.event().instalments()) agreed = agreed.plus(instalment.amount());
        var open = nothing;
        for (var charge : planned) open = open.plus(charge.amount());
        var parts = new ArrayList<DuePart>();
        var beyond = open.minus(agreed).orZero();
        for (var charge : planned) {
            var part = charge.amount().min(beyond);
            beyond = beyond.minus(part);
            if (part.isPositive()) parts.add(part(charge, part, true));
        }
        var paid = agreed.minus(open).orZero();
        for (var instalment : plan.event().instalments()) {
            var done = instalment.amount().min(paid);
            paid = paid.minus(done);
            var left = instalment.amount().minus(done);
            if (left.isPositive())
                parts.add(new DuePart(instalment.dueOn(), left, null, plan, false));
        }
        return parts;
    }

    private static DuePart part(Open open, Money amount, boolean beyond) {
        return new DuePart(open.charge().event().dueOn(), amount, open.charge(), null, beyond);
    }
}
