package colophon.events.ledger;

import colophon.events.Recorded;
import colophon.events.account.AccountEvent;
import colophon.events.account.AllocationLocked;
import colophon.events.account.AllocationUnlocked;
import colophon.events.account.ChargePosted;
import colophon.events.account.ChargeReversed;
import colophon.events.account.ChargeWrittenOff;
import colophon.events.account.PaymentPlanAgreed;
import colophon.events.account.PaymentPlanEnded;
import colophon.events.award.AwardAccepted;
import colophon.events.award.AwardEnded;
import colophon.events.award.AwardOffered;
import colophon.events.award.AwardReduced;
import colophon.events.expense.ExpenseRecorded;
import colophon.events.expense.ExpenseReversed;
import colophon.events.money.Money;
import colophon.events.payment.PaymentReceived;
import colophon.events.payment.PaymentRefunded;
import colophon.events.payment.PaymentReversed;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What happened to the account of one student at one institution, in the order of the log. {@link
 * Allocation} says which credit pays which charge.
 */
public record Ledger(
        String institutionId, String studentId, List<Recorded<AccountEvent>> postings) {

    /** The key of an account. It is unique, since ids contain no slash. */
    public static String key(String institutionId, String studentId) {
        return institutionId + "/" + studentId;
    }

    /** An account without postings. */
    public static Ledger empty(String institutionId, String studentId) {
        return new Ledger(institutionId, studentId, List.of());
    }

    /** The account after one more posting. */
    public Ledger with(Recorded<AccountEvent> posting) {
        return new Ledger(institutionId, studentId, and(postings, posting));
    }

    /** Every charge, as it was posted. */
    public List<Recorded<ChargePosted>> charges() {
        return of(postings, ChargePosted.class);
    }

    /** Every reversal of a charge. */
    public List<Recorded<ChargeReversed>> reversals() {
        return of(postings, ChargeReversed.class);
    }

    /** Every write-off of a charge. */
    public List<Recorded<ChargeWrittenOff>> writeOffs() {
        return of(postings, ChargeWrittenOff.class);
    }

    /** What is left of a charge after reversals and write-offs; may be zero. */
    public Money net(ChargePosted charge) {
        var left = charge.amount();
        for (var posting : postings)
            switch (posting.event()) {
                case ChargeReversed e when e.chargeId().equals(charge.chargeId()) ->
                        left = left.minus(e.amount());
                case ChargeWrittenOff e when e.chargeId().equals(charge.chargeId()) ->
                        left = left.minus(e.amount());
                default -> {}
            }
        return left;
    }

    /** Every award that was credited, ended or not. */
    public List<Recorded<AwardAccepted>> awards() {
        return of(postings, AwardAccepted.class);
    }

    /** The awards that still pay here, in the order of the log. */
    public List<Recorded<AwardAccepted>> activeAwards() {
        var awards = awards();
        if (awards.isEmpty()) return awards;
        var gone = of(postings, AwardEnded.class);
        return awards.stream()
                .filter(
                        award ->
                                gone.stream()
                                        .noneMatch(
                                                end ->
                                                        award.event()
                                                                .awardId()
                                                                .equals(end.event().awardId())))
                .toList();
    }

    /**
     * The most an award can pay in all: its credited amount, or what it was reduced to. Each
     * reduction is lower than the one before, so the lowest is also the last.
     */
    public Money worth(AwardAccepted award) {
        var worth = award.amount();
        for (var posting : postings)
            if (posting.event() instanceof AwardReduced e && e.awardId().equals(award.awardId()))
                worth = worth.min(e.amount());
        return worth;
    }

    /** The reductions of awards, in the order of the log. */
    public List<Recorded<AwardReduced>> reductions() {
        return inOrder(of(postings, AwardReduced.class));
    }

    /** The ids of awards, offered or accepted, that had not ended or expired before that day. */
    public Set<String> awardsHeld(LocalDate day) {
        var held = new HashSet<String>();
        for (var posting : postings)
            if (posting.event() instanceof AwardOffered e && !past(e.expiresOn(), day))
                held.add(e.awardId());
        for (var end : of(postings, AwardEnded.class)) held.remove(end.event().awardId());
        return held;
    }

    private static boolean past(@Nullable LocalDate expiresOn, LocalDate day) {
        return expiresOn != null && expiresOn.isBefore(day);
    }

    /** Every payment as it was posted, reversed ones included. */
    public List<Recorded<PaymentReceived>> received() {
        return of(postings, PaymentReceived.class);
    }

    /** The payments that count: all but the reversed ones. */
    public List<Recorded<PaymentReceived>> payments() {
        var payments = received();
        var reversed = paymentReversals();
        if (reversed.isEmpty()) return payments;
        return payments.stream()
                .filter(
                        payment ->
                                reversed.stream()
                                        .noneMatch(
                                                back ->
                                                        payment.event()
                                                                .paymentId()
                                                                .equals(back.event().paymentId())))
                .toList();
    }

    /** The reversals of payments. */
    public List<Recorded<PaymentReversed>> paymentReversals() {
        return of(postings, PaymentReversed.class);
    }

    /** Every refund. */
    public List<Recorded<PaymentRefunded>> refunds() {
        return of(postings, PaymentRefunded.class);
    }

    /** What is left of a payment after its refunds. */
    public Money net(PaymentReceived payment) {
        var left = payment.amount();
        for (var posting : postings)
            if (posting.event() instanceof PaymentRefunded e
                    && e.paymentId().equals(payment.paymentId())) left = left.minus(e.amount());
        return left.orZero();
    }

    /** The locks in force, in the order of the log. */
    public List<Recorded<AllocationLocked>> locks() {
        var locks = inOrder(of(postings, AllocationLocked.class));
        if (locks.isEmpty()) return locks;
        var open = of(postings, AllocationUnlocked.class);
        return locks.stream()
                .filter(
                        lock ->
                                open.stream()
                                        .noneMatch(
                                                gone ->
                                                        lock.event()
                                                                .lockId()
                                                                .equals(gone.event().lockId())))
                .toList();
    }

    /** The payment plan in force, or null. */
    public @Nullable Recorded<PaymentPlanAgreed> plan() {
        var plans = inOrder(of(postings, PaymentPlanAgreed.class));
        if (plans.isEmpty()) return null;
        var last = plans.getLast();
        for (var end : of(postings, PaymentPlanEnded.class))
            if (end.event().planId().equals(last.event().planId())) return null;
        return last;
    }

    /** Every expense as it was recorded, reversed ones included. */
    public List<Recorded<ExpenseRecorded>> spent() {
        return of(postings, ExpenseRecorded.class);
    }

    /** The reversals of expenses. */
    public List<Recorded<ExpenseReversed>> expenseReversals() {
        return of(postings, ExpenseReversed.class);
    }

    /** The expenses that count: all but the reversed ones. */
    public List<Recorded<ExpenseRecorded>> expenses() {
        var expenses = spent();
        var wrong = expenseReversals();
        if (wrong.isEmpty()) return expenses;
        return expenses.stream()
                .filter(
                        expense ->
                                wrong.stream()
                                        .noneMatch(
                                                back ->
                                                        expense.event()
                                                                .expenseId()
                                                                .equals(back.event().expenseId())))
                .toList();
    }

    @SuppressWarnings("unchecked") // the event of each is of that class
    private static <T> List<Recorded<T>> of(List<Recorded<AccountEvent>> facts, Class<T> kind) {
        var some = new ArrayList<Recorded<T>>();
        for (var fact : facts) if (kind.isInstance(fact.event())) some.add((Recorded<T>) fact);
        return some;
    }

    private static <T extends Recorded<?>> List<T> inOrder(List<T> facts) {
        return facts.stream().sorted(Recorded::compareToInLog).toList();
    }

    private static <T> List<T> and(List<T> some, T one) {
        var more = new ArrayList<T>(some.size() + 1);
        more.addAll(some);
        more.add(one);
        return List.copyOf(more);
    }
}
