package colophon.events.ledger;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import colophon.events.Recorded;
import colophon.events.account.AllocationLocked;
import colophon.events.account.ChargePosted;
import colophon.events.award.AwardAccepted;
import colophon.events.expense.ExpenseRecorded;
import colophon.events.money.Money;
import colophon.events.payment.PaymentReceived;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Answers: which credit pays which charge? It is computed anew from all facts of an account, so
 * their order of arrival never matters.
 *
 * @param applied which award pays how much of which charge
 * @param reimbursed which award reimburses how much of which expense
 * @param paid which payment, net of its refunds, pays how much of which charge
 * @param credit what payments have left
 * @param open what is unpaid of charges, oldest first
 */
public record Allocation(
        List<Applied> applied,
        List<Reimbursed> reimbursed,
        List<Paid> paid,
        List<Credit> credit,
        List<Open> open) {

    /** A part of a charge that an award pays; more than zero. */
    public record Applied(
            Recorded<AwardAccepted> award, Recorded<ChargePosted> charge, Money amount) {}

    /** A part of an expense that an award reimburses; more than zero. */
    public record Reimbursed(
            Recorded<AwardAccepted> award, Recorded<ExpenseRecorded> expense, Money amount) {}

    /** A part of a charge that a payment pays; more than zero. */
    public record Paid(
            Recorded<PaymentReceived> payment, Recorded<ChargePosted> charge, Money amount) {}

    /** The part of a payment that pays no charge; more than zero. */
    public record Credit(Recorded<PaymentReceived> payment, Money amount) {}

    /** The unpaid part of a charge; more than zero. */
    public record Open(Recorded<ChargePosted> charge, Money amount) {}

    private static final Comparator<Recorded<?>> LOG = Recorded::compareToInLog;

    private static final Comparator<Recorded<AwardAccepted>> AWARDS =
            comparing((Recorded<AwardAccepted> award) -> award.event().enrollmentId() == null)
                    .thenComparing(award -> award.event().expiresOn(), nullsLast(naturalOrder()))
                    .thenComparing(LOG);

    /** Computes which credit pays which charge. */
    public static Allocation of(Ledger ledger) {
        return new Working(ledger).allocate();
    }

    /** What an award pays of charges and expenses together; null if it pays nothing. */
    public @Nullable Money paidBy(String awardId) {
        Money sum = null;
        for (var part : applied)
            if (part.award().event().awardId().equals(awardId)) sum = plus(sum, part.amount());
        for (var part : reimbursed)
            if (part.award().event().awardId().equals(awardId)) sum = plus(sum, part.amount());
        return sum;
    }

    private static Money plus(@Nullable Money sum, Money amount) {
        return sum == null ? amount : sum.plus(amount);
    }

    /** A charge or expense and its unpaid part. */
    private static final class Unpaid<E> {
        final Recorded<E> fact;
        Money left;

        Unpaid(Recorded<E> fact, Money amount) {
            this.fact = fact;
            this.left = amount;
        }

        Money take(Money offered) {
            var part = left.min(offered);
            left = left.minus(part);
            return part;
        }
    }

    private static final class Working {

        private final Ledger ledger;
        private final List<Unpaid<ChargePosted>> charges;
        private final List<Unpaid<ExpenseRecorded>> expenses;
        private final List<Applied> applied = new ArrayList<>();
        private final List<Reimbursed> reimbursed = new ArrayList<>();
        private final List<Paid> paid = new ArrayList<>();
        private final List<Credit> credit = new ArrayList<>();

        /** What is left of each credit. */
        private final Map<Recorded<?>, Money> left = new IdentityHashMap<>();

        Working(Ledger ledger) {
            this.ledger = ledger;
            this.charges = unpaid(ledger.charges(), ChargePosted::dueOn, ledger::net);
            this.expenses =
                    unpaid(ledger.expenses(), ExpenseRecorded::incurredOn, ExpenseRecorded::amount);
        }

        Allocation allocate() {
            var awards = ledger.activeAwards().stream().sorted(AWARDS).toList();
            var payments =
                    ledger.payments().stream()
                            .sorted(
                                    comparing(
                                                    (Recorded<PaymentReceived> p) ->
                                                            p.event().receivedOn())
                                            .thenComparing(LOG))
                            .toList();
            for (var award : awards) left.put(award, ledger.worth(award.event()));
            for (var payment : payments) left.put(payment, ledger.net(payment.event()));
            for (var lock : ledger.locks()) lock(lock.event(), awards, payments);
            awards.forEach(this::apply);
            awards.forEach(this::reimburse);
            payments.forEach(this::pay);
            var open = new ArrayList<Open>();
            for (var charge : charges)
                if (charge.left.isPositive()) open.add(new Open(charge.fact, charge.left));
            return new Allocation(
                    List.copyOf(applied),
                    List.copyOf(reimbursed),
                    List.copyOf(paid),
                    List.copyOf(credit),
                    List.copyOf(open));
        }

        /** A lock has no effect if its credit or charge is gone or does not fit. */
        private void lock(
                AllocationLocked lock,
                List<Recorded<AwardAccepted>> awards,
                List<Recorded<PaymentReceived>> payments) {
            for (var charge : charges) {
                if (!charge.fact.event().chargeId().equals(lock.chargeId())) continue;
                for (var award : awards)
                    if (award.event().awardId().equals(lock.awardId())
                            && covers(award.event(), charge.fact.event(), courseOf(award.event())))
                        apply(award, charge, lock.amount());
                for (var payment : payments)
                    if (payment.event().paymentId().equals(lock.paymentId()))
                        pay(payment, charge, lock.amount());
            }
        }

        private void apply(Recorded<AwardAccepted> award) {
            var only = courseOf(award.event());
            if (award.event().oneCourse() && only == null) only = dearest(award.event());
            if (award.event().oneCourse() && only == null) return;
            for (var charge : charges)
                if (covers(award.event(), charge.fact.event(), only))
                    apply(award, charge, charge.left);
        }

        private void apply(
                Recorded<AwardAccepted> award, Unpaid<ChargePosted> charge, Money atMost) {
            var part = spend(award, charge, atMost);
            if (part.isPositive()) applied.add(new Applied(award, charge.fact, part));
        }

        /** The only enrollment an award may pay for. A one-course award stays with its first. */
        private @Nullable String courseOf(AwardAccepted award) {
            if (award.enrollmentId() != null || !award.oneCourse()) return award.enrollmentId();
            for (var part : applied)
                if (part.award.event().awardId().equals(award.awardId()))
                    return part.charge.event().enrollmentId();
            return null;
        }

        private Money spend(Recorded<?> from, Unpaid<?> on, Money atMost) {
            var has = Objects.requireNonNull(left.get(from));
            var part = on.take(has.min(atMost));
            left.put(from, has.minus(part));
            return part;
        }

        /**
         * The enrollment with the most still unpaid by awards; among equals, that of the oldest
         * charge.
         */
        private @Nullable String dearest(AwardAccepted award) {
            String best = null;
            Money most = Money.zero(award.amount().currency());
            for (var candidate : charges) {
                var enrollmentId = candidate.fact.event().enrollmentId();
                if (enrollmentId == null) continue;
                var sum = Money.zero(award.amount().currency());
                for (var charge : charges)
                    if (covers(award, charge.fact.event(), enrollmentId))
                        sum = sum.plus(charge.left);
                if (sum.compareTo(most) <= 0) continue;
                most = sum;
                best = enrollmentId;
            }
            return best;
        }

        private static boolean covers(
                AwardAccepted award, ChargePosted charge, @Nullable String onlyEnrollment) {
            return AwardCoverage.of(award, onlyEnrollment).refusal(charge) == null;
        }

        private void reimburse(Recorded<AwardAccepted> award) {
            var coverage = AwardCoverage.of(award.event());
            for (var expense : expenses) {
                if (coverage.refusal(expense.fact.event()) != null) continue;
                if (!belongs(expense.fact.event(), award.event().enrollmentId())) continue;
                var part = spend(award, expense, expense.left);
                if (part.isPositive()) reimbursed.add(new Reimbursed(award, expense.fact, part));
            }
        }

        private boolean belongs(ExpenseRecorded expense, @Nullable String onlyEnrollment) {
            if (onlyEnrollment == null) return true;
            for (var charge : charges)
                if (onlyEnrollment.equals(charge.fact.event().enrollmentId())
                        && Objects.equals(charge.fact.event().offeringId(), expense.offeringId()))
                    return true;
            return false;
        }

        private void pay(Recorded<PaymentReceived> payment) {
            for (var charge : charges) pay(payment, charge, charge.left);
            var rest = Objects.requireNonNull(left.get(payment));
            if (rest.isPositive()) credit.add(new Credit(payment, rest));
        }

        private void pay(
                Recorded<PaymentReceived> payment, Unpaid<ChargePosted> charge, Money atMost) {
            var part = spend(payment, charge, atMost);
            if (part.isPositive()) paid.add(new Paid(payment, charge.fact, part));
        }

        private static <E> List<Unpaid<E>> unpaid(
                List<Recorded<E>> facts, Function<E, LocalDate> day, Function<E, Money> amount) {
            return facts.stream()
                    .sorted(comparing((Recorded<E> f) -> day.apply(f.event())).thenComparing(LOG))
                    .map(fact -> new Unpaid<>(fact, amount.apply(fact.event())))
                    .toList();
        }
    }
}
