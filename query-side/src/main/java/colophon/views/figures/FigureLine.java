package colophon.views.figures;

import colophon.events.Recorded;
import colophon.events.account.ChargePosted;
import colophon.events.account.ChargeReversed;
import colophon.events.account.ChargeWrittenOff;
import colophon.events.award.AwardAccepted;
import colophon.events.award.AwardReduced;
import colophon.events.expense.ExpenseRecorded;
import colophon.events.expense.ExpenseReversed;
import colophon.events.ledger.Allocation.Applied;
import colophon.events.ledger.Allocation.Paid;
import colophon.events.ledger.Allocation.Reimbursed;
import colophon.events.money.Money;
import colophon.events.payment.PaymentReceived;
import colophon.events.payment.PaymentRefunded;
import colophon.events.payment.PaymentReversed;
import colophon.views.account.DueAmounts.DuePart;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one event contributes to a figure.
 *
 * @param fact the event; null for what is only projected
 * @param kind "tuition", "deposit", "fee", "late-fee", "reversal", "write-off", "award",
 *     "award-reduction", "payment", "payment-reversal", "refund", "expense", "expense-reversal",
 *     "reimbursement", "instalment" (its unpaid part), "beyond-plan" (the part of a charge that
 *     exceeds its plan), "credit" (the part of a payment that pays no charge), "unused" (money of
 *     another payer that exceeds the charges), "course" or "estimate" (of what is still needed)
 * @param amount with the sign with which it counts
 * @param on the business date of the event, or null
 * @param reason the stated reason, or what a fee is for, or null
 * @param ids what the line is about, by the kind of id
 */
public record FigureLine(
        @Nullable Recorded<?> fact,
        String kind,
        Money amount,
        @Nullable LocalDate on,
        @Nullable String reason,
        Map<String, String> ids) {

    /** The price of a course that is still to be taken. */
    public static FigureLine course(String courseId, Money price) {
        return new FigureLine(null, "course", price, null, null, Map.of("courseId", courseId));
    }

    /** The price of an offering that is still to be taken. */
    public static FigureLine offering(String courseId, String offeringId, Money price) {
        return new FigureLine(
                null,
                "course",
                price,
                null,
                null,
                Map.of("courseId", courseId, "offeringId", offeringId));
    }

    /** The estimated price of something that is still needed. */
    public static FigureLine estimate(Money price) {
        return new FigureLine(null, "estimate", price, null, null, Map.of());
    }

    /** The same contribution with the opposite sign. */
    public FigureLine negated() {
        return new FigureLine(fact, kind, amount.negated(), on, reason, ids);
    }

    static List<FigureLine> negated(List<FigureLine> lines) {
        return lines.stream().map(FigureLine::negated).toList();
    }

    static FigureLine charge(Recorded<ChargePosted> fact) {
        var e = fact.event();
        return new FigureLine(
                fact, e.kind().toString(), e.amount(), e.chargedOn(), e.description(), ids(e));
    }

    static FigureLine reversal(Recorded<ChargeReversed> fact, ChargePosted charge) {
        var e = fact.event();
        return new FigureLine(
                fact, "reversal", e.amount().negated(), e.reversedOn(), e.reason(), ids(charge));
    }

    static FigureLine writeOff(Recorded<ChargeWrittenOff> fact, ChargePosted charge) {
        var e = fact.event();
        return new FigureLine(
                fact, "write-off", e.amount().negated(), e.writtenOffOn(), e.reason(), ids(charge));
    }

    static FigureLine payment(Recorded<PaymentReceived> fact) {
        return payment("payment", fact, fact.event().amount());
    }

    /** A part of a payment. */
    static FigureLine payment(String kind, Recorded<PaymentReceived> fact, Money part) {
        var e = fact.event();
        return new FigureLine(
                fact, kind, part, e.receivedOn(), null, Map.of("paymentId", e.paymentId()));
    }

    static FigureLine reversal(Recorded<PaymentReversed> fact) {
        var e = fact.event();
        return new FigureLine(
                fact,
                "payment-reversal",
                e.amount().negated(),
                e.reversedOn(),
                e.reason(),
                Map.of("paymentId", e.paymentId()));
    }

    static FigureLine refund(Recorded<PaymentRefunded> fact) {
        var e = fact.event();
        return new FigureLine(
                fact,
                "refund",
                e.amount(),
                e.refundedOn(),
                e.reason(),
                Map.of("paymentId", e.paymentId(), "refundId", e.refundId()));
    }

    static FigureLine expense(Recorded<ExpenseRecorded> fact) {
        var e = fact.event();
        return new FigureLine(
                fact,
                "expense",
                e.amount(),
                e.incurredOn(),
                null,
                Map.of("expenseId", e.expenseId()));
    }

    static FigureLine reversal(Recorded<ExpenseReversed> fact, ExpenseRecorded expense) {
        var e = fact.event();
        return new FigureLine(
                fact,
                "expense-reversal",
                expense.amount().negated(),
                e.reversedOn(),
                e.reason(),
                Map.of("expenseId", e.expenseId()));
    }

    static FigureLine award(Recorded<AwardAccepted> fact) {
        return award("award", fact, fact.event().amount(), Map.of());
    }

    /** What an award would pay of what is still to come. */
    public static FigureLine award(Recorded<AwardAccepted> fact, Money amount) {
        return award("award", fact, amount, Map.of());
    }

    static FigureLine award(Applied part) {
        return award("award", part.award(), part.amount(), ids(part.charge().event()));
    }

    static FigureLine reimbursement(Reimbursed part) {
        return award(
                "reimbursement",
                part.award(),
                part.amount().negated(),
                Map.of("expenseId", part.expense().event().expenseId()));
    }

    private static FigureLine award(
            String kind, Recorded<AwardAccepted> fact, Money amount, Map<String, String> more) {
        var e = fact.event();
        var ids = new HashMap<>(more);
        ids.put("awardId", e.awardId());
        ids.put("fundId", e.fundId());
        return new FigureLine(fact, kind, amount, e.acceptedOn(), null, ids);
    }

    /** A reduction of an award; less than zero. */
    static FigureLine reduction(Recorded<AwardReduced> fact) {
        var e = fact.event();
        return new FigureLine(
                fact,
                "award-reduction",
                e.returned().negated(),
                e.reducedOn(),
                e.reason(),
                Map.of("awardId", e.awardId(), "fundId", e.fundId()));
    }

    /** The part of a charge that a payment pays. */
    static FigureLine paid(Paid part) {
        var e = part.payment().event();
        var ids = new HashMap<>(ids(part.charge().event()));
        ids.put("paymentId", e.paymentId());
        return new FigureLine(part.payment(), "payment", part.amount(), e.receivedOn(), null, ids);
    }

    /** What is due of a payment plan; null for the part of a charge that no plan holds. */
    static @Nullable FigureLine planned(DuePart part) {
        if (part.plan() != null)
            return new FigureLine(
                    part.plan(),
                    "instalment",
                    part.amount(),
                    part.dueOn(),
                    null,
                    Map.of("planId", part.plan().event().planId()));
        if (!part.beyond() || part.charge() == null) return null;
        return new FigureLine(
                part.charge(),
                "beyond-plan",
                part.amount(),
                part.dueOn(),
                null,
                ids(part.charge().event()));
    }

    private static Map<String, String> ids(ChargePosted charge) {
        var ids = new HashMap<String, String>();
        ids.put("chargeId", charge.chargeId());
        if (charge.enrollmentId() != null) ids.put("enrollmentId", charge.enrollmentId());
        if (charge.offeringId() != null) ids.put("offeringId", charge.offeringId());
        return ids;
    }
}
