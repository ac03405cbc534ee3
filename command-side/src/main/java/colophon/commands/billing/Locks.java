package colophon.commands.billing;

import static colophon.commands.Reason.AWARD_NOT_FOUND;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.Reason.LOCK_NOT_FOUND;
import static colophon.commands.Reason.MORE_THAN_IS_LEFT;
import static colophon.commands.Reason.NOT_COVERED;
import static colophon.commands.Reason.PAYMENT_NOT_FOUND;

import colophon.commands.Refusal;
import colophon.events.account.AccountEvent;
import colophon.events.account.AllocationLocked;
import colophon.events.account.AllocationUnlocked;
import colophon.events.account.AwardCredited;
import colophon.events.account.ChargePosted;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** The rules of locked allocations. */
final class Locks {

    private Locks() {}

    /** Locks an allocation. Returns an empty list if the same lock exists already. */
    static List<AccountEvent> decide(LockAllocation r, Ledger account, LocalDate today) {
        var before = locked(account, r.lockId());
        if (before != null && same(r, before)) return List.of();
        if (before != null)
            throw new Refusal(ID_TAKEN, "Lock " + r.lockId() + " exists with other particulars.");
        var charge = Charges.known(account, r.chargeId());
        var credit = r.awardId() != null ? award(account, r, charge) : payment(account, r);
        notMore(
                r.amount(),
                account.net(charge),
                account,
                lock -> lock.chargeId().equals(r.chargeId()),
                "charge " + r.chargeId());
        notMore(
                r.amount(),
                credit,
                account,
                lock ->
                        Objects.equals(lock.awardId(), r.awardId())
                                && Objects.equals(lock.paymentId(), r.paymentId()),
                r.awardId() != null ? "award " + r.awardId() : "payment " + r.paymentId());
        return List.of(
                new AllocationLocked(
                        r.institutionId(),
                        r.studentId(),
                        r.lockId(),
                        r.awardId(),
                        r.paymentId(),
                        r.chargeId(),
                        r.amount(),
                        r.reason(),
                        today));
    }

    /** Unlocks an allocation. Returns an empty list if it was unlocked already. */
    static List<AccountEvent> decide(UnlockAllocation r, Ledger account, LocalDate today) {
        if (locked(account, r.lockId()) == null)
            throw new Refusal(
                    LOCK_NOT_FOUND, "There is no lock " + r.lockId() + " on the account.");
        for (var lock : account.locks())
            if (lock.event().lockId().equals(r.lockId()))
                return List.of(
                        new AllocationUnlocked(
                                r.institutionId(), r.studentId(), r.lockId(), r.reason(), today));
        return List.of();
    }

    /** What the award is worth. Refused if it cannot pay this charge. */
    private static Money award(Ledger account, LockAllocation r, ChargePosted charge) {
        for (var award : account.activeAwards()) {
            if (!award.event().awardId().equals(r.awardId())) continue;
            if (!mayPay(award.event(), charge))
                throw new Refusal(
                        NOT_COVERED,
                        "Award "
                                + r.awardId()
                                + " does not pay charge "
                                + r.chargeId()
                                + ", a "
                                + charge.kind()
                                + " of "
                                + charge.chargedOn()
                                + ".");
            return account.worth(award.event());
        }
        throw new Refusal(
                AWARD_NOT_FOUND, "No award " + r.awardId() + " pays anything on the account.");
    }

    private static boolean mayPay(AwardCredited award, ChargePosted charge) {
        var kind = charge.kind().coverage();
        if (kind == null || !award.covers().contains(kind)) return false;
        if (award.oneCourse() && charge.enrollmentId() == null) return false;
        if (award.enrollmentId() != null && !award.enrollmentId().equals(charge.enrollmentId()))
            return false;
        return award.expiresOn() == null || !charge.chargedOn().isAfter(award.expiresOn());
    }

    private static Money payment(Ledger account, LockAllocation r) {
        for (var payment : account.payments())
            if (payment.event().paymentId().equals(r.paymentId()))
                return account.net(payment.event());
        throw new Refusal(
                PAYMENT_NOT_FOUND, "No payment " + r.paymentId() + " counts on the account.");
    }

    private static void notMore(
            Money amount,
            Money has,
            Ledger account,
            Predicate<AllocationLocked> sameSide,
            String what) {
        var free = has;
        for (var lock : account.locks())
            if (sameSide.test(lock.event())) free = free.minus(lock.event().amount());
        if (amount.compareTo(free) > 0)
            throw new Refusal(
                    MORE_THAN_IS_LEFT, "Only " + free.orZero() + " of " + what + " is not locked.");
    }

    private static @Nullable AllocationLocked locked(Ledger account, String lockId) {
        for (var posting : account.postings())
            if (posting.event() instanceof AllocationLocked e && e.lockId().equals(lockId))
                return e;
        return null;
    }

    private static boolean same(LockAllocation r, AllocationLocked before) {
        return Objects.equals(r.awardId(), before.awardId())
                && Objects.equals(r.paymentId(), before.paymentId())
                && r.chargeId().equals(before.chargeId())
                && r.amount().equals(before.amount())
                && r.reason().equals(before.reason());
    }
}
