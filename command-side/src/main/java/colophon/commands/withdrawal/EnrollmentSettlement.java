package colophon.commands.withdrawal;

import colophon.commands.account.Account;
import colophon.commands.award.Award;
import colophon.commands.award.AwardChanges;
import colophon.commands.enrollment.Enrollment;
import colophon.commands.enrollment.Enrollment.Details;
import colophon.commands.loading.States;
import colophon.commands.loading.StreamType.StreamId;
import colophon.commands.payment.Payment;
import colophon.commands.payment.RefundPayment;
import colophon.events.account.AccountEvent;
import colophon.events.award.AwardOffered;
import colophon.events.ledger.Allocation;
import colophon.events.ledger.Ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Settles an enrollment that ended: its charges, the awards for it, and the payments that paid it.
 */
record EnrollmentSettlement(States states, AwardChanges awards) {

    /** The streams, besides the enrollment's own, that settling it may append to. */
    List<StreamId<?, ?>> streams(Details details) {
        var account = account(details);
        var streams = new ArrayList<StreamId<?, ?>>(List.of(account));
        for (var payment : states.read(account).payments())
            streams.add(Payment.STREAM.stream(payment.event().paymentId()));
        for (var awardId : tiedAwards(details)) streams.addAll(awards.streams(awardId));
        return streams;
    }

    /**
     * Reverses the charges, reduces awards to what they still pay, and refunds what is left over.
     *
     * @param reason the reason of every posting
     */
    void settle(Enrollment.Known gone, RefundCalculation refund, String reason, LocalDate today) {
        var details = gone.details();
        var account = account(details);
        var before = states.read(account);
        states.append(account, refund.reversals(before, details.enrollmentId(), reason));
        for (var awardId : tiedAwards(details)) awards.keepWhatIsUsed(awardId, reason, today);
        var after = states.read(account);
        int n = 0;
        for (var back : PayerRefund.between(Allocation.of(before), Allocation.of(after)))
            repay(back, Settlement.refundId(gone, ++n), reason, refund.on());
    }

    /** The account that the enrollment is charged to. */
    static StreamId<Ledger, AccountEvent> account(Details details) {
        return Account.stream(details.institutionId(), details.studentId());
    }

    private void repay(PayerRefund back, String refundId, String reason, LocalDate on) {
        var id = back.payment().paymentId();
        var stream = Payment.STREAM.stream(id);
        var payment = states.read(stream);
        var refund = new RefundPayment(id, refundId, back.amount(), reason, on);
        var decided = Payment.decide(refund, payment, on);
        var paid = Payment.require(payment, id);
        states.append(
                List.of(stream, Account.stream(paid.institutionId(), paid.studentId())), decided);
    }

    /** The awards tied to this enrollment that have not ended. */
    private List<String> tiedAwards(Details details) {
        var account = states.read(account(details));
        var tied = new ArrayList<String>();
        for (var award : account.activeAwards())
            if (details.enrollmentId().equals(award.event().enrollmentId()))
                tied.add(award.event().awardId());
        for (var posting : account.postings())
            if (posting.event() instanceof AwardOffered offered
                    && details.enrollmentId().equals(offered.enrollmentId())
                    && states.read(Award.STREAM.stream(offered.awardId())) instanceof Award.Offered)
                tied.add(offered.awardId());
        return tied;
    }
}
