package colophon.views.history;

import colophon.events.account.AccountEvent;
import colophon.events.account.AwardCredited;
import colophon.events.account.AwardWithdrawn;
import colophon.events.account.PaymentPosted;
import colophon.events.account.RefundPosted;
import colophon.events.account.TuitionCharged;
import colophon.events.award.AwardAccepted;
import colophon.events.award.AwardEvent;
import colophon.events.award.AwardOffered;
import colophon.events.award.AwardReleased;
import colophon.events.award.AwardRevoked;
import colophon.events.enrollment.CompletionReversed;
import colophon.events.enrollment.CourseCompleted;
import colophon.events.enrollment.CourseNotCompleted;
import colophon.events.enrollment.EnrollmentEvent;
import colophon.events.enrollment.StudentEnrolled;
import colophon.events.expense.ExpenseEvent;
import colophon.events.expense.ExpenseRecorded;
import colophon.events.fund.ContributionReceived;
import colophon.events.fund.EncumbranceReleased;
import colophon.events.fund.FundEncumbered;
import colophon.events.fund.FundEstablished;
import colophon.events.fund.FundEvent;
import colophon.events.institution.InstitutionEvent;
import colophon.events.offering.OfferingEvent;
import colophon.events.offering.OfferingScheduled;
import colophon.events.offering.SeatTaken;
import colophon.events.payment.PaymentEvent;
import colophon.events.payment.PaymentReceived;
import colophon.events.payment.PaymentRefunded;
import colophon.events.pricelist.PriceListEvent;
import colophon.events.program.CertificateEvent;
import colophon.events.program.CourseEvent;
import colophon.events.program.ProgramEvent;
import colophon.events.student.CandidacyDeclared;
import colophon.events.student.StudentEvent;
import colophon.events.student.StudentRegistered;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Collection;

/**
 * Answers: from which day on does an event count? An event that is not classified here does not
 * compile.
 */
final class Effective {

    private Effective() {}

    /**
     * The business date of an event. Null for one that has none: names, the catalog, corrections,
     * which count for every day, and what has the day of another event, see {@link #on(Object,
     * Collection)}.
     */
    static @Nullable LocalDate on(Object event) {
        return switch (event) {
            case InstitutionEvent _ -> null;
            case ProgramEvent _ -> null;
            case CourseEvent _ -> null;
            case CertificateEvent _ -> null;
            case PriceListEvent _ -> null;
            case OfferingEvent e -> on(e);
            case StudentEvent e -> on(e);
            case EnrollmentEvent e -> on(e);
            case AccountEvent e -> on(e);
            case FundEvent e -> on(e);
            case AwardEvent e -> on(e);
            case PaymentEvent e -> on(e);
            case ExpenseEvent e -> on(e);
            default -> throw About.unknown(event);
        };
    }

    /**
     * The same where some events of a commit have no day of their own: a seat counts with its
     * enrollment, what a fund holds with the award it holds it for.
     *
     * @param commit the events recorded together with this one, itself included
     */
    static @Nullable LocalDate on(Object event, Collection<?> commit) {
        return switch (event) {
            case SeatTaken seat -> {
                for (var other : commit)
                    if (other instanceof StudentEnrolled e
                            && e.enrollmentId().equals(seat.enrollmentId())) yield on(e);
                yield null;
            }
            case FundEncumbered held -> {
                for (var other : commit)
                    if (other instanceof AwardOffered e && e.awardId().equals(held.awardId()))
                        yield on(e);
                yield null;
            }
            default -> on(event);
        };
    }

    private static @Nullable LocalDate on(OfferingEvent event) {
        return switch (event) {
            case OfferingScheduled _ -> null;
            case SeatTaken _ -> null;
        };
    }

    private static @Nullable LocalDate on(StudentEvent event) {
        return switch (event) {
            case StudentRegistered _ -> null;
            case CandidacyDeclared e -> e.declaredOn();
        };
    }

    private static @Nullable LocalDate on(EnrollmentEvent event) {
        return switch (event) {
            case StudentEnrolled e -> e.effectiveOn();
            case CourseCompleted e -> e.completedOn();
            case CourseNotCompleted e -> e.completedOn();
            case CompletionReversed _ -> null;
        };
    }

    private static @Nullable LocalDate on(AccountEvent event) {
        return switch (event) {
            case TuitionCharged e -> e.chargedOn();
            case AwardCredited e -> e.creditedOn();
            case AwardWithdrawn e -> e.withdrawnOn();
            case PaymentPosted e -> e.receivedOn();
            case RefundPosted e -> e.refundedOn();
        };
    }

    private static @Nullable LocalDate on(FundEvent event) {
        return switch (event) {
            case FundEstablished _ -> null;
            case ContributionReceived e -> e.receivedOn();
            case FundEncumbered _ -> null;
            case EncumbranceReleased e -> e.releasedOn();
        };
    }

    private static @Nullable LocalDate on(AwardEvent event) {
        return switch (event) {
            case AwardOffered e -> e.offeredOn();
            case AwardAccepted e -> e.acceptedOn();
            case AwardReleased e -> e.releasedOn();
            case AwardRevoked e -> e.revokedOn();
        };
    }

    private static @Nullable LocalDate on(PaymentEvent event) {
        return switch (event) {
            case PaymentReceived e -> e.receivedOn();
            case PaymentRefunded e -> e.refundedOn();
        };
    }

    private static @Nullable LocalDate on(ExpenseEvent event) {
        return switch (event) {
            case ExpenseRecorded e -> e.incurredOn();
        };
    }
}
