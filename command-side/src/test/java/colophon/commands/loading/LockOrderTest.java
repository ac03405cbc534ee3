package colophon.commands.loading;

import static colophon.commands.campus.Campus.enroll;
import static colophon.commands.campus.Sums.USD;
import static colophon.commands.campus.Sums.usd;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.commands.Reason;
import colophon.commands.award.EndAward;
import colophon.commands.award.OfferAward;
import colophon.commands.campus.Campus;
import colophon.commands.campus.CommandSide;
import colophon.commands.fund.Fund;
import colophon.commands.fund.RecordContribution;
import colophon.commands.gateway.CommandAnswer;
import colophon.commands.payment.ReceivePayment;
import colophon.commands.payment.RefundPayment;
import colophon.events.money.Money;
import colophon.events.payment.Payer;
import colophon.events.payment.PaymentMethod;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class LockOrderTest {

    @Test
    void desks_that_need_many_subjects_at_once_never_wait_for_each_other() throws Exception {
        var office = Campus.open();
        for (var offering : new String[] {"o-1", "o-2"}) office.send(Campus.offering(offering, 2));
        for (var fund : new String[] {"f-1", "f-2"}) office.send(Campus.fund(fund, "40"));
        for (int i = 0; i < 60; i++) {
            office.send(award("old-" + i, "f-" + (1 + i % 2), "s-" + (1 + i % 3)));
            office.send(pay("old-" + i, "s-" + (1 + i % 3)));
        }

        var outcomes = office.race(360, LockOrderTest::anything);

        assertThat(outcomes)
                .allMatch(it -> it instanceof CommandAnswer || it instanceof Reason)
                .filteredOn(CommandAnswer.class::isInstance)
                .hasSizeGreaterThan(200);
        balanced(office, "f-1");
        balanced(office, "f-2");
    }

    /** Commands that need accounts, funds, offerings and payments in different orders. */
    private static Object anything(int i) {
        var nth = i / 6;
        var student = "s-" + (1 + nth % 3);
        var fund = "f-" + (1 + nth % 2);
        return switch (i % 6) {
            case 0 -> enroll("e-" + i, student, "o-" + (1 + nth % 2));
            case 1 -> award("new-" + i, fund, student);
            case 2 -> new EndAward("old-" + nth, nth % 4 == 0, "over");
            case 3 -> pay("new-" + i, student);
            case 4 -> new RecordContribution(fund, usd("1"));
            default -> new RefundPayment("old-" + nth, "r-" + i, usd("1"), "over", null);
        };
    }

    private static void balanced(CommandSide office, String id) {
        var fund = Fund.require(office.subjects().read(Fund.STREAM.stream(id)), id);
        var held =
                fund.held().values().stream()
                        .map(Fund.Encumbrance::amount)
                        .reduce(Money.zero(USD), Money::plus);
        assertThat(fund.available().plus(held)).isEqualTo(fund.budget());
        assertThat(fund.available().isNegative()).isFalse();
    }

    private static OfferAward award(String id, String fundId, String studentId) {
        return new OfferAward(id, fundId, studentId, null, usd("1"), null, true, null);
    }

    private static ReceivePayment pay(String id, String studentId) {
        return new ReceivePayment(
                id, studentId, "ucla", usd("1"), PaymentMethod.CASH, Payer.SELF, null, null);
    }
}
