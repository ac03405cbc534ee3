package colophon.views.history;

import colophon.events.account.AccountEvent;
import colophon.events.account.AwardCredited;
import colophon.events.account.AwardPromised;
import colophon.events.account.ChargePosted;
import colophon.events.account.ExpensePosted;
import colophon.events.award.AwardEvent;
import colophon.events.credential.CredentialEvent;
import colophon.events.enrollment.EnrollmentCancelled;
import colophon.events.enrollment.EnrollmentDeclined;
import colophon.events.enrollment.EnrollmentDeferred;
import colophon.events.enrollment.EnrollmentDropped;
import colophon.events.enrollment.EnrollmentEvent;
import colophon.events.enrollment.EnrollmentReinstated;
import colophon.events.enrollment.EnrollmentTransferred;
import colophon.events.enrollment.EnrollmentWithdrawn;
import colophon.events.enrollment.SeatOfferLapsed;
import colophon.events.enrollment.SeatOffered;
import colophon.events.enrollment.StudentApplied;
import colophon.events.enrollment.StudentEnrolled;
import colophon.events.enrollment.StudentWaitlisted;
import colophon.events.expense.ExpenseEvent;
import colophon.events.expense.ExpenseRecorded;
import colophon.events.fund.EncumbranceReduced;
import colophon.events.fund.EncumbranceReleased;
import colophon.events.fund.FundEncumbered;
import colophon.events.fund.FundEstablished;
import colophon.events.fund.FundEvent;
import colophon.events.institution.InstitutionEvent;
import colophon.events.offering.OfferingCancelled;
import colophon.events.offering.OfferingEvent;
import colophon.events.offering.OfferingScheduled;
import colophon.events.offering.RefundPolicyRevised;
import colophon.events.offering.SeatHeld;
import colophon.events.offering.SeatReleased;
import colophon.events.offering.SeatTaken;
import colophon.events.offering.WaitlistJoined;
import colophon.events.offering.WaitlistLeft;
import colophon.events.payment.PaymentReceived;
import colophon.events.pricelist.TuitionDelisted;
import colophon.events.pricelist.TuitionListed;
import colophon.events.program.CertificateEvent;
import colophon.events.program.CourseEvent;
import colophon.events.program.ProgramEvent;
import colophon.events.rights.RightsEvent;
import colophon.events.student.StudentEvent;
import colophon.events.transcript.TranscriptEvent;

import org.jspecify.annotations.Nullable;

/**
 * Answers: which ids does an event name? A test over all facts finds an id that is forgotten here.
 */
final class EventReferences {

    private EventReferences() {}

    /** The student an event names, or null. */
    static @Nullable String student(Object event) {
        return switch (event) {
            case StudentEvent e -> e.studentId();
            case TranscriptEvent e -> e.studentId();
            case CredentialEvent e -> e.studentId();
            case EnrollmentEvent e -> e.studentId();
            case AccountEvent e -> e.studentId();
            case AwardEvent e -> e.studentId();
            case ExpenseEvent e -> e.studentId();
            case RightsEvent e -> e.studentId();
            case SeatTaken e -> e.studentId();
            case SeatHeld e -> e.studentId();
            case SeatReleased e -> e.studentId();
            case WaitlistJoined e -> e.studentId();
            case WaitlistLeft e -> e.studentId();
            case FundEncumbered e -> e.studentId();
            case EncumbranceReduced e -> e.studentId();
            case EncumbranceReleased e -> e.studentId();
            case PaymentReceived e -> e.studentId();
            default -> null;
        };
    }

    /** The offering an event names, or null. */
    static @Nullable String offering(Object event) {
        return switch (event) {
            case OfferingEvent e -> e.offeringId();
            case StudentApplied e -> e.offeringId();
            case StudentEnrolled e -> e.offeringId();
            case StudentWaitlisted e -> e.offeringId();
            case SeatOffered e -> e.offeringId();
            case SeatOfferLapsed e -> e.offeringId();
            case EnrollmentDeclined e -> e.offeringId();
            case EnrollmentDropped e -> e.offeringId();
            case EnrollmentWithdrawn e -> e.offeringId();
            case EnrollmentCancelled e -> e.offeringId();
            case EnrollmentDeferred e -> e.offeringId();
            case EnrollmentTransferred e -> e.offeringId(); // the old seat is released
            case EnrollmentReinstated e -> e.offeringId();
            case ChargePosted e -> e.offeringId();
            case ExpensePosted e -> e.offeringId();
            case ExpenseRecorded e -> e.offeringId();
            case TuitionListed e -> e.offeringId();
            case TuitionDelisted e -> e.offeringId();
            default -> null;
        };
    }

    /** The fund an event names, or null. */
    static @Nullable String fund(Object event) {
        return switch (event) {
            case FundEvent e -> e.fundId();
            case AwardEvent e -> e.fundId();
            case AwardPromised e -> e.fundId();
            case AwardCredited e -> e.fundId();
            default -> null;
        };
    }

    /** True for events that are public: institutions, catalog, schedule. */
    static boolean catalog(Object event) {
        return switch (event) {
            case InstitutionEvent _ -> true;
            case ProgramEvent _ -> true;
            case CourseEvent _ -> true;
            case CertificateEvent _ -> true;
            case FundEstablished _ -> true; // students with an award of the fund see its name
            case OfferingEvent stream ->
                    switch (stream) {
                        case OfferingScheduled _ -> true;
                        case OfferingCancelled _ -> true;
                        case RefundPolicyRevised _ -> true;
                        case SeatTaken _ -> false;
                        case SeatHeld _ -> false;
                        case SeatReleased _ -> false;
                        case WaitlistJoined _ -> false;
                        case WaitlistLeft _ -> false;
                    };
            default -> false;
        };
    }

    static IllegalArgumentException unknown(Object event) {
        return new IllegalArgumentException("History knows no " + event.getClass().getSimpleName());
    }
}
