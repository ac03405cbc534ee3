package colophon.views.account;

import colophon.events.Recorded;
import colophon.events.account.AwardCredited;
import colophon.events.account.PaymentPosted;
import colophon.events.account.RefundPosted;
import colophon.events.ledger.Allocation;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;
import colophon.events.payment.Payer;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Answers: what does it cost, what is paid, what is owed? Holds every figure of one account on one
 * day.
 *
 * @param outOfPocketToCertificate null when something is still needed and its price is unknown
 */
public record Balances(
        Money grossTuition,
        Money fees,
        Money awardsApplied,
        Money netTuition,
        ByPayer paymentsReceived,
        ByPayer refundsPaid,
        Due balanceDue,
        Money creditBalance,
        Money anticipatedAid,
        Money indirectCosts,
        Money outOfPocketToDate,
        Money outOfPocketCommitted,
        @Nullable Money outOfPocketToCertificate) {

    /**
     * What is owed. {@code dueNow} is due on or before the day asked about, {@code pastDue} is the
     * part of it that was due before that day, {@code future} is the rest.
     */
    public record Due(Money total, Money dueNow, Money pastDue, Money future) {}

    /** A sum, and its parts by payer. Payers without an amount are left out. */
    public record ByPayer(BigDecimal amount, Currency currency, Map<Payer, Money> byPayer) {

        static ByPayer of(Map<Payer, Money> parts, Currency currency) {
            var sum = sum(new ArrayList<>(parts.values()), part -> part, currency);
            return new ByPayer(sum.amount(), currency, parts);
        }

        Money of(Payer payer) {
            return byPayer.getOrDefault(payer, Money.zero(currency));
        }

        Money total() {
            return new Money(amount, currency);
        }
    }

    /**
     * The figures of an account.
     *
     * @param today the day asked about, at the institution
     */
    public static Balances of(
            Ledger facts, Allocation allocation, Currency currency, LocalDate today) {
        var gross = Money.zero(currency);
        var fees = gross;
        for (var charge : facts.charges()) {
            var net = facts.net(charge.event());
            if (charge.event().kind().isTuition()) gross = gross.plus(net);
            else fees = fees.plus(net);
        }
        var applied = sum(allocation.applied(), part -> part.amount(), currency);
        var toTuition =
                sum(
                        allocation.applied(),
                        part ->
                                part.charge().event().kind().isTuition()
                                        ? part.amount()
                                        : Money.zero(currency),
                        currency);
        var expenses = sum(facts.expenses(), expense -> expense.event().amount(), currency);
        var reimbursed = sum(allocation.reimbursed(), part -> part.amount(), currency);
        var payments =
                byPayer(facts.payments(), PaymentPosted::payer, PaymentPosted::amount, currency);
        var refunds = byPayer(facts.refunds(), RefundPosted::payer, RefundPosted::amount, currency);
        var netCharges = gross.plus(fees).minus(applied);
        var paidBySelf = payments.of(Payer.SELF).minus(refunds.of(Payer.SELF));
        var paidByOthers = payments.total().minus(refunds.total()).minus(paidBySelf);
        var ownExpenses = expenses.minus(reimbursed);
        var committed = netCharges.minus(paidByOthers.min(netCharges)).plus(ownExpenses);
        return new Balances(
                gross,
                fees,
                applied,
                gross.minus(toTuition).orZero(),
                payments,
                refunds,
                due(DueAmounts.of(facts, allocation), currency, today),
                sum(allocation.credit(), part -> part.amount(), currency),
                sum(
                        facts.activeAwards(),
                        award -> anticipated(award.event(), facts, allocation),
                        currency),
                expenses,
                paidBySelf.plus(ownExpenses),
                committed,
                committed);
    }

    /** These figures with the price of finishing the certificates, null if it is unknown. */
    public Balances toCertificate(@Nullable Money amount) {
        return new Balances(
                grossTuition,
                fees,
                awardsApplied,
                netTuition,
                paymentsReceived,
                refundsPaid,
                balanceDue,
                creditBalance,
                anticipatedAid,
                indirectCosts,
                outOfPocketToDate,
                outOfPocketCommitted,
                amount);
    }

    /** What an accepted award may still pay. A one-course award that has paid pays nothing more. */
    public static Money anticipated(AwardCredited award, Ledger facts, Allocation allocation) {
        var paid = allocation.paidBy(award.awardId());
        var worth = facts.worth(award);
        if (paid == null) return worth;
        return award.oneCourse() ? worth.minus(worth) : worth.minus(paid).orZero();
    }

    private static Due due(DueAmounts dues, Currency currency, LocalDate today) {
        var total = Money.zero(currency);
        var now = total;
        var past = total;
        for (var part : dues.parts()) {
            total = total.plus(part.amount());
            if (!part.dueOn().isAfter(today)) now = now.plus(part.amount());
            if (part.dueOn().isBefore(today)) past = past.plus(part.amount());
        }
        return new Due(total, now, past, total.minus(now));
    }

    private static <E> ByPayer byPayer(
            List<Recorded<E>> facts,
            Function<E, Payer> payer,
            Function<E, Money> amount,
            Currency currency) {
        var parts = new EnumMap<Payer, Money>(Payer.class);
        for (var fact : facts)
            parts.merge(payer.apply(fact.event()), amount.apply(fact.event()), Money::plus);
        return ByPayer.of(parts, currency);
    }

    private static <T> Money sum(List<T> parts, Function<T, Money> amount, Currency currency) {
        var sum = Money.zero(currency);
        for (var part : parts) sum = sum.plus(amount.apply(part));
        return sum;
    }
}
