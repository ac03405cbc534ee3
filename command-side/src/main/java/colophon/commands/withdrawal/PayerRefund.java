package colophon.commands.withdrawal;

import colophon.events.ledger.Allocation;
import colophon.events.money.Money;
import colophon.events.payment.PaymentReceived;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** The part of a payment that no longer pays a charge and goes back to its payer. */
record PayerRefund(PaymentReceived payment, Money amount) {

    /**
     * The credit that arose between the two allocations, by payment, in the order of their days.
     * The total is at most the growth of all credit, since one payment may have replaced another.
     */
    static List<PayerRefund> between(Allocation before, Allocation after) {
        var repayments = new ArrayList<PayerRefund>();
        if (after.credit().isEmpty()) return repayments;
        var zero = Money.zero(after.credit().getFirst().amount().currency());
        var left = sum(after, zero).minus(sum(before, zero)).orZero();
        for (var credit : after.credit()) {
            var payment = credit.payment().event();
            var grown = credit.amount().minus(credit(before, payment.paymentId(), zero));
            var part = grown.orZero().min(left);
            if (!part.isPositive()) continue;
            repayments.add(new PayerRefund(payment, part));
            left = left.minus(part);
        }
        return repayments;
    }

    private static Money sum(Allocation allocation, Money zero) {
        var sum = zero;
        for (var credit : allocation.credit()) sum = sum.plus(credit.amount());
        return sum;
    }

    private static Money credit(Allocation allocation, @Nullable String paymentId, Money zero) {
        for (var credit : allocation.credit())
            if (credit.payment().event().paymentId().equals(paymentId)) return credit.amount();
        return zero;
    }
}
