package colophon.commands.billing;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.AWARD_NOT_FOUND;
import static colophon.commands.Reason.CHARGE_NOT_FOUND;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.Reason.LOCK_NOT_FOUND;
import static colophon.commands.Reason.MORE_THAN_IS_LEFT;
import static colophon.commands.Reason.NOT_COVERED;
import static colophon.commands.Reason.PAYMENT_NOT_FOUND;
import static colophon.commands.billing.AccountFacts.TODAY;
import static colophon.commands.billing.AccountFacts.award;
import static colophon.commands.billing.AccountFacts.fee;
import static colophon.commands.billing.AccountFacts.lateFee;
import static colophon.commands.billing.AccountFacts.payment;
import static colophon.commands.billing.AccountFacts.tuition;
import static colophon.commands.campus.Sums.usd;

import colophon.commands.Given;
import colophon.commands.account.Account;
import colophon.events.account.AccountEvent;
import colophon.events.account.AllocationLocked;
import colophon.events.account.AllocationUnlocked;
import colophon.events.award.AwardReleased;
import colophon.events.fund.Coverage;
import colophon.events.ledger.Ledger;
import colophon.events.payment.PaymentReversed;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LockTest {

    private static final AllocationUnlocked UNLOCKED =
            new AllocationUnlocked("uva", "s-1", "l-1", "agreed", TODAY);

    @Test
    void locks_a_payment_on_a_charge() {
        past().when(state -> LockRules.decide(pay("l-1", "c-1", "40"), state, TODAY))
                .then(locked("l-1", null, "p-1", "c-1", "40"));
    }

    @Test
    void locks_an_award_on_a_charge_that_it_covers() {
        past().when(state -> LockRules.decide(give("l-1", "e-1:tuition", "200"), state, TODAY))
                .then(locked("l-1", "a-1", null, "e-1:tuition", "200"));
    }

    @Test
    void recognises_the_same_lock() {
        past(locked("l-1", null, "p-1", "c-1", "40"))
                .when(state -> LockRules.decide(pay("l-1", "c-1", "40"), state, TODAY))
                .thenNothing();
    }

    @Test
    void refuses_the_id_of_another_lock() {
        past(locked("l-1", null, "p-1", "c-1", "40"))
                .when(state -> LockRules.decide(pay("l-1", "c-1", "39"), state, TODAY))
                .thenRefused(ID_TAKEN, "l-1");
    }

    @Test
    void refuses_more_than_the_charge_is_or_has_unlocked() {
        past().when(state -> LockRules.decide(pay("l-1", "c-1", "40.01"), state, TODAY))
                .thenRefused(MORE_THAN_IS_LEFT, "charge c-1", "40.00 USD");
        past(locked("l-2", null, "p-1", "c-1", "30"))
                .when(state -> LockRules.decide(pay("l-1", "c-1", "10.01"), state, TODAY))
                .thenRefused(MORE_THAN_IS_LEFT, "charge c-1", "10.00 USD");
    }

    @Test
    void refuses_more_than_the_credit_is_or_has_unlocked() {
        past().when(state -> LockRules.decide(pay("l-1", "e-1:tuition", "100.01"), state, TODAY))
                .thenRefused(MORE_THAN_IS_LEFT, "payment p-1", "100.00 USD");
        past(locked("l-2", null, "p-1", "c-1", "40"))
                .when(state -> LockRules.decide(pay("l-1", "e-1:tuition", "60.01"), state, TODAY))
                .thenRefused(MORE_THAN_IS_LEFT, "payment p-1", "60.00 USD");
        past().when(state -> LockRules.decide(give("l-1", "e-1:tuition", "200.01"), state, TODAY))
                .thenRefused(MORE_THAN_IS_LEFT, "award a-1", "200.00 USD");
    }

    @Test
    void locks_what_was_unlocked_again() {
        past(locked("l-1", null, "p-1", "c-1", "40"), UNLOCKED)
                .when(state -> LockRules.decide(pay("l-2", "c-1", "40"), state, TODAY))
                .then(locked("l-2", null, "p-1", "c-1", "40"));
    }

    @Test
    void refuses_an_award_on_what_it_does_not_cover() {
        past().when(state -> LockRules.decide(give("l-1", "c-1", "10"), state, TODAY))
                .thenRefused(NOT_COVERED, "a-1", "c-1", "fee");
        past().when(state -> LockRules.decide(give("l-1", "c-2", "10"), state, TODAY))
                .thenRefused(NOT_COVERED, "a-1", "c-2", "late-fee");
    }

    @Test
    void refuses_a_charge_an_award_and_a_payment_that_do_not_count() {
        past().when(state -> LockRules.decide(pay("l-1", "c-0", "10"), state, TODAY))
                .thenRefused(CHARGE_NOT_FOUND, "c-0");
        past(new AwardReleased("a-1", "f-1", "s-1", "uva", usd("100"), "left", TODAY))
                .when(state -> LockRules.decide(give("l-1", "e-1:tuition", "10"), state, TODAY))
                .thenRefused(AWARD_NOT_FOUND, "a-1");
        past(new PaymentReversed("p-1", "s-1", "uva", usd("100"), "bounced", TODAY))
                .when(state -> LockRules.decide(pay("l-1", "c-1", "10"), state, TODAY))
                .thenRefused(PAYMENT_NOT_FOUND, "p-1");
    }

    @Test
    void unlocks() {
        past(locked("l-1", null, "p-1", "c-1", "40"))
                .when(state -> LockRules.decide(unlock(), state, TODAY))
                .then(UNLOCKED);
    }

    @Test
    void recognises_what_was_unlocked() {
        past(locked("l-1", null, "p-1", "c-1", "40"), UNLOCKED)
                .when(state -> LockRules.decide(unlock(), state, TODAY))
                .thenNothing();
    }

    @Test
    void refuses_to_unlock_what_nobody_locked() {
        past().when(state -> LockRules.decide(unlock(), state, TODAY))
                .thenRefused(LOCK_NOT_FOUND, "l-1");
    }

    private static Given<Ledger, AccountEvent> past(AccountEvent... more) {
        var state =
                given(
                                Account.STREAM,
                                tuition("1000"),
                                fee("c-1", "40"),
                                lateFee("c-2", "25"),
                                payment("p-1", "100"),
                                award("a-1", "200", Coverage.TUITION))
                        .state();
        for (var event : more) state = Account.STREAM.evolve().apply(state, event);
        return new Given<>(state);
    }

    private static LockAllocation pay(String id, String chargeId, String amount) {
        return new LockAllocation("s-1", "uva", id, null, "p-1", chargeId, usd(amount), "agreed");
    }

    private static LockAllocation give(String id, String chargeId, String amount) {
        return new LockAllocation("s-1", "uva", id, "a-1", null, chargeId, usd(amount), "agreed");
    }

    private static UnlockAllocation unlock() {
        return new UnlockAllocation("s-1", "uva", "l-1", "agreed");
    }

    private static AllocationLocked locked(
            String id,
            @Nullable String awardId,
            @Nullable String paymentId,
            String chargeId,
            String amount) {
        return new AllocationLocked(
                "uva", "s-1", id, awardId, paymentId, chargeId, usd(amount), "agreed", TODAY);
    }
}
