package colophon.views.history.text.money;

import static java.util.stream.Collectors.joining;

import colophon.events.account.AccountPosting;
import colophon.events.account.AllocationLocked;
import colophon.events.account.AllocationUnlocked;
import colophon.events.account.AppliedTier;
import colophon.events.account.ChargePosted;
import colophon.events.account.ChargeReversed;
import colophon.events.account.ChargeWrittenOff;
import colophon.events.account.PaymentPlanAgreed;
import colophon.events.account.PaymentPlanEnded;

import org.jspecify.annotations.Nullable;

/** The texts of the events of an account. */
public final class AccountText {

    private AccountText() {}

    /** The template of an event, which its components fill. */
    public static String of(AccountPosting event) {
        return switch (event) {
            case ChargePosted _ ->
                    "Charge {chargeId}: {kind} of {amount}[, {description}][ for enrollment"
                            + " {enrollmentId}], due on {dueOn}";
            case ChargeReversed e -> "{amount} of charge {chargeId} is reversed" + tier(e.tier());
            case ChargeWrittenOff _ -> "{amount} of charge {chargeId} is written off";
            case AllocationLocked _ ->
                    "{amount}[ of award {awardId}][ of payment {paymentId}] is to pay charge"
                            + " {chargeId} (lock {lockId})";
            case AllocationUnlocked _ -> "Lock {lockId} on an allocation is lifted";
            case PaymentPlanAgreed e -> "Payment plan {planId}: " + instalments(e);
            case PaymentPlanEnded _ -> "Payment plan {planId} ends";
        };
    }

    private static String tier(@Nullable AppliedTier tier) {
        return tier == null
                ? ""
                : ", under the refund policy's "
                        + tier.percent()
                        + " percent until "
                        + tier.until();
    }

    private static String instalments(PaymentPlanAgreed plan) {
        return plan.instalments().stream()
                .map(part -> part.amount() + " on " + part.dueOn())
                .collect(joining(", "));
    }
}
