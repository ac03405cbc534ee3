package colophon.commands.payment;

import static colophon.commands.Reason.CURRENCY_MISMATCH;
import static colophon.commands.Reason.INSTITUTION_NOT_FOUND;
import static colophon.commands.Reason.PAYMENT_NOT_FOUND;
import static colophon.commands.Reason.REFUND_EXCEEDS_PAYMENT;
import static colophon.commands.Reason.STUDENT_NOT_FOUND;
import static colophon.commands.campus.Campus.TODAY;
import static colophon.commands.campus.Sums.eur;
import static colophon.commands.campus.Sums.usd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import colophon.commands.Reason;
import colophon.commands.Refusal;
import colophon.commands.account.Account;
import colophon.commands.campus.Campus;
import colophon.commands.campus.CommandSide;
import colophon.commands.gateway.CommandAnswer;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;
import colophon.events.payment.Payer;
import colophon.events.payment.PaymentMethod;
import colophon.events.payment.PaymentReceived;
import colophon.events.payment.PaymentRefunded;
import colophon.events.payment.PaymentReversed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.Collections;

@Timeout(300)
class PaymentCommandHandlerTest {

    private final CommandSide office = Campus.open();

    @Test
    void a_reversal_is_one_event_of_the_payment_and_the_account() {
        office.send(
                new ReceivePayment(
                        "p-1",
                        "s-1",
                        "ucla",
                        usd("30"),
                        PaymentMethod.CASH,
                        Payer.SELF,
                        null,
                        null));
        var answer = office.send(new ReversePayment("p-1", "another student's"));

        assertThat(answer)
                .isEqualTo(
                        CommandAnswer.ok(
                                new PaymentCommandHandler.PaymentReversalResult(
                                        "p-1", "reversed", usd("30"))));
        assertThat(office.lastCommit())
                .containsExactly(
                        new PaymentReversed(
                                "p-1", "s-1", "ucla", usd("30"), "another student's", TODAY));
        assertThat(account().payments()).isEmpty();
    }

    @Test
    void a_payment_is_one_event_of_the_payment_and_the_account() {
        var answer = office.send(pay("s-1", "ucla", usd("900")));

        assertThat(answer)
                .isEqualTo(
                        CommandAnswer.created(
                                new PaymentCommandHandler.PaymentResult("p-1", usd("900"))));
        assertThat(office.lastCommit())
                .containsExactlyInAnyOrder(
                        new PaymentReceived(
                                "p-1",
                                "s-1",
                                "ucla",
                                usd("900"),
                                PaymentMethod.CARD,
                                Payer.SPONSOR,
                                "no. 17",
                                TODAY));
        assertThat(account().payments()).hasSize(1);
    }

    @Test
    void a_refund_to_who_had_paid_is_one_event_of_the_payment_and_the_account() {
        office.send(pay("s-1", "ucla", usd("900")));
        var answer = office.send(refund("r-1", usd("400")));

        assertThat(answer)
                .isEqualTo(
                        CommandAnswer.created(
                                new PaymentCommandHandler.RefundResult("r-1", "p-1", usd("400"))));
        assertThat(office.lastCommit())
                .containsExactlyInAnyOrder(
                        new PaymentRefunded(
                                "p-1",
                                "r-1",
                                "s-1",
                                "ucla",
                                usd("400"),
                                Payer.SPONSOR,
                                "withdrew",
                                TODAY));
        assertThat(account().refunds()).hasSize(1);
    }

    @Test
    void repeated_requests_change_nothing() {
        office.send(pay("s-1", "ucla", usd("900")));
        office.send(refund("r-1", usd("400")));
        var before = office.commits();

        assertThat(office.send(pay("s-1", "ucla", usd("900"))).status()).isEqualTo(200);
        assertThat(office.send(refund("r-1", usd("400"))).status()).isEqualTo(200);
        assertThat(office.commits()).isEqualTo(before);
    }

    @Test
    void refuses_another_currency() {
        refused(pay("s-1", "ucla", eur("900")), CURRENCY_MISMATCH);
        office.send(pay("s-1", "ucla", usd("900")));
        refused(refund("r-1", eur("1")), CURRENCY_MISMATCH);
    }

    @Test
    void refuses_a_student_an_institution_and_a_payment_nobody_knows() {
        refused(pay("s-0", "ucla", usd("900")), STUDENT_NOT_FOUND);
        refused(pay("s-1", "mit", usd("900")), INSTITUTION_NOT_FOUND);
        refused(refund("r-1", usd("1")), PAYMENT_NOT_FOUND);
    }

    @Test
    void exactly_one_of_64_refunds_gets_the_last_dollar() throws Exception {
        office.send(pay("s-1", "ucla", usd("1")));

        var outcomes = office.race(64, i -> refund("r-" + i, usd("1")));

        assertThat(outcomes).filteredOn(CommandAnswer.class::isInstance).hasSize(1);
        assertThat(Collections.frequency(outcomes, REFUND_EXCEEDS_PAYMENT)).isEqualTo(63);
    }

    private Ledger account() {
        return office.subjects().read(Account.stream("ucla", "s-1"));
    }

    private void refused(Object command, Reason reason) {
        var before = office.commits();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> office.send(command))
                .returns(reason, Refusal::reason);
        assertThat(office.commits()).isEqualTo(before);
    }

    private static ReceivePayment pay(String studentId, String institutionId, Money amount) {
        return new ReceivePayment(
                "p-1",
                studentId,
                institutionId,
                amount,
                PaymentMethod.CARD,
                Payer.SPONSOR,
                "no. 17",
                null);
    }

    private static RefundPayment refund(String id, Money amount) {
        return new RefundPayment("p-1", id, amount, "withdrew", null);
    }
}
