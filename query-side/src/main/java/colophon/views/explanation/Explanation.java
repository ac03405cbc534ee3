package colophon.views.explanation;

import static java.util.Comparator.comparing;

import colophon.events.Recorded;
import colophon.events.account.AwardCredited;
import colophon.events.account.ChargePosted;
import colophon.events.account.PaymentPosted;
import colophon.events.account.RefundPosted;
import colophon.events.expense.ExpenseRecorded;
import colophon.events.ledger.Allocation;
import colophon.events.ledger.Allocation.Applied;
import colophon.events.ledger.Allocation.Paid;
import colophon.events.ledger.Allocation.Reimbursed;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;
import colophon.events.payment.Payer;
import colophon.views.account.Balances;
import colophon.views.account.DueAmounts;
import colophon.views.progress.CheapestPlan;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Answers: from which events is a figure of an account computed? The lines of a figure sum to it.
 */
final class Explanation {

    /** Every figure that can be explained; {@code balanceDue} means its {@code total}. */
    static final List<String> FIELDS =
            List.of(
                    "grossTuition",
                    "fees",
                    "awardsApplied",
                    "netTuition",
                    "paymentsReceived",
                    "refundsPaid",
                    "balanceDue",
                    "balanceDue.total",
                    "balanceDue.dueNow",
                    "balanceDue.pastDue",
                    "balanceDue.future",
                    "creditBalance",
                    "anticipatedAid",
                    "indirectCosts",
                    "outOfPocketToDate",
                    "outOfPocketCommitted",
                    "outOfPocketToCertificate");

    private final Ledger facts;
    private final Allocation allocation;
    private final Currency currency;
    private final LocalDate today;
    private final CheapestPlan rest;
    private final List<ExplanationLine> lines = new ArrayList<>();

    private Explanation(
            Ledger facts,
            Allocation allocation,
            Currency currency,
            LocalDate today,
            CheapestPlan rest) {
        this.facts = facts;
        this.allocation = allocation;
        this.currency = currency;
        this.today = today;
        this.rest = rest;
    }

    /**
     * The lines of a figure.
     *
     * @param field one of {@link #FIELDS}
     * @param rest what the certificates still need; used for {@code outOfPocketToCertificate}
     */
    static List<ExplanationLine> of(
            String field, Ledger facts, Currency currency, LocalDate today, CheapestPlan rest) {
        var explanation = new Explanation(facts, Allocation.of(facts), currency, today, rest);
        explanation.explain(field);
        return List.copyOf(explanation.lines);
    }

    private void explain(String field) {
        switch (field) {
            case "grossTuition" -> charges(charge -> charge.kind().isTuition());
            case "fees" -> charges(charge -> !charge.kind().isTuition());
            case "awardsApplied" -> allocation.applied().forEach(part -> award(part, 1));
            case "netTuition" -> netTuition();
            case "paymentsReceived" -> payments(_ -> true, 1);
            case "refundsPaid" -> facts.refunds().forEach(fact -> refund(fact, 1));
            case "balanceDue", "balanceDue.total" -> balanceDue();
            case "balanceDue.dueNow" -> due(dueOn -> !dueOn.isAfter(today));
            case "balanceDue.pastDue" -> due(dueOn -> dueOn.isBefore(today));
            case "balanceDue.future" -> due(dueOn -> dueOn.isAfter(today));
            case "creditBalance" -> creditBalance();
            case "anticipatedAid" -> anticipatedAid();
            case "indirectCosts" -> expenses();
            case "outOfPocketToDate" -> outOfPocketToDate();
            case "outOfPocketCommitted" -> outOfPocketCommitted();
            case "outOfPocketToCertificate" -> outOfPocketToCertificate();
            default -> throw new IllegalArgumentException("No figure is called " + field);
        }
    }

    private void netTuition() {
        charges(charge -> charge.kind().isTuition());
        for (var part : allocation.applied())
            if (part.charge().event().kind().isTuition()) award(part, -1);
    }

    private void netCharges() {
        charges(_ -> true);
        allocation.applied().forEach(part -> award(part, -1));
    }

    private void balanceDue() {
        netCharges();
        payments(_ -> true, -1);
        facts.refunds().forEach(fact -> refund(fact, 1));
        allocation.credit().forEach(left -> kept("credit", left.payment(), left.amount()));
    }

    /**
     * Charges on their own due days, with what reduces and pays them; those under a payment plan by
     * their instalments.
     */
    private void due(Predicate<LocalDate> when) {
        var plan = facts.plan();
        Predicate<Recorded<ChargePosted>> own =
                charge ->
                        when.test(charge.event().dueOn())
                                && (plan == null || charge.compareToInLog(plan) > 0);
        for (var charge : facts.charges())
            if (own.test(charge)) {
                charge(charge);
                lowered(charge.event());
            }
        for (var part : allocation.applied()) if (own.test(part.charge())) award(part, -1);
        for (var part : allocation.paid()) if (own.test(part.charge())) paid(part, -1);
        for (var part : DueAmounts.of(facts, allocation).parts()) {
            if (!when.test(part.dueOn())) continue;
            if (part.plan() != null)
                add(
                        "instalment",
                        part.plan(),
                        part.amount(),
                        part.dueOn(),
                        null,
                        Map.of("planId", part.plan().event().planId()));
            else if (part.beyond() && part.charge() != null)
                add(
                        "beyond-plan",
                        part.charge(),
                        part.amount(),
                        part.dueOn(),
                        null,
                        ids(part.charge().event()));
        }
    }

    private void creditBalance() {
        for (var left : allocation.credit()) {
            payment(left.payment(), 1);
            for (var refund : facts.refunds())
                if (refund.event().paymentId().equals(left.payment().event().paymentId()))
                    refund(refund, -1);
            for (var part : allocation.paid()) if (part.payment() == left.payment()) paid(part, -1);
        }
    }

    private void anticipatedAid() {
        for (var award : facts.activeAwards()) {
            if (!Balances.anticipated(award.event(), facts, allocation).isPositive()) continue;
            var ids = Map.of("awardId", award.event().awardId(), "fundId", award.event().fundId());
            add("award", award, award.event().amount(), award.event().creditedOn(), null, ids);
            reductions(award.event());
            for (var part : allocation.applied()) if (part.award() == award) award(part, -1);
            for (var part : allocation.reimbursed()) if (part.award() == award) reimbursed(part);
        }
    }

    private void outOfPocketToDate() {
        payments(payer -> payer == Payer.SELF, 1);
        for (var fact : facts.refunds()) if (fact.event().payer() == Payer.SELF) refund(fact, -1);
        expenses();
        allocation.reimbursed().forEach(this::reimbursed);
    }

    private void outOfPocketCommitted() {
        netCharges();
        var netCharges = sum();
        payments(payer -> payer != Payer.SELF, -1);
        for (var fact : facts.refunds()) if (fact.event().payer() != Payer.SELF) refund(fact, 1);
        var byOthers = netCharges.minus(sum());
        unused(byOthers.minus(netCharges).orZero());
        expenses();
        allocation.reimbursed().forEach(this::reimbursed);
    }

    /**
     * Other payers may have paid more than the net charges. The payments received last are then
     * unused.
     */
    private void unused(Money excess) {
        var left = excess;
        var latestFirst =
                facts.payments().stream()
                        .filter(fact -> fact.event().payer() != Payer.SELF)
                        .sorted(
                                comparing((Recorded<PaymentPosted> p) -> p.event().receivedOn())
                                        .thenComparing(Recorded::compareToInLog)
                                        .reversed())
                        .toList();
        for (var fact : latestFirst) {
            var net = fact.event().amount();
            for (var refund : facts.refunds())
                if (refund.event().paymentId().equals(fact.event().paymentId()))
                    net = net.minus(refund.event().amount());
            var part = net.orZero().min(left);
            left = left.minus(part);
            if (part.isPositive()) kept("unused", fact, part);
        }
    }

    private void outOfPocketToCertificate() {
        outOfPocketCommitted();
        for (var course : rest.courses())
            lines.add(
                    new ExplanationLine(
                            null,
                            "course",
                            course.price(),
                            null,
                            null,
                            null,
                            null,
                            Map.of("courseId", course.courseId())));
        for (var guess : rest.unpriced())
            lines.add(
                    new ExplanationLine(null, "estimate", guess, null, null, null, null, Map.of()));
    }

    private Money sum() {
        var sum = Money.zero(currency);
        for (var line : lines) sum = sum.plus(line.amount());
        return sum;
    }

    private void charges(Predicate<ChargePosted> which) {
        for (var fact : facts.charges())
            if (which.test(fact.event())) {
                charge(fact);
                lowered(fact.event());
            }
    }

    private void charge(Recorded<ChargePosted> fact) {
        var e = fact.event();
        add(e.kind().toString(), fact, e.amount(), e.chargedOn(), e.description(), ids(e));
    }

    /** Reversals and write-offs of a charge. */
    private void lowered(ChargePosted charge) {
        for (var fact : facts.reversals()) {
            var e = fact.event();
            if (e.chargeId().equals(charge.chargeId()))
                add(
                        "reversal",
                        fact,
                        e.amount().negated(),
                        e.reversedOn(),
                        e.reason(),
                        ids(charge));
        }
        for (var fact : facts.writeOffs()) {
            var e = fact.event();
            if (e.chargeId().equals(charge.chargeId()))
                add(
                        "write-off",
                        fact,
                        e.amount().negated(),
                        e.writtenOffOn(),
                        e.reason(),
                        ids(charge));
        }
    }

    /** The reductions of an award, one by one. */
    private void reductions(AwardCredited award) {
        var worth = award.amount();
        for (var fact : facts.reductions()) {
            var e = fact.event();
            if (!e.awardId().equals(award.awardId())) continue;
            var ids = Map.of("awardId", award.awardId(), "fundId", award.fundId());
            var by = e.amount().min(worth).minus(worth);
            add("award-reduction", fact, by, e.reducedOn(), e.reason(), ids);
            worth = worth.plus(by);
        }
    }

    /** Payments of these payers, and the reversals of them. */
    private void payments(Predicate<Payer> who, int sign) {
        for (var fact : facts.received()) if (who.test(fact.event().payer())) payment(fact, sign);
        for (var back : facts.paymentReversals())
            for (var fact : facts.received())
                if (fact.event().paymentId().equals(back.event().paymentId())
                        && who.test(fact.event().payer()))
                    add(
                            "payment-reversal",
                            back,
                            signed(back.event().amount(), -sign),
                            back.event().reversedOn(),
                            back.event().reason(),
                            Map.of("paymentId", back.event().paymentId()));
    }

    private void expenses() {
        facts.spent().forEach(this::expense);
        for (var back : facts.expenseReversals())
            for (var fact : facts.spent())
                if (fact.event().expenseId().equals(back.event().expenseId()))
                    add(
                            "expense-reversal",
                            back,
                            fact.event().amount().negated(),
                            back.event().reversedOn(),
                            back.event().reason(),
                            Map.of("expenseId", back.event().expenseId()));
    }

    private void award(Applied part, int sign) {
        var award = part.award().event();
        var ids = ids(part.charge().event());
        ids.put("awardId", award.awardId());
        ids.put("fundId", award.fundId());
        add("award", part.award(), signed(part.amount(), sign), award.creditedOn(), null, ids);
    }

    private void paid(Paid part, int sign) {
        var payment = part.payment().event();
        var ids = ids(part.charge().event());
        ids.put("paymentId", payment.paymentId());
        add(
                "payment",
                part.payment(),
                signed(part.amount(), sign),
                payment.receivedOn(),
                null,
                ids);
    }

    private void payment(Recorded<PaymentPosted> fact, int sign) {
        var e = fact.event();
        var ids = Map.of("paymentId", e.paymentId());
        add("payment", fact, signed(e.amount(), sign), e.receivedOn(), null, ids);
    }

    private void kept(String kind, Recorded<PaymentPosted> fact, Money amount) {
        var e = fact.event();
        add(kind, fact, amount, e.receivedOn(), null, Map.of("paymentId", e.paymentId()));
    }

    private void refund(Recorded<RefundPosted> fact, int sign) {
        var e = fact.event();
        var ids = Map.of("paymentId", e.paymentId(), "refundId", e.refundId());
        add("refund", fact, signed(e.amount(), sign), e.refundedOn(), e.reason(), ids);
    }

    private void expense(Recorded<ExpenseRecorded> fact) {
        var e = fact.event();
        add("expense", fact, e.amount(), e.incurredOn(), null, Map.of("expenseId", e.expenseId()));
    }

    private void reimbursed(Reimbursed part) {
        var award = part.award().event();
        var ids =
                Map.of(
                        "awardId", award.awardId(),
                        "fundId", award.fundId(),
                        "expenseId", part.expense().event().expenseId());
        add("reimbursement", part.award(), part.amount().negated(), award.creditedOn(), null, ids);
    }

    private static Map<String, String> ids(ChargePosted charge) {
        var ids = new LinkedHashMap<String, String>();
        ids.put("chargeId", charge.chargeId());
        if (charge.enrollmentId() != null) ids.put("enrollmentId", charge.enrollmentId());
        if (charge.offeringId() != null) ids.put("offeringId", charge.offeringId());
        return ids;
    }

    private static Money signed(Money amount, int sign) {
        return sign < 0 ? amount.negated() : amount;
    }

    private void add(
            String kind,
            Recorded<?> fact,
            Money amount,
            LocalDate on,
            @Nullable String reason,
            Map<String, String> ids) {
        lines.add(
                new ExplanationLine(
                        fact.position(),
                        kind,
                        amount,
                        fact.who(),
                        fact.recordedAt(),
                        on,
                        reason,
                        ids));
    }
}
