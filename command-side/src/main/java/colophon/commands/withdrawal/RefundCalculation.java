package colophon.commands.withdrawal;

import static colophon.commands.Reason.OVERRIDE_EXCEEDS_LIMIT;

import static java.math.RoundingMode.HALF_UP;
import static java.util.Comparator.comparing;

import colophon.commands.Refusal;
import colophon.commands.enrollment.EnrollmentRequest.RefundOverride;
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
import java.time.temporal.ChronoUnit;
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
        var shares = new ArrayList<RefundShare>();
        for (var fact : account.charges()) {
            var charge = fact.event();
            if (!enrollmentId.equals(charge.enrollmentId())) continue;
            var net = account.net(charge);
            if (net.isPositive()) shares.add(new RefundShare(charge, net, back(charge, net)));
        }
        // The fee and an override apply to the tuition first, even if another charge is older.
        shares.sort(comparing(share -> share.charge.kind()));
        if (policy != null && policy.fee() != null && !byProgram) keep(policy.fee(), shares);
        if (override != null) add(override, shares);
        var reversals = new ArrayList<ChargeReversed>();
        for (var share : shares) {
            if (share.back.isPositive()) reversals.add(reversal(share.charge, share.back, reason));
            if (override != null && share.added.isPositive())
                reversals.add(
                        reversal(share.charge, share.added, reason + BEYOND + override.reason()));
        }
        return reversals;
    }

    private Money back(ChargePosted charge, Money net) {
        var none = Money.zero(net.currency());
        if (byProgram) return net;
        if (policy == null) return on.isBefore(startsOn) ? net : none;
        if (policy.nonRefundable().contains(charge.kind())) return none;
        for (var tier : policy.tiers())
            if (fits(tier, charge.kind())) return percent(tier.percent(), net);
        return none;
    }

    private boolean fits(Tier tier, ChargeKind kind) {
        if (!tier.of().isEmpty() && !tier.of().contains(kind)) return false;
        if (tier.until() != null) return !on.isAfter(startsOn.plus(tier.until()));
        return ChronoUnit.DAYS.between(since, on) <= Objects.requireNonNull(tier.withinDays());
    }

    private static void keep(Money fee, List<RefundShare> shares) {
        var left = fee;
        for (var share : shares) {
            var part = share.back.min(left);
            share.back = share.back.minus(part);
            left = left.minus(part);
        }
    }

    private void add(RefundOverride more, List<RefundShare> shares) {
        if (shares.isEmpty()) throw tooMuch("There is no charge to refund.");
        var zero = Money.zero(shares.getFirst().net.currency());
        var charged = zero;
        var kept = zero;
        for (var share : shares) {
            charged = charged.plus(share.net);
            kept = kept.plus(share.net).minus(share.back);
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
        for (var share : shares) {
            share.added = share.net.minus(share.back).min(asked);
            asked = asked.minus(share.added);
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

    private ChargeReversed reversal(ChargePosted charge, Money amount, String reason) {
        return new ChargeReversed(
                charge.institutionId(), charge.studentId(), charge.chargeId(), amount, reason, on);
    }

    private static Refusal tooMuch(String detail) {
        return new Refusal(OVERRIDE_EXCEEDS_LIMIT, detail);
    }

    /** A charge, what is left of it, and how much of that is reversed. */
    private static final class RefundShare {
        final ChargePosted charge;
        final Money net;
        Money back;
        Money added;

        RefundShare(ChargePosted charge, Money net, Money back) {
            this.charge = charge;
            this.net = net;
            this.back = back;
            this.added = Money.zero(net.currency());
        }
    }
}
