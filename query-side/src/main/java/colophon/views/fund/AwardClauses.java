package colophon.views.fund;

import colophon.events.Recorded;
import colophon.events.account.ChargePosted;
import colophon.events.award.AwardAccepted;
import colophon.events.expense.ExpenseRecorded;
import colophon.events.ledger.Allocation;
import colophon.events.ledger.AwardCoverage;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;
import colophon.views.account.LedgerView;
import colophon.views.reading.ViewSnapshot;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Answers, clause by clause: what does this award pay, what does it not pay, and why? Every charge
 * and expense of the account with a net amount is in one of the lists, or in both.
 */
public record AwardClauses(List<Pays> pays, List<DoesNotPay> doesNotPay) {

    /**
     * What the award pays of one charge or expense; more than zero.
     *
     * @param what the kind of charge, or "expense"
     * @param id of the charge in its account, or of the expense
     */
    public record Pays(String what, String id, @Nullable String offeringId, Money amount) {}

    /**
     * What the award does not pay of one charge or expense.
     *
     * @param amount the part of the charge or expense that the award does not pay
     * @param reason the first that applies of "not-accepted", "ended", "late-fee", "not-covered",
     *     "expired" (charged or spent after the last day), "other-enrollment", "one-course" (such
     *     an award pays no expenses, and nothing without an enrollment), "paid-otherwise" (other
     *     awards or locked allocations pay it), "used-up"
     */
    public record DoesNotPay(
            String what, String id, @Nullable String offeringId, Money amount, String reason) {}

    /**
     * What an award pays on the account of its student; both lists are empty without an account.
     */
    public static AwardClauses of(ViewSnapshot views, Award award) {
        var key = Ledger.key(award.institutionId(), award.studentId());
        var facts = views.of(LedgerView.VIEW).get(key);
        if (facts == null) return new AwardClauses(List.of(), List.of());
        return of(award, facts, Allocation.of(facts));
    }

    /** What an award pays on this account. */
    static AwardClauses of(Award award, Ledger facts, Allocation allocation) {
        var pays = new ArrayList<Pays>();
        var not = new ArrayList<DoesNotPay>();
        for (var charge : facts.charges()) {
            var e = charge.event();
            var paid = paid(award, charge, allocation);
            if (paid.isPositive())
                pays.add(new Pays(e.kind().toString(), e.chargeId(), e.offeringId(), paid));
            var rest = facts.net(e).minus(paid);
            if (rest.isPositive())
                not.add(
                        new DoesNotPay(
                                e.kind().toString(),
                                e.chargeId(),
                                e.offeringId(),
                                rest,
                                why(award, e, facts, allocation)));
        }
        for (var expense : facts.expenses()) {
            var e = expense.event();
            var paid = zero(award);
            for (var part : allocation.reimbursed())
                if (part.expense() == expense && is(award, part.award().event()))
                    paid = paid.plus(part.amount());
            if (paid.isPositive())
                pays.add(new Pays("expense", e.expenseId(), e.offeringId(), paid));
            var rest = e.amount().minus(paid);
            if (rest.isPositive())
                not.add(
                        new DoesNotPay(
                                "expense",
                                e.expenseId(),
                                e.offeringId(),
                                rest,
                                why(award, e, facts, allocation)));
        }
        return new AwardClauses(List.copyOf(pays), List.copyOf(not));
    }

    private static String why(
            Award award, ChargePosted charge, Ledger facts, Allocation allocation) {
        var state = state(award);
        if (state != null) return state;
        var refusal = coverage(award, allocation).refusal(charge);
        if (refusal != null) return refusal.toString();
        return usedUp(award, facts, allocation) ? "used-up" : "paid-otherwise";
    }

    private static String why(
            Award award, ExpenseRecorded expense, Ledger facts, Allocation allocation) {
        var state = state(award);
        if (state != null) return state;
        var refusal = coverage(award, allocation).refusal(expense);
        if (refusal != null) return refusal.toString();
        if (usedUp(award, facts, allocation)) return "used-up";
        return allocation.reimbursed().stream()
                        .anyMatch(
                                part ->
                                        part.expense()
                                                .event()
                                                .expenseId()
                                                .equals(expense.expenseId()))
                ? "paid-otherwise"
                : "other-enrollment";
    }

    private static @Nullable String state(Award award) {
        if (award.accepted()) return null;
        return award.standing() ? "not-accepted" : "ended";
    }

    private static AwardCoverage coverage(Award award, Allocation allocation) {
        return new AwardCoverage(
                award.covers(),
                award.oneCourse(),
                enrollment(award, allocation),
                award.expiresOn());
    }

    /**
     * The only enrollment it may pay for, or null. A one-course award pays for one enrollment only.
     */
    private static @Nullable String enrollment(Award award, Allocation allocation) {
        if (award.enrollmentId() != null || !award.oneCourse()) return award.enrollmentId();
        for (var part : allocation.applied())
            if (is(award, part.award().event())) return part.charge().event().enrollmentId();
        return null;
    }

    private static boolean usedUp(Award award, Ledger facts, Allocation allocation) {
        for (var credit : facts.activeAwards())
            if (is(award, credit.event())) {
                var paid = allocation.paidBy(award.id());
                return paid != null && facts.worth(credit.event()).equals(paid);
            }
        return false;
    }

    private static Money paid(Award award, Recorded<ChargePosted> charge, Allocation allocation) {
        var paid = zero(award);
        for (var part : allocation.applied())
            if (part.charge() == charge && is(award, part.award().event()))
                paid = paid.plus(part.amount());
        return paid;
    }

    private static boolean is(Award award, AwardAccepted credit) {
        return credit.awardId().equals(award.id());
    }

    private static Money zero(Award award) {
        return Money.zero(award.amount().currency());
    }
}
