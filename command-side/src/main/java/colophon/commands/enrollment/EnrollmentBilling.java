package colophon.commands.enrollment;

import colophon.commands.enrollment.Enrollment.Details;
import colophon.events.account.AccountEvent;
import colophon.events.account.ChargeKind;
import colophon.events.account.ChargePosted;
import colophon.events.account.ChargeReversed;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;
import colophon.events.offering.OfferingScheduled;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What an enrollment is billed. */
final class EnrollmentBilling {

    private EnrollmentBilling() {}

    /**
     * Charges the tuition of an offering, with the deposit as a separate part due on its own day.
     *
     * @param bill 1 for the first bill of this enrollment; a later bill gets other charge ids
     */
    static List<AccountEvent> bill(
            Details details, OfferingScheduled offering, int bill, LocalDate on) {
        var charges = new ArrayList<AccountEvent>();
        var deposit = offering.deposit();
        if (deposit != null)
            charges.add(
                    charge(
                            details,
                            offering,
                            bill,
                            ChargeKind.DEPOSIT,
                            deposit,
                            on,
                            offering.depositDueOn()));
        var rest = deposit == null ? offering.tuition() : offering.tuition().minus(deposit);
        if (rest.isPositive())
            charges.add(
                    charge(
                            details,
                            offering,
                            bill,
                            ChargeKind.TUITION,
                            rest,
                            on,
                            offering.dueOn()));
        return charges;
    }

    /** Reverses what is left of its tuition and deposits; other fees stay. */
    static List<AccountEvent> unbill(Ledger account, Details details, String reason, LocalDate on) {
        var reversals = new ArrayList<AccountEvent>();
        for (var fact : account.charges()) {
            var charge = fact.event();
            if (!details.enrollmentId().equals(charge.enrollmentId())) continue;
            if (!charge.kind().isTuition()) continue;
            var left = account.net(charge);
            if (left.isPositive())
                reversals.add(
                        new ChargeReversed(
                                details.institutionId(),
                                details.studentId(),
                                charge.chargeId(),
                                left,
                                reason,
                                on));
        }
        return reversals;
    }

    /** What is left of its tuition and deposits; {@code zero} gives the currency. */
    static Money billed(Ledger account, String enrollmentId, Money zero) {
        var sum = zero;
        for (var fact : account.charges())
            if (enrollmentId.equals(fact.event().enrollmentId()) && fact.event().kind().isTuition())
                sum = sum.plus(account.net(fact.event()));
        return sum;
    }

    private static ChargePosted charge(
            Details details,
            OfferingScheduled offering,
            int bill,
            ChargeKind kind,
            Money amount,
            LocalDate on,
            @Nullable LocalDate dueOn) {
        var id = details.enrollmentId() + ":" + kind;
        return new ChargePosted(
                details.institutionId(),
                details.studentId(),
                bill == 1 ? id : id + "." + bill,
                kind,
                details.enrollmentId(),
                offering.offeringId(),
                amount,
                null,
                on,
                Objects.requireNonNullElse(dueOn, on));
    }
}
