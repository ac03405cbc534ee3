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
import colophon.events.account.ChargePosted;
import colophon.events.ledger.AwardCoverage;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** The rules of locked allocations. */
final class LockRules {

    private LockRules() {}

    /** Locks an allocation. Returns an empty list if the same lock exists already. */
    static List<AccountEvent> decide(LockAllocation command, Ledger account, LocalDate today) {
        var before = locked(account, command.lockId());
        if (before != null && same(command, before)) return List.of();
        if (before != null)
            throw new Refusal(
                    ID_TAKEN, "Lock " + command.lockId() + " exists with other particulars.");
        var charge = ChargeRules.require(account, command.chargeId());
        var credit =
                command.awardId() != null
                        ? award(account, command, charge)
                        : payment(account, command);
        notMore(
                command.amount(),
                account.net(charge),
                account,
                lock -> lock.chargeId().equals(command.chargeId()),
                "charge " + command.chargeId());
        notMore(
                command.amount(),
                credit,
                account,
                lock ->
                        Objects.equals(lock.awardId(), command.awardId())
                                && Objects.equals(lock.paymentId(), command.paymentId()),
                command.awardId() != null
                        ? "award " + command.awardId()
                        : "payment " + command.paymentId());
        return List.of(
                new AllocationLocked(
                        command.institutionId(),
                        command.studentId(),
                        command.lockId(),
                        command.awardId(),
                        command.paymentId(),
                        command.chargeId(),
                        command.amount(),
                        command.reason(),
                        today));
    }

    /** Unlocks an allocation. Returns an empty list if it was unlocked already. */
    static List<AccountEvent> decide(UnlockAllocation command, Ledger account, LocalDate today) {
        if (locked(account, command.lockId()) == null)
            throw new Refusal(
                    LOCK_NOT_FOUND, "There is no lock " + command.lockId() + " on the account.");
        for (var lock : account.locks())
            if (lock.event().lockId().equals(command.lockId()))
                return List.of(
                        new AllocationUnlocked(
                                command.institutionId(),
                                command.studentId(),
                                command.lockId(),
                                command.reason(),
                                today));
        return List.of();
    }

    /** What the award is worth. Refused if it cannot pay this charge. */
    private static Money award(Ledger account, LockAllocation command, ChargePosted charge) {
        for (var award : account.activeAwards()) {
            if (!award.event().awardId().equals(command.awardId())) continue;
            if (AwardCoverage.of(award.event()).refusal(charge) != null)
                throw new Refusal(
                        NOT_COVERED,
                        "Award "
                                + command.awardId()
                                + " does not pay charge "
                                + command.chargeId()
                                + ", a "
                                + charge.kind()
                                + " of "
                                + charge.chargedOn()
                                + ".");
            return account.worth(award.event());
        }
        throw new Refusal(
                AWARD_NOT_FOUND,
                "No award " + command.awardId() + " pays anything on the account.");
    }

    private static Money payment(Ledger account, LockAllocation command) {
        for (var payment : account.payments())
            if (payment.event().paymentId().equals(command.paymentId()))
                return account.net(payment.event());
        throw new Refusal(
                PAYMENT_NOT_FOUND, "No payment " + command.paymentId() + " counts on the account.");
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

    private static boolean same(LockAllocation command, AllocationLocked before) {
        return Objects.equals(command.awardId(), before.awardId())
                && Objects.equals(command.paymentId(), before.paymentId())
                && command.chargeId().equals(before.chargeId())
                && command.amount().equals(before.amount())
                && command.reason().equals(before.reason());
    }
}
