package colophon.commands.withdrawal;

import static colophon.commands.Reason.OVERRIDE_EXCEEDS_LIMIT;

import static java.math.RoundingMode.HALF_UP;
import static java.util.Comparator.comparing;

import colophon.commands.Refusal;
import colophon.commands.enrollment.EnrollmentRequest.RefundOverride;
import colophon.events.account.AppliedTier;
import colophon.events.account.ChargeKind;
import colophon.events.account.ChargePosted;
import colophon.events.account.ChargeReversed;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;
import colophon.events.refund.RefundPolicy;
import colophon.events.refund.Tier;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Answers: how much of the charges of an enrollment is reversed when the student leaves?
 *
 * @param policy the policy frozen on the enrollment, or null for none
 * @param startsOn first day of the offering
 * @param since day of the enrollment
 * @param on the day of leaving, which decides the tier
 * @param byProgram true if the program cancels it, and everything is reversed
 * @param override what an administrator adds to the policy, or null
 */
record RefundCalculation(
        @Nullable RefundPolicy policy,
        LocalDate startsOn,
        LocalDate since,
        LocalDate on,
        boolean byProgram,
        @Nullable RefundOverride override) {

    /** Separates the reason of leaving from the reason of the override. */
    static final String BEYOND = " / beyond the policy: ";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** A cancellation by the program on that day. */
    static RefundCalculation cancelledOn(LocalDate on) {
        return new RefundCalculation(null, on, on, on, true, null);
    }

    /**
     * The reversal of each charge, each more than zero. What the override adds is a separate
     * reversal. Throws Refusal if the override is more than the policy allows.
     *
     * @param reason the reason of every posting
     */
    List<ChargeReversed> reversals(Ledger account, String enrollmentId, String reason) {
        var reversals = new ArrayList<ChargeReversed>();
        for (var refund : refunds(account, enrollmentId)) {
            if (refund.back().isPositive())
                reversals.add(reversal(refund.charge(), refund.back(), reason, refund.tier()));
            if (override != null && refund.added().isPositive())
                reversals.add(
                        reversal(
                                refund.charge(),
                                refund.added(),
                                reason + BEYOND + override.reason(),
                                null));
        }
        return reversals;
    }

    /**
     * What is refunded of each charge that has something left, and why. Throws Refusal as {@link
     * #reversals} does.
     */
    List<ChargeRefund> refunds(Ledger account, String enrollmentId) {
        var refunds = new ArrayList<ChargeRefund>();
        for (var fact : account.charges()) {
            var charge = fact.event();
            if (!enrollmentId.equals(charge.enrollmentId())) continue;
            var net = account.net(charge);
            if (net.isPositive()) refunds.add(refund(charge, net));
        }
        // The fee and an override apply to the tuition first, even if another charge is older.
        refunds.sort(comparing(refund -> refund.charge().kind()));
        if (policy != null && policy.fee() != null && !byProgram) keep(policy.fee(), refunds);
        if (override != null) add(override, refunds);
        return refunds;
    }

    private ChargeRefund refund(ChargePosted charge, Money net) {
        var none = Money.zero(net.currency());
        var tier = byProgram || policy == null ? null : tier(policy, charge.kind());
        if (tier != null)
            return new ChargeRefund(
                    charge,
                    net,
                    percent(tier.percent(), net),
                    none,
                    new AppliedTier(tier.percent(), until(tier)));
        var all = byProgram || (policy == null && on.isBefore(startsOn));
        return new ChargeRefund(charge, net, all ? net : none, none, null);
    }

    /** The first tier that is not over; null if there is none or the kind is not refundable. */
    private @Nullable Tier tier(RefundPolicy terms, ChargeKind kind) {
        if (terms.nonRefundable().contains(kind)) return null;
        for (var tier : terms.tiers())
            if ((tier.of().isEmpty() || tier.of().contains(kind)) && !on.isAfter(until(tier)))
                return tier;
        return null;
    }

    /** The last day of a tier, inclusive. */
    private LocalDate until(Tier tier) {
        return tier.until() != null
                ? startsOn.plus(tier.until())
                : since.plusDays(Objects.requireNonNull(tier.withinDays()));
    }

    private static void keep(Money fee, List<ChargeRefund> refunds) {
        var left = fee;
        for (int i = 0; i < refunds.size(); i++) {
            var refund = refunds.get(i);
            var part = refund.back().min(left);
            refunds.set(i, refund.withBack(refund.back().minus(part)));
            left = left.minus(part);
        }
    }

    private void add(RefundOverride more, List<ChargeRefund> refunds) {
        if (refunds.isEmpty()) throw tooMuch("There is no charge to refund.");
        var zero = Money.zero(refunds.getFirst().net().currency());
        var charged = zero;
        var kept = zero;
        for (var refund : refunds) {
            charged = charged.plus(refund.net());
            kept = kept.plus(refund.net()).minus(refund.back());
        }
        var percentage = policy == null ? 0 : policy.overrideUpTo();
        var limit = percent(percentage, charged);
        var asked =
                more.amount() != null
                        ? more.amount()
                        : percent(Objects.requireNonNull(more.percent()), charged).min(kept);
        if (more.percent() != null && more.percent() > percentage)
            throw tooMuch(more.percent() + " percent are more than " + percentage + ".");
        if (asked.compareTo(limit) > 0)
            throw tooMuch(asked + " is more than " + percentage + " percent, " + limit + ".");
        if (asked.compareTo(kept) > 0 || kept.isZero())
            throw tooMuch("Only " + kept + " is left to refund.");
        for (int i = 0; i < refunds.size(); i++) {
            var refund = refunds.get(i);
            var part = refund.net().minus(refund.back()).min(asked);
            refunds.set(i, refund.withAdded(part));
            asked = asked.minus(part);
        }
    }

    /** Rounds half a cent in favor of the student. */
    private static Money percent(int percent, Money of) {
        return new Money(
                of.amount()
                        .multiply(BigDecimal.valueOf(percent))
                        .divide(HUNDRED, of.amount().scale(), HALF_UP),
                of.currency());
    }

    private ChargeReversed reversal(
            ChargePosted charge, Money amount, String reason, @Nullable AppliedTier tier) {
        return new ChargeReversed(
                charge.institutionId(),
                charge.studentId(),
                charge.chargeId(),
                amount,
                reason,
                tier,
                on);
    }

    private static Refusal tooMuch(String detail) {
        return new Refusal(OVERRIDE_EXCEEDS_LIMIT, detail);
    }
}
