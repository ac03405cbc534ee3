package colophon.commands.payment;

import static colophon.commands.campus.Sums.usd;

import colophon.events.payment.Payer;
import colophon.events.payment.PaymentMethod;
import colophon.events.payment.PaymentReceived;
import colophon.events.payment.PaymentRefunded;

import java.time.LocalDate;

/** Events of one payment of 1395, for the tests of its commands. */
final class PaymentFacts {

    static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private PaymentFacts() {}

    static PaymentReceived received() {
        return new PaymentReceived(
                "p-1",
                "s-1",
                "uva",
                usd("1395"),
                PaymentMethod.CHECK,
                Payer.EMPLOYER,
                "no. 17",
                TODAY);
    }

    static PaymentRefunded refunded(String refundId, String amount) {
        return new PaymentRefunded(
                "p-1", refundId, "s-1", "uva", usd(amount), Payer.EMPLOYER, "withdrew", TODAY);
    }
}
