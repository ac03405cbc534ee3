package colophon.commands.billing;

import static colophon.commands.campus.Sums.usd;

import colophon.events.account.ChargeKind;
import colophon.events.account.ChargePosted;
import colophon.events.award.AwardAccepted;
import colophon.events.fund.Coverage;
import colophon.events.payment.Payer;
import colophon.events.payment.PaymentMethod;
import colophon.events.payment.PaymentReceived;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Set;

/** Events of one account, for the tests of its commands. */
final class AccountFacts {

    static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private AccountFacts() {}

    static ChargePosted tuition(String amount) {
        return charge("e-1:tuition", ChargeKind.TUITION, "e-1", "o-1", amount, null);
    }

    static ChargePosted fee(String id, String amount) {
        return charge(id, ChargeKind.FEE, null, null, amount, "Room");
    }

    static ChargePosted lateFee(String id, String amount) {
        return charge(id, ChargeKind.LATE_FEE, null, null, amount, "Late");
    }

    static PaymentReceived payment(String id, String amount) {
        return new PaymentReceived(
                id, "s-1", "uva", usd(amount), PaymentMethod.CARD, Payer.SELF, null, TODAY);
    }

    static AwardAccepted award(String id, String amount, Coverage... covers) {
        return new AwardAccepted(
                id,
                "f-1",
                "s-1",
                "uva",
                null,
                usd(amount),
                false,
                Set.of(covers),
                null,
                true,
                TODAY);
    }

    private static ChargePosted charge(
            String id,
            ChargeKind kind,
            @Nullable String enrollmentId,
            @Nullable String offeringId,
            String amount,
            @Nullable String description) {
        return new ChargePosted(
                "uva",
                "s-1",
                id,
                kind,
                enrollmentId,
                offeringId,
                usd(amount),
                description,
                TODAY,
                TODAY);
    }
}
