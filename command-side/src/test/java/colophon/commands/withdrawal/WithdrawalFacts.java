package colophon.commands.withdrawal;

import static colophon.commands.Given.given;
import static colophon.commands.campus.Campus.TODAY;
import static colophon.commands.campus.Sums.USD;
import static colophon.commands.campus.Sums.usd;
import static colophon.commands.withdrawal.SummerCourses.STARTS;

import colophon.commands.GivenStreams;
import colophon.commands.account.Account;
import colophon.commands.award.Award;
import colophon.commands.enrollment.Enrollment;
import colophon.commands.fund.Fund;
import colophon.commands.institution.Institution;
import colophon.commands.loading.StreamType.StreamId;
import colophon.commands.offering.Offering;
import colophon.commands.offering.PriceList;
import colophon.commands.payment.Payment;
import colophon.events.account.AccountEvent;
import colophon.events.account.AppliedTier;
import colophon.events.account.ChargeKind;
import colophon.events.account.ChargePosted;
import colophon.events.account.ChargeReversed;
import colophon.events.award.AwardAccepted;
import colophon.events.award.AwardEvent;
import colophon.events.award.AwardOffered;
import colophon.events.enrollment.EnrollmentEvent;
import colophon.events.enrollment.StudentEnrolled;
import colophon.events.enrollment.StudentWaitlisted;
import colophon.events.fund.Coverage;
import colophon.events.fund.FundEstablished;
import colophon.events.fund.FundEvent;
import colophon.events.fund.FundedBy;
import colophon.events.institution.InstitutionRegistered;
import colophon.events.ledger.Ledger;
import colophon.events.offering.Admission;
import colophon.events.offering.Delivery;
import colophon.events.offering.OfferingEvent;
import colophon.events.offering.OfferingScheduled;
import colophon.events.offering.PriceListEvent;
import colophon.events.offering.SeatTaken;
import colophon.events.offering.Waitlist;
import colophon.events.offering.WaitlistJoined;
import colophon.events.payment.Payer;
import colophon.events.payment.PaymentEvent;
import colophon.events.payment.PaymentMethod;
import colophon.events.payment.PaymentReceived;
import colophon.events.payment.PaymentRefunded;
import colophon.events.refund.RefundPolicy;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Set;

/** Streams of offering o-1, with one seat at 1395, and of the students in it. */
final class WithdrawalFacts {

    static final StreamId<Offering, OfferingEvent> OFFERING = Offering.STREAM.stream("o-1");
    static final StreamId<Enrollment, EnrollmentEvent> E1 = Enrollment.STREAM.stream("e-1");
    static final StreamId<Enrollment, EnrollmentEvent> E2 = Enrollment.STREAM.stream("e-2");
    static final StreamId<Ledger, AccountEvent> ACCOUNT = Account.STREAM.stream("ucla/s-1");
    static final StreamId<Payment, PaymentEvent> PAYMENT = Payment.STREAM.stream("p-1");
    static final StreamId<Award, AwardEvent> AWARD = Award.STREAM.stream("a-1");
    static final StreamId<Fund, FundEvent> FUND = Fund.STREAM.stream("f-1");
    static final StreamId<PriceList, PriceListEvent> PRICES = PriceList.STREAM.stream("ucla");

    private WithdrawalFacts() {}

    /** Student s-1 has the seat, by enrollment e-1, and owes a deposit of 250 and 1145 more. */
    static GivenStreams enrolled(@Nullable RefundPolicy policy) {
        return scheduled(policy)
                .and(OFFERING, new SeatTaken("o-1", "e-1", "s-1"))
                .and(
                        E1,
                        new StudentEnrolled(
                                "e-1", "s-1", "o-1", "m-20", "rbs", "ucla", policy, TODAY))
                .and(
                        ACCOUNT,
                        charge("deposit", ChargeKind.DEPOSIT, "250"),
                        charge("tuition", ChargeKind.TUITION, "1145"));
    }

    static GivenStreams scheduled(@Nullable RefundPolicy policy) {
        var offering =
                new OfferingScheduled(
                        "o-1",
                        "m-20",
                        "rbs",
                        "ucla",
                        STARTS,
                        STARTS.plusDays(4),
                        1,
                        usd("1395"),
                        usd("250"),
                        TODAY,
                        Delivery.IN_PERSON,
                        null,
                        STARTS,
                        Admission.OPEN,
                        Waitlist.FIFO,
                        Period.ofDays(14),
                        policy);
        return given(
                        Institution.STREAM.stream("ucla"),
                        new InstitutionRegistered(
                                "ucla", "UCLA", USD, ZoneId.of("America/Los_Angeles")))
                .and(OFFERING, offering)
                .and(PRICES, offering);
    }

    /** Student s-2 is next in line, by enrollment e-2. */
    static GivenStreams withLine(GivenStreams given) {
        return given.and(OFFERING, new WaitlistJoined("o-1", "e-2", "s-2"))
                .and(E2, new StudentWaitlisted("e-2", "s-2", "o-1", "m-20", "rbs", "ucla", TODAY));
    }

    static GivenStreams withPayment(GivenStreams given, String amount) {
        var payment =
                new PaymentReceived(
                        "p-1",
                        "s-1",
                        "ucla",
                        usd(amount),
                        PaymentMethod.CARD,
                        Payer.SELF,
                        null,
                        TODAY);
        return given.and(PAYMENT, payment).and(ACCOUNT, payment);
    }

    /** Accepted award a-1 of fund f-1, tied to enrollment e-1. */
    static GivenStreams withAward(GivenStreams given, String amount) {
        var covers = Set.of(Coverage.TUITION);
        var fund =
                new FundEstablished(
                        "f-1",
                        "ucla",
                        "Friends",
                        null,
                        usd("2000"),
                        FundedBy.PROGRAM,
                        covers,
                        null,
                        null,
                        null,
                        null);
        var offered =
                new AwardOffered(
                        "a-1",
                        "f-1",
                        "s-1",
                        "ucla",
                        "e-1",
                        usd(amount),
                        false,
                        covers,
                        null,
                        TODAY);
        var accepted =
                new AwardAccepted(
                        "a-1",
                        "f-1",
                        "s-1",
                        "ucla",
                        "e-1",
                        usd(amount),
                        false,
                        covers,
                        null,
                        true,
                        TODAY);
        return given.and(FUND, fund, offered)
                .and(AWARD, offered, accepted)
                .and(ACCOUNT, offered, accepted);
    }

    static ChargePosted charge(String kindWord, ChargeKind kind, String amount) {
        return new ChargePosted(
                "ucla",
                "s-1",
                "e-1:" + kindWord,
                kind,
                "e-1",
                "o-1",
                usd(amount),
                null,
                TODAY,
                TODAY);
    }

    static ChargeReversed reversed(String kindWord, String amount, String reason, LocalDate on) {
        return new ChargeReversed("ucla", "s-1", "e-1:" + kindWord, usd(amount), reason, on);
    }

    /** The same, as a tier of {@link SummerCourses#TERMS} gives back. */
    static ChargeReversed reversed(
            String kindWord, String amount, String reason, AppliedTier tier, LocalDate on) {
        return new ChargeReversed("ucla", "s-1", "e-1:" + kindWord, usd(amount), reason, tier, on);
    }

    static PaymentRefunded refunded(String amount, String reason, LocalDate on) {
        return new PaymentRefunded(
                "p-1", "e-1.w1.1", "s-1", "ucla", usd(amount), Payer.SELF, reason, on);
    }
}
