package colophon.commands.withdrawal;

import static colophon.commands.campus.Campus.TODAY;
import static colophon.commands.campus.Sums.usd;

import colophon.commands.award.OfferAward;
import colophon.commands.enrollment.EnrollmentRequest;
import colophon.commands.offering.ScheduleOffering;
import colophon.commands.payment.ReceivePayment;
import colophon.events.account.AppliedTier;
import colophon.events.account.ChargeKind;
import colophon.events.money.Money;
import colophon.events.offering.Admission;
import colophon.events.offering.Delivery;
import colophon.events.offering.Waitlist;
import colophon.events.payment.Payer;
import colophon.events.payment.PaymentMethod;
import colophon.events.refund.RefundPolicy;
import colophon.events.refund.Tier;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;

/** Courses of the coming summer at 1395, of which 250 is a deposit. */
final class SummerCourses {

    static final LocalDate STARTS = LocalDate.of(2026, 7, 6);

    /**
     * Never refunds the deposit. Refunds the rest until 30 days before the start and half of it
     * until the start, less a fee of 50.
     */
    static final RefundPolicy TERMS =
            new RefundPolicy(
                    1,
                    List.of(
                            new Tier(Period.ofDays(-30), null, 100, Set.of()),
                            new Tier(Period.ofDays(0), null, 50, Set.of())),
                    usd("50"),
                    Set.of(ChargeKind.DEPOSIT),
                    20);

    /** The tiers of {@link #TERMS}, with their last days. */
    static final AppliedTier WHOLE = new AppliedTier(100, STARTS.minusDays(30));

    static final AppliedTier HALF = new AppliedTier(50, STARTS);

    private SummerCourses() {}

    static ScheduleOffering course(
            String id, int capacity, @Nullable Waitlist waitlist, @Nullable RefundPolicy terms) {
        return course(id, capacity, Admission.OPEN, waitlist, terms, usd("1395"));
    }

    static ScheduleOffering course(
            String id,
            int capacity,
            Admission admission,
            @Nullable Waitlist waitlist,
            @Nullable RefundPolicy terms,
            Money tuition) {
        return new ScheduleOffering(
                id,
                "m-20",
                STARTS,
                STARTS.plusDays(4),
                capacity,
                tuition,
                Delivery.IN_PERSON,
                null,
                STARTS,
                usd("250"),
                TODAY,
                admission,
                waitlist,
                Period.ofDays(14),
                terms);
    }

    static ReceivePayment pay(String id, String studentId, String amount, Payer payer) {
        return new ReceivePayment(
                id, studentId, "ucla", usd(amount), PaymentMethod.CARD, payer, null, null);
    }

    static OfferAward award(String id, String studentId, String enrollmentId, String amount) {
        return new OfferAward(id, "f-1", studentId, enrollmentId, usd(amount), null, true, null);
    }

    static EnrollmentRequest.Withdraw withdraw(String id, LocalDate on) {
        return new EnrollmentRequest.Withdraw(id, "ill", on, null);
    }
}
