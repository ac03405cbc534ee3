package colophon.commands.withdrawal;

import colophon.commands.enrollment.Enrollment;
import colophon.events.Recorded;
import colophon.events.account.AccountEvent;
import colophon.events.account.AwardCreditReduced;
import colophon.events.account.AwardCredited;
import colophon.events.account.AwardPromised;
import colophon.events.account.AwardWithdrawn;
import colophon.events.account.ChargePosted;
import colophon.events.account.ChargeReversed;
import colophon.events.account.RefundPosted;
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
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Answers: what were the financial effects of leaving? It is read from the postings, so that a
 * repeated request gets the same answer long after.
 *
 * @param charged what was charged for the enrollment when the student left
 * @param givenBack the part of it that was reversed
 * @param kept the part that stays charged
 * @param refund all refunds to payers together
 * @param policyVersion version of the frozen refund policy, or null for none
 */
record Settlement(
        String enrollmentId,
        EnrollmentState status,
        Money charged,
        Money givenBack,
        Money kept,
        List<RefundToPayer> refunds,
        List<ReturnToFund> awards,
        Money refund,
        @Nullable Integer policyVersion,
        LocalDate effectiveOn) {

    /** Longest enrollment id that still leaves room for the suffix of a refund id. */
    private static final int ROOM = 50;

    /** A refund of a payment to its payer. */
    record RefundToPayer(String paymentId, String refundId, Payer payer, Money amount) {}

    /** The part of an award that went back to its fund. */
    record ReturnToFund(String awardId, String fundId, Money amount) {}

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
        for (var fact : account.reversals()) {
            var reversal = fact.event();
            if (fact.position() > since
                    && charges.containsKey(reversal.chargeId())
                    && isOf(left, reversal)) givenBack = givenBack.plus(reversal.amount());
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
            RefundPosted refund = fact.event();
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
        Map<String, AmountOfFund> held = new HashMap<>();
        var back = new ArrayList<ReturnToFund>();
        for (Recorded<AccountEvent> fact : account.postings()) {
            var ours = fact.position() > since;
            switch (fact.event()) {
                case AwardPromised e ->
                        held.put(e.awardId(), new AmountOfFund(e.fundId(), e.amount()));
                case AwardCredited e ->
                        held.put(e.awardId(), new AmountOfFund(e.fundId(), e.amount()));
                case AwardCreditReduced e -> {
                    var before = held.put(e.awardId(), held(held, e.awardId(), e.amount()));
                    if (ours && before != null && e.reason().equals(left.reason()))
                        back.add(
                                new ReturnToFund(
                                        e.awardId(),
                                        before.fundId(),
                                        before.amount().minus(e.amount())));
                }
                case AwardWithdrawn e -> {
                    var before = held.remove(e.awardId());
                    if (ours && before != null && e.reason().equals(left.reason()))
                        back.add(new ReturnToFund(e.awardId(), before.fundId(), before.amount()));
                }
                default -> {}
            }
        }
        return back;
    }

    private static AmountOfFund held(Map<String, AmountOfFund> held, String awardId, Money amount) {
        var before = held.get(awardId);
        return new AmountOfFund(before == null ? "" : before.fundId(), amount);
    }

    private record AmountOfFund(String fundId, Money amount) {}
}
