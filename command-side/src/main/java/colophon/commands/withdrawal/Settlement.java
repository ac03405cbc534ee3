package colophon.commands.withdrawal;

import colophon.commands.enrollment.Enrollment;
import colophon.events.account.AppliedTier;
import colophon.events.account.ChargeKind;
import colophon.events.account.ChargePosted;
import colophon.events.account.ChargeReversed;
import colophon.events.award.AwardEnded;
import colophon.events.award.AwardReduced;
import colophon.events.enrollment.EnrollmentState;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;
import colophon.events.payment.Payer;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Answers: what were the financial effects of leaving? It is read from the postings, so that a
 * repeated request gets the same answer long after.
 *
 * @param charged what was charged for the enrollment when the student left
 * @param givenBack the part of it that was reversed
 * @param kept the part that stays charged
 * @param charges what was reversed of each charge, and the tier that decided it
 * @param refund all refunds to payers together
 * @param policyVersion version of the frozen refund policy, or null for none
 */
record Settlement(
        String enrollmentId,
        EnrollmentState status,
        Money charged,
        Money givenBack,
        Money kept,
        List<ChargeGivenBack> charges,
        List<RefundToPayer> refunds,
        List<ReturnToFund> awards,
        Money refund,
        @Nullable Integer policyVersion,
        LocalDate effectiveOn) {

    /** Longest enrollment id that still leaves room for the suffix of a refund id. */
    private static final int ROOM = 50;

    /**
     * The part of a charge that was reversed; more than zero.
     *
     * @param tier the tier of the refund policy that decided it; null if none did
     */
    record ChargeGivenBack(
            String chargeId, ChargeKind kind, Money amount, @Nullable AppliedTier tier) {}

    /** A refund of a payment to its payer. */
    record RefundToPayer(String paymentId, String refundId, Payer payer, Money amount) {}

    /**
     * The part of an award that went back to its fund.
     *
     * @param clause the term of the award that sends it back
     */
    record ReturnToFund(String awardId, String fundId, Money amount, String clause) {

        /** The award could pay for this enrollment only, and paid no more than stays charged. */
        static ReturnToFund of(String awardId, String fundId, Money amount) {
            return new ReturnToFund(awardId, fundId, amount, "only-for-this-enrollment");
        }
    }

    static Settlement of(Enrollment.Departed left, Ledger account, Money zero) {
        var id = left.details().enrollmentId();
        var terms = left.terms();
        var since = lastBill(account, id);
        var charges = new HashMap<String, ChargePosted>();
        var kept = zero;
        for (var charge : account.charges())
            if (id.equals(charge.event().enrollmentId())) {
                charges.put(charge.event().chargeId(), charge.event());
                kept = kept.plus(account.net(charge.event()));
            }
        var givenBack = zero;
        var reversed = new ArrayList<ChargeGivenBack>();
        for (var fact : account.reversals()) {
            var reversal = fact.event();
            var charge = charges.get(reversal.chargeId());
            if (fact.position() <= since || charge == null || !isOf(left, reversal)) continue;
            givenBack = givenBack.plus(reversal.amount());
            reversed.add(
                    new ChargeGivenBack(
                            charge.chargeId(), charge.kind(), reversal.amount(), reversal.tier()));
        }
        var refunds = refunds(left, account);
        var refund = zero;
        for (var one : refunds) refund = refund.plus(one.amount());
        return new Settlement(
                id,
                left.status(),
                givenBack.plus(kept),
                givenBack,
                kept,
                reversed,
                refunds,
                awards(left, account, since),
                refund,
                terms == null ? null : terms.version(),
                left.on());
    }

    /** The unique id of the {@code n}th refund of this leaving, counted from 1. */
    static String refundId(Enrollment.Known enrollment, int n) {
        return prefix(enrollment) + n;
    }

    private static String prefix(Enrollment.Known enrollment) {
        var id = enrollment.details().enrollmentId();
        var base =
                id.length() <= ROOM
                        ? id
                        : UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
        return base + ".w" + enrollment.base().bills() + ".";
    }

    private static boolean isOf(Enrollment.Departed left, ChargeReversed reversal) {
        return reversal.reversedOn().equals(left.on())
                && (reversal.reason().equals(left.reason())
                        || reversal.reason().startsWith(left.reason() + RefundCalculation.BEYOND));
    }

    /** Position of the last charge of the course; postings before it belong to an earlier stay. */
    private static long lastBill(Ledger account, String enrollmentId) {
        long last = 0;
        for (var charge : account.charges())
            if (enrollmentId.equals(charge.event().enrollmentId())
                    && charge.event().kind().isTuition()) last = Math.max(last, charge.position());
        return last;
    }

    private static List<RefundToPayer> refunds(Enrollment.Departed left, Ledger account) {
        var ours = Pattern.compile(Pattern.quote(prefix(left)) + "\\d+");
        var refunds = new ArrayList<RefundToPayer>();
        for (var fact : account.refunds()) {
            var refund = fact.event();
            if (ours.matcher(refund.refundId()).matches())
                refunds.add(
                        new RefundToPayer(
                                refund.paymentId(),
                                refund.refundId(),
                                refund.payer(),
                                refund.amount()));
        }
        return refunds;
    }

    private static List<ReturnToFund> awards(Enrollment.Departed left, Ledger account, long since) {
        var back = new ArrayList<ReturnToFund>();
        for (var fact : account.postings())
            if (fact.position() > since)
                switch (fact.event()) {
                    case AwardReduced e when e.reason().equals(left.reason()) ->
                            back.add(ReturnToFund.of(e.awardId(), e.fundId(), e.returned()));
                    case AwardEnded e when e.reason().equals(left.reason()) ->
                            back.add(ReturnToFund.of(e.awardId(), e.fundId(), e.returned()));
                    default -> {}
                }
        return back;
    }
}
