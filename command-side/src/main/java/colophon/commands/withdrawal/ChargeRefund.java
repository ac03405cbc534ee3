package colophon.commands.withdrawal;

import colophon.events.account.ChargePosted;
import colophon.events.money.Money;
import colophon.events.refund.Tier;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * Answers: how much of one charge is refunded, and why?
 *
 * @param net what was left of the charge
 * @param back what the policy or the program gives back of it
 * @param added what an override adds
 * @param tier the tier of the policy that decided; null if none did, since the program cancels,
 *     there is no policy, the charge is not refundable, or all tiers are over
 * @param until the last day of that tier, inclusive; null without a tier
 */
record ChargeRefund(
        ChargePosted charge,
        Money net,
        Money back,
        Money added,
        @Nullable Tier tier,
        @Nullable LocalDate until) {

    ChargeRefund withBack(Money amount) {
        return new ChargeRefund(charge, net, amount, added, tier, until);
    }

    ChargeRefund withAdded(Money amount) {
        return new ChargeRefund(charge, net, back, amount, tier, until);
    }
}
