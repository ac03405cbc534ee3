package colophon.commands.billing;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.CHARGE_NOT_FOUND;
import static colophon.commands.Reason.MORE_THAN_IS_LEFT;
import static colophon.commands.billing.AccountFacts.TODAY;
import static colophon.commands.billing.AccountFacts.fee;
import static colophon.commands.campus.Sums.usd;

import colophon.commands.account.Account;
import colophon.events.account.ChargeReversed;
import colophon.events.account.ChargeWrittenOff;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReduceChargeTest {

    @Test
    void reverses_a_part_of_a_charge() {
        given(Account.STREAM, fee("c-1", "40"))
                .when(state -> ChargeRules.decide(lower("15", false), state, TODAY))
                .then(reversed("15"));
    }

    @Test
    void writes_off_all_that_is_left() {
        given(Account.STREAM, fee("c-1", "40"), reversed("15"))
                .when(state -> ChargeRules.decide(lower(null, true), state, TODAY))
                .then(writtenOff("25"));
    }

    @Test
    void reverses_as_much_again() {
        given(Account.STREAM, fee("c-1", "40"), reversed("15"))
                .when(state -> ChargeRules.decide(lower("15", false), state, TODAY))
                .then(reversed("15"));
    }

    @Test
    void recognises_that_all_of_it_went_this_way() {
        given(Account.STREAM, fee("c-1", "40"), writtenOff("40"))
                .when(state -> ChargeRules.decide(lower(null, true), state, TODAY))
                .thenNothing();
        given(Account.STREAM, fee("c-1", "40"), reversed("40"))
                .when(state -> ChargeRules.decide(lower(null, false), state, TODAY))
                .thenNothing();
    }

    @Test
    void refuses_to_reverse_what_was_written_off() {
        given(Account.STREAM, fee("c-1", "40"), writtenOff("40"))
                .when(state -> ChargeRules.decide(lower(null, false), state, TODAY))
                .thenRefused(MORE_THAN_IS_LEFT, "c-1", "0.00 USD");
    }

    @Test
    void refuses_a_cent_more_than_is_left() {
        given(Account.STREAM, fee("c-1", "40"), reversed("15"), writtenOff("5"))
                .when(state -> ChargeRules.decide(lower("20.01", false), state, TODAY))
                .thenRefused(MORE_THAN_IS_LEFT, "c-1", "20.00 USD");
        given(Account.STREAM, fee("c-1", "40"), reversed("15"), writtenOff("5"))
                .when(state -> ChargeRules.decide(lower("20.01", true), state, TODAY))
                .thenRefused(MORE_THAN_IS_LEFT, "c-1", "20.00 USD");
    }

    @Test
    void refuses_a_charge_nobody_posted() {
        given(Account.STREAM, fee("c-2", "40"))
                .when(state -> ChargeRules.decide(lower("1", false), state, TODAY))
                .thenRefused(CHARGE_NOT_FOUND, "c-1");
    }

    private static ReduceCharge lower(@Nullable String amount, boolean writeOff) {
        return new ReduceCharge(
                "s-1", "uva", "c-1", amount == null ? null : usd(amount), writeOff, "mistake");
    }

    private static ChargeReversed reversed(String amount) {
        return new ChargeReversed("uva", "s-1", "c-1", usd(amount), "mistake", TODAY);
    }

    private static ChargeWrittenOff writtenOff(String amount) {
        return new ChargeWrittenOff("uva", "s-1", "c-1", usd(amount), "mistake", TODAY);
    }
}
