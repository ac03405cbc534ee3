package colophon.views.history;

import colophon.events.account.AccountEvent;
import colophon.events.account.AllocationLocked;
import colophon.events.account.AllocationUnlocked;
import colophon.events.account.AwardCreditReduced;
import colophon.events.account.AwardCredited;
import colophon.events.account.AwardPromised;
import colophon.events.account.AwardWithdrawn;
import colophon.events.account.ChargePosted;
import colophon.events.account.ChargeReversed;
import colophon.events.account.ChargeWrittenOff;
import colophon.events.account.ExpensePosted;
import colophon.events.account.ExpenseReversalPosted;
import colophon.events.account.PaymentPlanAgreed;
import colophon.events.account.PaymentPlanEnded;
import colophon.events.account.PaymentPosted;
import colophon.events.account.PaymentReversalPosted;
import colophon.events.account.RefundPosted;
import colophon.events.award.AlternatesRanked;
import colophon.events.award.AwardAccepted;
import colophon.events.award.AwardEvent;
import colophon.events.award.AwardOffered;
import colophon.events.award.AwardPassedOn;
import colophon.events.award.AwardReduced;
import colophon.events.award.AwardReleased;
import colophon.events.award.AwardRevoked;
import colophon.events.credential.CertificateConferred;
import colophon.events.credential.CredentialEvent;
import colophon.events.credential.CredentialReinstated;
import colophon.events.credential.CredentialRevoked;
import colophon.events.credential.CredentialSuperseded;
import colophon.events.enrollment.CompletionReversed;
import colophon.events.enrollment.CourseCompleted;
import colophon.events.enrollment.CourseNotCompleted;
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
import colophon.events.expense.ExpenseReversed;
import colophon.events.fund.ContributionReceived;
import colophon.events.fund.EncumbranceReduced;
import colophon.events.fund.EncumbranceReleased;
import colophon.events.fund.FundEncumbered;
import colophon.events.fund.FundEstablished;
import colophon.events.fund.FundEvent;
import colophon.events.imports.ImportEvent;
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
import colophon.events.payment.PaymentEvent;
import colophon.events.payment.PaymentReceived;
import colophon.events.payment.PaymentRefunded;
import colophon.events.payment.PaymentReversed;
import colophon.events.pricelist.PriceListEvent;
import colophon.events.program.CertificateEvent;
import colophon.events.program.CourseEvent;
import colophon.events.program.ProgramEvent;
import colophon.events.rights.RightsEvent;
import colophon.events.student.CandidacyDeclared;
import colophon.events.student.CandidacyMoved;
import colophon.events.student.CandidacyReinstated;
import colophon.events.student.ErasureRequested;
import colophon.events.student.ErasureWithdrawn;
import colophon.events.student.LeaveGranted;
import colophon.events.student.StudentErased;
import colophon.events.student.StudentEvent;
import colophon.events.student.StudentRegistered;
import colophon.events.transcript.CompletionPosted;
import colophon.events.transcript.CompletionRemoved;
import colophon.events.transcript.ConferralPosted;
import colophon.events.transcript.ConferralRemoved;
import colophon.events.transcript.CourseSubstituted;
import colophon.events.transcript.CreditShared;
import colophon.events.transcript.CreditTransferred;
import colophon.events.transcript.EntryWithdrawn;
import colophon.events.transcript.RequirementWaived;
import colophon.events.transcript.TranscriptEvent;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Collection;

/**
 * Answers: from which day on does an event count? The switch is exhaustive, so a new event must be
 * classified here before it compiles.
 */
final class BusinessDate {

    private BusinessDate() {}

    /**
     * The business date of an event. Null for one that has none: names, the catalog, corrections
     * (they count for every day), and events that take their day from another event, see {@link
     * #on(Object, Collection)}.
     */
    static @Nullable LocalDate on(Object event) {
        return switch (event) {
            case InstitutionEvent _ -> null;
            case ProgramEvent _ -> null;
            case CourseEvent _ -> null;
            case CertificateEvent _ -> null;
            case PriceListEvent _ -> null;
            case ImportEvent _ -> null;
            case OfferingEvent e -> on(e);
            case StudentEvent e -> on(e);
            case TranscriptEvent e -> on(e);
            case CredentialEvent e -> on(e);
            case EnrollmentEvent e -> on(e);
            case AccountEvent e -> on(e);
            case FundEvent e -> on(e);
            case AwardEvent e -> on(e);
            case PaymentEvent e -> on(e);
            case ExpenseEvent e -> on(e);
            case RightsEvent _ -> null; // they count as soon as they are known
            default -> throw EventReferences.unknown(event);
        };
    }

    /**
     * The business date of an event, where it may come from another event of the same commit: a
     * seat takes the day of its enrollment, and an encumbrance the day of its award.
     *
     * @param commit the events recorded together with this one, itself included
     */
    static @Nullable LocalDate on(Object event, Collection<?> commit) {
        return switch (event) {
            case SeatTaken e -> withEnrollment(e.enrollmentId(), commit);
            case SeatHeld e -> withEnrollment(e.enrollmentId(), commit);
            case SeatReleased e -> withEnrollment(e.enrollmentId(), commit);
            case WaitlistJoined e -> withEnrollment(e.enrollmentId(), commit);
            case WaitlistLeft e -> withEnrollment(e.enrollmentId(), commit);
            case FundEncumbered e -> withAward(e.awardId(), commit);
            case ConferralPosted e -> withCredential(e.credentialId(), commit);
            case ConferralRemoved e -> withCredential(e.credentialId(), commit);
            default -> on(event);
        };
    }

    private static @Nullable LocalDate withEnrollment(String id, Collection<?> commit) {
        for (var other : commit)
            if (other instanceof EnrollmentEvent e && e.enrollmentId().equals(id)) {
                var day = on(e);
                if (day != null) return day;
            }
        return null;
    }

    private static @Nullable LocalDate withCredential(String id, Collection<?> commit) {
        for (var other : commit)
            if (other instanceof CredentialEvent e && e.credentialId().equals(id)) return on(e);
        return null;
    }

    private static @Nullable LocalDate withAward(String id, Collection<?> commit) {
        for (var other : commit)
            if (other instanceof AwardOffered e && e.awardId().equals(id)) return e.offeredOn();
        return null;
    }

    private static @Nullable LocalDate on(OfferingEvent event) {
        return switch (event) {
            case OfferingScheduled _ -> null;
            case SeatTaken _ -> null;
            case RefundPolicyRevised _ -> null;
            case SeatHeld _ -> null;
            case SeatReleased _ -> null;
            case WaitlistJoined _ -> null;
            case WaitlistLeft _ -> null;
            case OfferingCancelled e -> e.cancelledOn();
        };
    }

    private static @Nullable LocalDate on(StudentEvent event) {
        return switch (event) {
            case StudentRegistered _ -> null;
            case CandidacyDeclared e -> e.declaredOn();
            case CandidacyMoved e -> e.movedOn();
            case CandidacyReinstated e -> e.reinstatedOn();
            case LeaveGranted _ -> null; // the event states its own days
            case ErasureRequested _ -> null;
            case ErasureWithdrawn _ -> null;
            case StudentErased _ -> null;
        };
    }

    private static @Nullable LocalDate on(TranscriptEvent event) {
        return switch (event) {
            case CompletionPosted e -> e.completedOn();
            case CompletionRemoved _ -> null;
            case CreditTransferred e -> e.completedOn();
            case CreditShared _ -> null;
            case RequirementWaived e -> e.waivedOn();
            case CourseSubstituted e -> e.substitutedOn();
            case EntryWithdrawn _ -> null;
            case ConferralPosted _ -> null;
            case ConferralRemoved _ -> null;
        };
    }

    private static LocalDate on(CredentialEvent event) {
        return switch (event) {
            case CertificateConferred e -> e.conferredOn();
            case CredentialRevoked e -> e.revokedOn();
            case CredentialReinstated e -> e.reinstatedOn();
            case CredentialSuperseded e -> e.supersededOn();
        };
    }

    private static @Nullable LocalDate on(EnrollmentEvent event) {
        return switch (event) {
            case StudentEnrolled e -> e.effectiveOn();
            case CourseCompleted e -> e.completedOn();
            case CourseNotCompleted e -> e.completedOn();
            case CompletionReversed _ -> null;
            case StudentApplied e -> e.appliedOn();
            case StudentWaitlisted e -> e.waitlistedOn();
            case SeatOffered e -> e.offeredOn();
            case EnrollmentDeclined e -> e.declinedOn();
            case SeatOfferLapsed e -> e.lapsedOn();
            case EnrollmentDropped e -> e.droppedOn();
            case EnrollmentWithdrawn e -> e.withdrawnOn();
            case EnrollmentCancelled e -> e.cancelledOn();
            case EnrollmentDeferred e -> e.deferredOn();
            case EnrollmentTransferred e -> e.transferredOn();
            case EnrollmentReinstated e -> e.reinstatedOn();
        };
    }

    private static @Nullable LocalDate on(AccountEvent event) {
        return switch (event) {
            case ChargePosted e -> e.chargedOn();
            case AwardCredited e -> e.creditedOn();
            case AwardWithdrawn e -> e.withdrawnOn();
            case PaymentPosted e -> e.receivedOn();
            case RefundPosted e -> e.refundedOn();
            case ChargeReversed e -> e.reversedOn();
            case ChargeWrittenOff e -> e.writtenOffOn();
            case AwardPromised e -> e.promisedOn();
            case AwardCreditReduced e -> e.reducedOn();
            case PaymentReversalPosted e -> e.reversedOn();
            case AllocationLocked e -> e.lockedOn();
            case AllocationUnlocked e -> e.unlockedOn();
            case PaymentPlanAgreed e -> e.agreedOn();
            case PaymentPlanEnded e -> e.endedOn();
            case ExpensePosted e -> e.incurredOn();
            case ExpenseReversalPosted e -> e.reversedOn();
        };
    }

    private static @Nullable LocalDate on(FundEvent event) {
        return switch (event) {
            case FundEstablished _ -> null;
            case ContributionReceived e -> e.receivedOn();
            case FundEncumbered _ -> null;
            case EncumbranceReleased e -> e.releasedOn();
            case EncumbranceReduced e -> e.reducedOn();
        };
    }

    private static @Nullable LocalDate on(AwardEvent event) {
        return switch (event) {
            case AwardOffered e -> e.offeredOn();
            case AwardAccepted e -> e.acceptedOn();
            case AwardReleased e -> e.releasedOn();
            case AwardRevoked e -> e.revokedOn();
            case AwardReduced e -> e.reducedOn();
            case AlternatesRanked e -> e.rankedOn();
            case AwardPassedOn e -> e.passedOn();
        };
    }

    private static @Nullable LocalDate on(PaymentEvent event) {
        return switch (event) {
            case PaymentReceived e -> e.receivedOn();
            case PaymentRefunded e -> e.refundedOn();
            case PaymentReversed e -> e.reversedOn();
        };
    }

    private static @Nullable LocalDate on(ExpenseEvent event) {
        return switch (event) {
            case ExpenseRecorded e -> e.incurredOn();
            case ExpenseReversed e -> e.reversedOn();
        };
    }
}
