package colophon.views.history;

import static java.util.stream.Collectors.joining;

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
import colophon.events.fund.Coverage;
import colophon.events.fund.EncumbranceReduced;
import colophon.events.fund.EncumbranceReleased;
import colophon.events.fund.FundEncumbered;
import colophon.events.fund.FundEstablished;
import colophon.events.fund.FundEvent;
import colophon.events.imports.ImportCancellationRequested;
import colophon.events.imports.ImportCancelled;
import colophon.events.imports.ImportEvent;
import colophon.events.imports.ImportFinished;
import colophon.events.imports.ImportReversalStarted;
import colophon.events.imports.ImportReversed;
import colophon.events.imports.ImportStarted;
import colophon.events.institution.InstitutionEvent;
import colophon.events.institution.InstitutionRegistered;
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
import colophon.events.pricelist.TuitionDelisted;
import colophon.events.pricelist.TuitionListed;
import colophon.events.program.CertificateDefined;
import colophon.events.program.CertificateEvent;
import colophon.events.program.CourseEvent;
import colophon.events.program.CourseListed;
import colophon.events.program.ProgramEvent;
import colophon.events.program.ProgramOpened;
import colophon.events.program.RequirementRevised;
import colophon.events.rights.AmendmentDecided;
import colophon.events.rights.AmendmentRequested;
import colophon.events.rights.DirectoryOptOutChanged;
import colophon.events.rights.RightsEvent;
import colophon.events.rights.StatementPlaced;
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

import java.util.Collection;

/**
 * Answers: what happened, in plain words? The text never contains a person's name; viewers who may
 * read names get them beside it. The switches are exhaustive, so a new event needs its text here
 * before it compiles.
 *
 * @param reason the stated reason, or null
 */
record EventText(String text, @Nullable String reason) {

    /** The text of an event. Throws IllegalArgumentException for an unknown type. */
    static EventText of(Object event) {
        return switch (event) {
            case InstitutionEvent e -> of(e);
            case ProgramEvent e -> of(e);
            case CourseEvent e -> of(e);
            case CertificateEvent e -> of(e);
            case PriceListEvent e -> of(e);
            case ImportEvent e -> of(e);
            case OfferingEvent e -> of(e);
            case StudentEvent e -> of(e);
            case TranscriptEvent e -> of(e);
            case CredentialEvent e -> of(e);
            case EnrollmentEvent e -> of(e);
            case AccountEvent e -> of(e);
            case FundEvent e -> of(e);
            case AwardEvent e -> of(e);
            case PaymentEvent e -> of(e);
            case ExpenseEvent e -> of(e);
            case RightsEvent e -> of(e);
            default -> throw EventReferences.unknown(event);
        };
    }

    private static EventText of(InstitutionEvent event) {
        return switch (event) {
            case InstitutionRegistered e ->
                    said(
                            "Institution "
                                    + e.institutionId()
                                    + " is registered as "
                                    + e.name()
                                    + ", currency "
                                    + e.currency()
                                    + ", time zone "
                                    + e.zone());
        };
    }

    private static EventText of(ProgramEvent event) {
        return switch (event) {
            case ProgramOpened e -> said("Program " + e.programId() + " opened: " + e.name());
        };
    }

    private static EventText of(CourseEvent event) {
        return switch (event) {
            case CourseListed e ->
                    said(
                            "Course "
                                    + e.courseId()
                                    + " entered the catalog of program "
                                    + e.programId()
                                    + ": "
                                    + e.title());
        };
    }

    private static EventText of(CertificateEvent event) {
        return switch (event) {
            case CertificateDefined e ->
                    said("Certificate " + e.certificateId() + " can be earned: " + e.title());
            case RequirementRevised e ->
                    said(
                            "Version "
                                    + e.version()
                                    + " of the requirement of certificate "
                                    + e.certificateId()
                                    + " applies from "
                                    + e.appliesFrom());
        };
    }

    private static EventText of(ImportEvent event) {
        return switch (event) {
            case ImportStarted e ->
                    said(
                            "Import "
                                    + e.importId()
                                    + " of "
                                    + e.rows()
                                    + " rows of "
                                    + e.kind()
                                    + " began");
            case ImportFinished e ->
                    said(
                            "Import "
                                    + e.importId()
                                    + " ended: "
                                    + e.accepted()
                                    + " rows accepted, "
                                    + e.refused()
                                    + " refused, "
                                    + e.repeated()
                                    + " repeated");
            case ImportCancellationRequested e ->
                    said(
                            "Import "
                                    + e.importId()
                                    + (e.requestedBy() == null
                                            ? " is being stopped"
                                            : " is being cancelled"),
                            e.reason());
            case ImportCancelled e ->
                    said(
                            "Import "
                                    + e.importId()
                                    + " was cancelled: "
                                    + e.accepted()
                                    + " rows done, "
                                    + e.refused()
                                    + " refused, "
                                    + e.repeated()
                                    + " repeated");
            case ImportReversalStarted e ->
                    said("Import " + e.importId() + " is being reversed", e.reason());
            case ImportReversed e ->
                    said(
                            "Import "
                                    + e.importId()
                                    + " was reversed: "
                                    + e.reversed()
                                    + " rows, "
                                    + e.refused()
                                    + " refused");
        };
    }

    private static EventText of(PriceListEvent event) {
        return switch (event) {
            case TuitionListed e ->
                    said(
                            "Offering "
                                    + e.offeringId()
                                    + " is on the price list at "
                                    + e.tuition()
                                    + plus(" with a deposit of ", e.deposit())
                                    + ", until "
                                    + e.endsOn());
            case TuitionDelisted e ->
                    said("Offering " + e.offeringId() + " is removed from the price list");
        };
    }

    private static EventText of(OfferingEvent event) {
        return switch (event) {
            case OfferingScheduled e ->
                    said(
                            "Offering "
                                    + e.offeringId()
                                    + " of course "
                                    + e.courseId()
                                    + " will run from "
                                    + e.startsOn()
                                    + " to "
                                    + e.endsOn()
                                    + " with "
                                    + e.capacity()
                                    + " seats at "
                                    + e.tuition()
                                    + plus(", including a deposit of ", e.deposit()));
            case SeatTaken e ->
                    said(
                            "A seat in offering "
                                    + e.offeringId()
                                    + " went to student "
                                    + e.studentId()
                                    + " for enrollment "
                                    + e.enrollmentId());
            case RefundPolicyRevised e ->
                    said(
                            "Offering "
                                    + e.offeringId()
                                    + " has version "
                                    + e.refundPolicy().version()
                                    + " of its refund policy",
                            e.reason());
            case SeatHeld e ->
                    said(
                            "A seat in offering "
                                    + e.offeringId()
                                    + " is held for student "
                                    + e.studentId()
                                    + " until "
                                    + e.confirmBy());
            case SeatReleased e ->
                    said(
                            "The seat of enrollment "
                                    + e.enrollmentId()
                                    + " in offering "
                                    + e.offeringId()
                                    + " is released");
            case WaitlistJoined e ->
                    said(
                            "Student "
                                    + e.studentId()
                                    + " joined the waitlist of offering "
                                    + e.offeringId());
            case WaitlistLeft e ->
                    said(
                            "Student "
                                    + e.studentId()
                                    + " left the waitlist of offering "
                                    + e.offeringId());
            case OfferingCancelled e ->
                    said("Offering " + e.offeringId() + " is cancelled", e.reason());
        };
    }

    private static EventText of(StudentEvent event) {
        return switch (event) {
            case StudentRegistered e -> said("Student " + e.studentId() + " is registered");
            case CandidacyDeclared e ->
                    said(
                            "Student "
                                    + e.studentId()
                                    + " declares for certificate "
                                    + e.certificateId()
                                    + " under version "
                                    + e.requirementVersion()
                                    + " of its requirement"
                                    + plus(", pathway ", e.pathway()));
            case CandidacyMoved e ->
                    said(
                            "The candidacy for certificate "
                                    + e.certificateId()
                                    + " falls under version "
                                    + e.requirementVersion()
                                    + " of its requirement"
                                    + plus(", pathway ", e.pathway()),
                            e.reason());
            case LeaveGranted e ->
                    said(
                            "Leave from certificate "
                                    + e.certificateId()
                                    + " from "
                                    + e.from()
                                    + " to "
                                    + e.until(),
                            e.reason());
            case CandidacyReinstated e ->
                    said(
                            "The candidacy for certificate " + e.certificateId() + " is reinstated",
                            e.reason());
            case ErasureRequested e ->
                    said(
                            "Account "
                                    + e.requestedBy()
                                    + " requests the erasure of student "
                                    + e.studentId(),
                            e.reason());
            case ErasureWithdrawn e ->
                    said(
                            "The request to erase student " + e.studentId() + " is withdrawn",
                            e.reason());
            case StudentErased e ->
                    said(
                            "Account "
                                    + e.confirmedBy()
                                    + " confirms, and student "
                                    + e.studentId()
                                    + " is erased");
        };
    }

    private static EventText of(TranscriptEvent event) {
        return switch (event) {
            case CompletionPosted e ->
                    said(
                            "Course "
                                    + e.courseId()
                                    + " is added to the transcript (enrollment "
                                    + e.enrollmentId()
                                    + ")");
            case CompletionRemoved e ->
                    said(
                            "Enrollment " + e.enrollmentId() + " is removed from the transcript",
                            e.reason());
            case CreditTransferred e ->
                    said(
                            "Credit "
                                    + e.creditId()
                                    + " from "
                                    + e.source()
                                    + " counts as course "
                                    + e.courseId(),
                            e.reason());
            case CreditShared e ->
                    said(
                            "Credit " + e.creditId() + " counts toward " + e.degree() + ", too",
                            e.reason());
            case RequirementWaived e ->
                    said(
                            "Of certificate "
                                    + e.certificateId()
                                    + ", node '"
                                    + e.node()
                                    + "' is waived"
                                    + plus(" by ", e.count()),
                            e.reason());
            case CourseSubstituted e ->
                    said(
                            "For certificate "
                                    + e.certificateId()
                                    + ", course "
                                    + e.byCourseId()
                                    + " counts as course "
                                    + e.courseId(),
                            e.reason());
            case EntryWithdrawn e ->
                    said("Entry " + e.entryId() + " of the transcript is withdrawn", e.reason());
            case ConferralPosted e ->
                    said("Credential " + e.credentialId() + " is added to the transcript");
            case ConferralRemoved e ->
                    said("Credential " + e.credentialId() + " is removed from the transcript");
        };
    }

    private static EventText of(CredentialEvent event) {
        return switch (event) {
            case CertificateConferred e ->
                    said(
                            "Certificate "
                                    + e.certificateId()
                                    + " is conferred on student "
                                    + e.studentId()
                                    + " under version "
                                    + e.requirementVersion()
                                    + " of its requirement (credential "
                                    + e.credentialId()
                                    + ")");
            case CredentialRevoked e ->
                    said("Credential " + e.credentialId() + " is revoked", e.reason());
            case CredentialReinstated e ->
                    said("Credential " + e.credentialId() + " is reinstated", e.reason());
            case CredentialSuperseded e ->
                    said(
                            "Credential "
                                    + e.credentialId()
                                    + " is superseded by "
                                    + e.supersededBy(),
                            e.reason());
        };
    }

    private static EventText of(EnrollmentEvent event) {
        return switch (event) {
            case StudentEnrolled e ->
                    said(
                            "Student "
                                    + e.studentId()
                                    + " is enrolled in offering "
                                    + e.offeringId()
                                    + " of course "
                                    + e.courseId()
                                    + " (enrollment "
                                    + e.enrollmentId()
                                    + ")");
            case CourseCompleted e ->
                    said(
                            "Course "
                                    + e.courseId()
                                    + " completed"
                                    + plus(" with grade ", e.grade())
                                    + " (enrollment "
                                    + e.enrollmentId()
                                    + ")");
            case CourseNotCompleted e ->
                    said(
                            "Course "
                                    + e.courseId()
                                    + " not completed"
                                    + plus(", grade ", e.grade())
                                    + " (enrollment "
                                    + e.enrollmentId()
                                    + ")");
            case CompletionReversed e ->
                    said(
                            "The outcome of course "
                                    + e.courseId()
                                    + " is reversed (enrollment "
                                    + e.enrollmentId()
                                    + ")",
                            e.reason());
            case StudentApplied e ->
                    said(
                            "Student "
                                    + e.studentId()
                                    + " applies for offering "
                                    + e.offeringId()
                                    + " of course "
                                    + e.courseId()
                                    + " (enrollment "
                                    + e.enrollmentId()
                                    + ")");
            case StudentWaitlisted e ->
                    said(
                            "Student "
                                    + e.studentId()
                                    + " is on the waitlist of offering "
                                    + e.offeringId()
                                    + " of course "
                                    + e.courseId()
                                    + " (enrollment "
                                    + e.enrollmentId()
                                    + ")");
            case SeatOffered e ->
                    said(
                            "A seat in offering "
                                    + e.offeringId()
                                    + " is offered, to be confirmed by "
                                    + e.confirmBy()
                                    + " (enrollment "
                                    + e.enrollmentId()
                                    + ")");
            case EnrollmentDeclined e ->
                    said(
                            "Enrollment "
                                    + e.enrollmentId()
                                    + " in offering "
                                    + e.offeringId()
                                    + " is declined",
                            e.reason());
            case SeatOfferLapsed e ->
                    said(
                            "The seat offered in offering "
                                    + e.offeringId()
                                    + " was not confirmed by "
                                    + e.confirmBy()
                                    + " (enrollment "
                                    + e.enrollmentId()
                                    + ")");
            case EnrollmentDropped e ->
                    said(
                            "Enrollment "
                                    + e.enrollmentId()
                                    + " in offering "
                                    + e.offeringId()
                                    + " is dropped before the start",
                            e.reason());
            case EnrollmentWithdrawn e ->
                    said(
                            "Enrollment "
                                    + e.enrollmentId()
                                    + " in offering "
                                    + e.offeringId()
                                    + " is withdrawn after the start",
                            e.reason());
            case EnrollmentCancelled e ->
                    said(
                            "Enrollment "
                                    + e.enrollmentId()
                                    + " in offering "
                                    + e.offeringId()
                                    + " is cancelled by the program",
                            e.reason());
            case EnrollmentDeferred e ->
                    said(
                            "Enrollment "
                                    + e.enrollmentId()
                                    + " in offering "
                                    + e.offeringId()
                                    + " is deferred to a later offering",
                            e.reason());
            case EnrollmentTransferred e ->
                    said(
                            "Enrollment "
                                    + e.enrollmentId()
                                    + " is transferred to offering "
                                    + e.offeringId()
                                    + " from offering "
                                    + e.fromOfferingId(),
                            e.reason());
            case EnrollmentReinstated e ->
                    said(
                            "Enrollment "
                                    + e.enrollmentId()
                                    + " in offering "
                                    + e.offeringId()
                                    + " is reinstated",
                            e.reason());
        };
    }

    private static EventText of(AccountEvent event) {
        return switch (event) {
            case ChargePosted e ->
                    said(
                            "Charge "
                                    + e.chargeId()
                                    + ": "
                                    + e.kind()
                                    + " of "
                                    + e.amount()
                                    + plus(", ", e.description())
                                    + plus(" for enrollment ", e.enrollmentId())
                                    + ", due on "
                                    + e.dueOn());
            case AwardCredited e ->
                    said(
                            "Award "
                                    + e.awardId()
                                    + " of fund "
                                    + e.fundId()
                                    + " may pay up to "
                                    + e.amount()
                                    + (e.oneCourse() ? " for one course" : "")
                                    + plus(", only for enrollment ", e.enrollmentId())
                                    + plus(", until ", e.expiresOn()));
            case ExpensePosted e ->
                    said("Awards may reimburse expense " + e.expenseId() + " of " + e.amount());
            case ExpenseReversalPosted e ->
                    said("Awards no longer reimburse expense " + e.expenseId(), e.reason());
            case AwardWithdrawn e ->
                    said("Award " + e.awardId() + " pays nothing any more", e.reason());
            case PaymentPosted e ->
                    said(
                            "Payment "
                                    + e.paymentId()
                                    + " of "
                                    + e.amount()
                                    + " by "
                                    + e.payer()
                                    + ", "
                                    + e.method()
                                    + plus(", ", e.reference())
                                    + ", is booked");
            case RefundPosted e ->
                    said(
                            "Refund "
                                    + e.refundId()
                                    + " of "
                                    + e.amount()
                                    + " to "
                                    + e.payer()
                                    + ", from payment "
                                    + e.paymentId()
                                    + ", is booked",
                            e.reason());
            case ChargeReversed e ->
                    said(e.amount() + " of charge " + e.chargeId() + " is reversed", e.reason());
            case ChargeWrittenOff e ->
                    said(e.amount() + " of charge " + e.chargeId() + " is written off", e.reason());
            case AwardPromised e ->
                    said(
                            "Award "
                                    + e.awardId()
                                    + " of fund "
                                    + e.fundId()
                                    + " is promised: "
                                    + e.amount()
                                    + " once it is accepted"
                                    + plus(", until ", e.expiresOn()));
            case AwardCreditReduced e ->
                    said(
                            "Award "
                                    + e.awardId()
                                    + " may pay "
                                    + e.amount()
                                    + " at most from now on",
                            e.reason());
            case PaymentReversalPosted e ->
                    said(
                            "Payment "
                                    + e.paymentId()
                                    + " of "
                                    + e.amount()
                                    + " counts as never received",
                            e.reason());
            case AllocationLocked e ->
                    said(
                            e.amount()
                                    + plus(" of award ", e.awardId())
                                    + plus(" of payment ", e.paymentId())
                                    + " is to pay charge "
                                    + e.chargeId()
                                    + " (lock "
                                    + e.lockId()
                                    + ")",
                            e.reason());
            case AllocationUnlocked e ->
                    said("Lock " + e.lockId() + " on an allocation is lifted", e.reason());
            case PaymentPlanAgreed e -> said("Payment plan " + e.planId() + ": " + instalments(e));
            case PaymentPlanEnded e -> said("Payment plan " + e.planId() + " ends", e.reason());
        };
    }

    private static EventText of(FundEvent event) {
        return switch (event) {
            case FundEstablished e ->
                    said(
                            "Fund "
                                    + e.fundId()
                                    + " is established: "
                                    + e.name()
                                    + plus(", of ", e.sponsor())
                                    + ", with "
                                    + e.budget()
                                    + " for "
                                    + inWords(e.covers()));
            case ContributionReceived e -> said(e.amount() + " is added to fund " + e.fundId());
            case FundEncumbered e ->
                    said(
                            "Fund "
                                    + e.fundId()
                                    + " holds "
                                    + e.amount()
                                    + " for award "
                                    + e.awardId());
            case EncumbranceReleased e ->
                    said(
                            "Fund "
                                    + e.fundId()
                                    + " no longer holds "
                                    + e.amount()
                                    + " for award "
                                    + e.awardId());
            case EncumbranceReduced e ->
                    said(
                            "Fund "
                                    + e.fundId()
                                    + " holds "
                                    + e.amount()
                                    + " less for award "
                                    + e.awardId());
        };
    }

    private static EventText of(AwardEvent event) {
        return switch (event) {
            case AwardOffered e ->
                    said(
                            "Award "
                                    + e.awardId()
                                    + " of fund "
                                    + e.fundId()
                                    + " is offered to student "
                                    + e.studentId()
                                    + ": "
                                    + (e.oneCourse() ? "one course, up to " : "")
                                    + e.amount()
                                    + plus(", only for enrollment ", e.enrollmentId())
                                    + plus(", until ", e.expiresOn()));
            case AwardAccepted e -> said("Award " + e.awardId() + " is accepted");
            case AwardReleased e -> said("Award " + e.awardId() + " is released", e.reason());
            case AwardRevoked e -> said("Award " + e.awardId() + " is revoked", e.reason());
            case AwardReduced e ->
                    said(
                            "Award " + e.awardId() + " is worth " + e.amount() + " from now on",
                            e.reason());
            case AlternatesRanked e ->
                    said(
                            "If award "
                                    + e.awardId()
                                    + " ends, the alternates in order are "
                                    + String.join(", ", e.studentIds()));
            case AwardPassedOn e ->
                    said(
                            "Award "
                                    + e.awardId()
                                    + " is passed on to student "
                                    + e.toStudentId()
                                    + " as award "
                                    + e.toAwardId());
        };
    }

    private static EventText of(PaymentEvent event) {
        return switch (event) {
            case PaymentReceived e ->
                    said(
                            "Payment "
                                    + e.paymentId()
                                    + " of "
                                    + e.amount()
                                    + " by "
                                    + e.payer()
                                    + ", "
                                    + e.method()
                                    + plus(", ", e.reference())
                                    + ", is received");
            case PaymentRefunded e ->
                    said(
                            "Refund "
                                    + e.refundId()
                                    + ": "
                                    + e.amount()
                                    + " of payment "
                                    + e.paymentId()
                                    + " is refunded",
                            e.reason());
            case PaymentReversed e ->
                    said("Payment " + e.paymentId() + " counts as never received", e.reason());
        };
    }

    private static EventText of(ExpenseEvent event) {
        return switch (event) {
            case ExpenseRecorded e ->
                    said(
                            "Expense "
                                    + e.expenseId()
                                    + ": "
                                    + e.amount()
                                    + " for "
                                    + e.category()
                                    + plus(", for offering ", e.offeringId()));
            case ExpenseReversed e -> said("Expense " + e.expenseId() + " is reversed", e.reason());
        };
    }

    private static EventText of(RightsEvent event) {
        return switch (event) {
            case DirectoryOptOutChanged e ->
                    said(
                            e.optedOut()
                                    ? "The student has opted out of being named"
                                    : "The student may be named again");
            case AmendmentRequested e ->
                    said("Amendment " + e.amendmentId() + " of the record is requested");
            case AmendmentDecided e ->
                    said(
                            "Amendment "
                                    + e.amendmentId()
                                    + (e.granted()
                                            ? " is granted, the record corrected by commit "
                                                    + e.corrections().stream()
                                                            .map(String::valueOf)
                                                            .collect(joining(", "))
                                            : " is denied, the record is unchanged"));
            case StatementPlaced e ->
                    said(
                            "A statement of the student on amendment "
                                    + e.amendmentId()
                                    + " is shown with the record");
        };
    }

    private static EventText said(String text) {
        return new EventText(text, null);
    }

    private static EventText said(String text, String reason) {
        return new EventText(text, reason);
    }

    private static String plus(String before, @Nullable Object more) {
        return more == null ? "" : before + more;
    }

    private static String inWords(Collection<Coverage> covers) {
        return covers.stream().map(Coverage::toString).sorted().collect(joining(", "));
    }

    private static String instalments(PaymentPlanAgreed plan) {
        return plan.instalments().stream()
                .map(part -> part.amount() + " on " + part.dueOn())
                .collect(joining(", "));
    }
}
