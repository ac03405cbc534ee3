package colophon.views.history.text;

import static java.util.stream.Collectors.joining;

import colophon.events.account.AccountEvent;
import colophon.events.account.AllocationLocked;
import colophon.events.account.AllocationUnlocked;
import colophon.events.account.AwardCreditReduced;
import colophon.events.account.AwardCredited;
import colophon.events.account.AwardPromised;
import colophon.events.account.AwardWithdrawn;
import colophon.events.account.ChargePosted;
import colophon.events.account.ChargeReversed;
import colophon.events.account.ChargeWrittenOff;
import colophon.events.account.ExpensePosted;
import colophon.events.account.ExpenseReversalPosted;
import colophon.events.account.PaymentPlanAgreed;
import colophon.events.account.PaymentPlanEnded;
import colophon.events.account.PaymentPosted;
import colophon.events.account.PaymentReversalPosted;
import colophon.events.account.RefundPosted;

/** The texts of the events of an account. */
final class AccountText {

    private AccountText() {}

    static String of(AccountEvent event) {
        return switch (event) {
            case ChargePosted _ ->
                    "Charge {chargeId}: {kind} of {amount}[, {description}][ for enrollment"
                            + " {enrollmentId}], due on {dueOn}";
            case AwardCredited e ->
                    "Award {awardId} of fund {fundId} may pay up to {amount}"
                            + (e.oneCourse() ? " for one course" : "")
                            + "[, only for enrollment {enrollmentId}][, until {expiresOn}]";
            case ExpensePosted _ -> "Awards may reimburse expense {expenseId} of {amount}";
            case ExpenseReversalPosted _ -> "Awards no longer reimburse expense {expenseId}";
            case AwardWithdrawn _ -> "Award {awardId} pays nothing any more";
            case PaymentPosted _ ->
                    "Payment {paymentId} of {amount} by {payer}, {method}[, {reference}], is"
                            + " booked";
            case RefundPosted _ ->
                    "Refund {refundId} of {amount} to {payer}, from payment {paymentId}, is booked";
            case ChargeReversed _ -> "{amount} of charge {chargeId} is reversed";
            case ChargeWrittenOff _ -> "{amount} of charge {chargeId} is written off";
            case AwardPromised _ ->
                    "Award {awardId} of fund {fundId} is promised: {amount} once it is accepted[,"
                            + " until {expiresOn}]";
            case AwardCreditReduced _ -> "Award {awardId} may pay {amount} at most from now on";
            case PaymentReversalPosted _ ->
                    "Payment {paymentId} of {amount} counts as never received";
            case AllocationLocked _ ->
                    "{amount}[ of award {awardId}][ of payment {paymentId}] is to pay charge"
                            + " {chargeId} (lock {lockId})";
            case AllocationUnlocked _ -> "Lock {lockId} on an allocation is lifted";
            case PaymentPlanAgreed e -> "Payment plan {planId}: " + instalments(e);
            case PaymentPlanEnded _ -> "Payment plan {planId} ends";
        };
    }

    private static String instalments(PaymentPlanAgreed plan) {
        return plan.instalments().stream()
                .map(part -> part.amount() + " on " + part.dueOn())
                .collect(joining(", "));
    }
}
