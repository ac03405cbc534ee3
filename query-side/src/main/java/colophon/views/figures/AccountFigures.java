package colophon.views.figures;

import static java.util.Comparator.comparing;

import colophon.events.Recorded;
import colophon.events.account.ChargeKind;
import colophon.events.account.ChargePosted;
import colophon.events.award.AwardAccepted;
import colophon.events.ledger.Allocation;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;
import colophon.events.payment.Payer;
import colophon.events.payment.PaymentReceived;
import colophon.views.account.DueAmounts;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Answers: what is each figure of an account on one day? A figure is the sum of its lines, and this
 * is the only place that says which lines these are. {@link Balances} shows the sums, the
 * explanation of a figure shows the lines.
 */
public final class AccountFigures {

    private final Ledger facts;
    private final Allocation allocation;
    private final DueAmounts dueAmounts;
    private final Currency currency;
    private final LocalDate today;
    private final Supplier<@Nullable List<FigureLine>> toFinish;

    private AccountFigures(
            Ledger facts,
            Allocation allocation,
            Currency currency,
            LocalDate today,
            Supplier<@Nullable List<FigureLine>> toFinish) {
        this.facts = facts;
        this.allocation = allocation;
        this.dueAmounts = DueAmounts.of(facts, allocation);
        this.currency = currency;
        this.today = today;
        this.toFinish = toFinish;
    }

    /**
     * The figures of an account.
     *
     * @param today the day asked about, at the institution
     * @param toFinish gives the lines of the cost to finish the certificates, null if it is
     *     unknown; asked only where a figure needs it
     */
    public static AccountFigures of(
            Ledger facts,
            Currency currency,
            LocalDate today,
            Supplier<@Nullable List<FigureLine>> toFinish) {
        return new AccountFigures(facts, Allocation.of(facts), currency, today, toFinish);
    }

    /** The sum of lines, zero if there is none. */
    public Money sum(List<FigureLine> lines) {
        var sum = Money.zero(currency);
        for (var line : lines) sum = sum.plus(line.amount());
        return sum;
    }

    List<FigureLine> grossTuition() {
        return charges(ChargeKind::isTuition);
    }

    List<FigureLine> fees() {
        return charges(kind -> !kind.isTuition());
    }

    List<FigureLine> awardsApplied() {
        return awards(_ -> true);
    }

    List<FigureLine> netTuition() {
        return and(
                grossTuition(),
                FigureLine.negated(awards(charge -> charge.event().kind().isTuition())));
    }

    /** Everything that was charged, less what was reversed or written off of it. */
    public List<FigureLine> charged() {
        return charges(_ -> true);
    }

    private List<FigureLine> netCharges() {
        return and(charged(), FigureLine.negated(awardsApplied()));
    }

    /** What all payers paid, less what was reversed. */
    public List<FigureLine> paymentsReceived() {
        return payments(_ -> true);
    }

    List<FigureLine> payments(Predicate<Payer> who) {
        var lines = new ArrayList<FigureLine>();
        for (var fact : facts.received())
            if (who.test(fact.event().payer())) lines.add(FigureLine.payment(fact));
        for (var back : facts.paymentReversals())
            for (var fact : facts.received())
                if (fact.event().paymentId().equals(back.event().paymentId())
                        && who.test(fact.event().payer())) lines.add(FigureLine.reversal(back));
        return lines;
    }

    /** What went back to all payers. */
    public List<FigureLine> refundsPaid() {
        return refunds(_ -> true);
    }

    List<FigureLine> refunds(Predicate<Payer> who) {
        return facts.refunds().stream()
                .filter(fact -> who.test(fact.event().payer()))
                .map(FigureLine::refund)
                .toList();
    }

    List<FigureLine> balanceDue() {
        return and(
                netCharges(),
                FigureLine.negated(paymentsReceived()),
                refundsPaid(),
                allocation.credit().stream()
                        .map(left -> FigureLine.payment("credit", left.payment(), left.amount()))
                        .toList());
    }

    List<FigureLine> dueNow() {
        return due(dueOn -> !dueOn.isAfter(today));
    }

    List<FigureLine> pastDue() {
        return due(dueOn -> dueOn.isBefore(today));
    }

    List<FigureLine> dueLater() {
        return due(dueOn -> dueOn.isAfter(today));
    }

    /**
     * Charges on their own due days, with what reduces and pays them; those under a payment plan by
     * their instalments.
     */
    private List<FigureLine> due(Predicate<LocalDate> when) {
        var plan = facts.plan();
        Predicate<Recorded<ChargePosted>> own =
                charge ->
                        when.test(charge.event().dueOn())
                                && (plan == null || charge.compareToInLog(plan) > 0);
        return and(
                charged(own),
                FigureLine.negated(awards(own)),
                allocation.paid().stream()
                        .filter(part -> own.test(part.charge()))
                        .map(part -> FigureLine.paid(part).negated())
                        .toList(),
                dueAmounts.parts().stream()
                        .filter(part -> when.test(part.dueOn()))
                        .map(FigureLine::planned)
                        .flatMap(Stream::ofNullable)
                        .toList());
    }

    List<FigureLine> creditBalance() {
        var lines = new ArrayList<FigureLine>();
        for (var left : allocation.credit()) {
            lines.add(FigureLine.payment(left.payment()));
            for (var refund : facts.refunds())
                if (refund.event().paymentId().equals(left.payment().event().paymentId()))
                    lines.add(FigureLine.refund(refund).negated());
            for (var part : allocation.paid())
                if (part.payment() == left.payment()) lines.add(FigureLine.paid(part).negated());
        }
        return lines;
    }

    /** What accepted awards may still pay. A one-course award that has paid pays nothing more. */
    List<FigureLine> anticipatedAid() {
        var lines = new ArrayList<FigureLine>();
        for (var award : facts.activeAwards()) {
            var left = new ArrayList<FigureLine>();
            left.add(FigureLine.award(award));
            left.addAll(reductions(award));
            for (var part : allocation.applied())
                if (part.award() == award) left.add(FigureLine.award(part).negated());
            for (var part : allocation.reimbursed())
                if (part.award() == award) left.add(FigureLine.reimbursement(part));
            var used = allocation.paidBy(award.event().awardId()) != null;
            if (sum(left).isPositive() && !(used && award.event().oneCourse())) lines.addAll(left);
        }
        return lines;
    }

    /** The reductions of an award since it was accepted, one by one. */
    private List<FigureLine> reductions(Recorded<AwardAccepted> award) {
        var lines = new ArrayList<FigureLine>();
        for (var fact : facts.reductions())
            if (fact.event().awardId().equals(award.event().awardId())
                    && fact.compareToInLog(award) > 0) lines.add(FigureLine.reduction(fact));
        return lines;
    }

    List<FigureLine> indirectCosts() {
        var lines = new ArrayList<FigureLine>();
        for (var fact : facts.spent()) lines.add(FigureLine.expense(fact));
        for (var back : facts.expenseReversals())
            for (var fact : facts.spent())
                if (fact.event().expenseId().equals(back.event().expenseId()))
                    lines.add(FigureLine.reversal(back, fact.event()));
        return lines;
    }

    /** Expenses, less what awards reimburse of them. */
    private List<FigureLine> ownExpenses() {
        return and(
                indirectCosts(),
                allocation.reimbursed().stream().map(FigureLine::reimbursement).toList());
    }

    List<FigureLine> outOfPocketToDate() {
        return and(
                payments(payer -> payer == Payer.SELF),
                FigureLine.negated(refunds(payer -> payer == Payer.SELF)),
                ownExpenses());
    }

    List<FigureLine> outOfPocketCommitted() {
        var netCharges = netCharges();
        var byOthers =
                and(
                        payments(payer -> payer != Payer.SELF),
                        FigureLine.negated(refunds(payer -> payer != Payer.SELF)));
        return and(
                netCharges,
                FigureLine.negated(byOthers),
                unused(sum(byOthers).minus(sum(netCharges)).orZero()),
                ownExpenses());
    }

    /**
     * Other payers may have paid more than the net charges. The payments received last are then
     * unused.
     */
    private List<FigureLine> unused(Money excess) {
        var lines = new ArrayList<FigureLine>();
        if (excess.isZero()) return lines;
        var latestFirst =
                facts.payments().stream()
                        .filter(fact -> fact.event().payer() != Payer.SELF)
                        .sorted(
                                comparing((Recorded<PaymentReceived> p) -> p.event().receivedOn())
                                        .thenComparing(Recorded::compareToInLog)
                                        .reversed())
                        .toList();
        var left = excess;
        for (var fact : latestFirst) {
            var part = facts.net(fact.event()).min(left);
            left = left.minus(part);
            if (part.isPositive()) lines.add(FigureLine.payment("unused", fact, part));
        }
        return lines;
    }

    /** What is committed, and what is still to come; null if the cost to finish is unknown. */
    @Nullable List<FigureLine> outOfPocketToCertificate() {
        var still = toFinish.get();
        return still == null ? null : and(outOfPocketCommitted(), still);
    }

    private List<FigureLine> charges(Predicate<ChargeKind> which) {
        return charged(charge -> which.test(charge.event().kind()));
    }

    /** Charges, each followed by its reversals and write-offs. */
    private List<FigureLine> charged(Predicate<Recorded<ChargePosted>> which) {
        var lines = new ArrayList<FigureLine>();
        for (var fact : facts.charges()) {
            if (!which.test(fact)) continue;
            var charge = fact.event();
            lines.add(FigureLine.charge(fact));
            for (var back : facts.reversals())
                if (back.event().chargeId().equals(charge.chargeId()))
                    lines.add(FigureLine.reversal(back, charge));
            for (var gone : facts.writeOffs())
                if (gone.event().chargeId().equals(charge.chargeId()))
                    lines.add(FigureLine.writeOff(gone, charge));
        }
        return lines;
    }

    private List<FigureLine> awards(Predicate<Recorded<ChargePosted>> which) {
        return allocation.applied().stream()
                .filter(part -> which.test(part.charge()))
                .map(FigureLine::award)
                .toList();
    }

    @SafeVarargs
    private static List<FigureLine> and(List<FigureLine>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }
}
