package colophon.commands.withdrawal;

import colophon.events.account.AppliedTier;
import colophon.events.account.ChargePosted;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

/**
 * Answers: how much of one charge is refunded, and why?
 *
 * @param net what was left of the charge
 * @param back what the policy or the program gives back of it
 * @param added what an override adds
 * @param tier the tier of the policy that decided; null if none did, since the program cancels,
 *     there is no policy, the charge is not refundable, or all tiers are over
 */
record ChargeRefund(
        ChargePosted charge, Money net, Money back, Money added, @Nullable AppliedTier tier) {

    ChargeRefund withBack(Money amount) {
        return new ChargeRefund(charge, net, amount, added, tier);
    }

    ChargeRefund withAdded(Money amount) {
        return new ChargeRefund(charge, net, back, amount, tier);
    }
}
