package colophon.commands.billing;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.billing.AccountFacts.TODAY;
import static colophon.commands.billing.AccountFacts.fee;
import static colophon.commands.campus.Sums.usd;

import colophon.commands.account.Account;
import colophon.events.account.ChargeKind;
import colophon.events.account.ChargePosted;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;

class PostChargeTest {

    @Test
    void bills_a_fee_that_is_due_the_day_it_is_charged() {
        given(Account.STREAM)
                .when(state -> ChargeRules.decide(post("c-1", "40", null), null, state, TODAY))
                .then(fee("c-1", "40"));
    }

    @Test
    void bills_a_late_fee_for_an_enrollment_on_a_day_of_its_own() {
        var yesterday = TODAY.minusDays(1);
        var next = TODAY.plusMonths(1);
        var post =
                new PostCharge(
                        "s-1",
                        "uva",
                        "c-1",
                        ChargeKind.LATE_FEE,
                        usd("25"),
                        "Paid late",
                        "e-1",
                        yesterday,
                        next);
        given(Account.STREAM)
                .when(state -> ChargeRules.decide(post, "o-1", state, TODAY))
                .then(
                        new ChargePosted(
                                "uva",
                                "s-1",
                                "c-1",
                                ChargeKind.LATE_FEE,
                                "e-1",
                                "o-1",
                                usd("25"),
                                "Paid late",
                                yesterday,
                                next));
    }

    @Test
    void recognises_a_repeated_request_on_a_later_day() {
        given(Account.STREAM, fee("c-1", "40"))
                .when(
                        state ->
                                ChargeRules.decide(
                                        post("c-1", "40", null), null, state, TODAY.plusDays(3)))
                .thenNothing();
    }

    @Test
    void refuses_the_id_of_another_charge() {
        given(Account.STREAM, fee("c-1", "40"))
                .when(state -> ChargeRules.decide(post("c-1", "41", null), null, state, TODAY))
                .thenRefused(ID_TAKEN, "c-1");
        given(Account.STREAM, fee("c-1", "40"))
                .when(
                        state ->
                                ChargeRules.decide(
                                        post("c-1", "40", TODAY.plusDays(1)), null, state, TODAY))
                .thenRefused(ID_TAKEN, "c-1");
    }

    private static PostCharge post(String id, String amount, @Nullable LocalDate dueOn) {
        return new PostCharge(
                "s-1", "uva", id, ChargeKind.FEE, usd(amount), "Room", null, null, dueOn);
    }
}
