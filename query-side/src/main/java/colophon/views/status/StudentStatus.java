package colophon.views.status;

import colophon.events.enrollment.EnrollmentState;
import colophon.events.fund.FundedBy;
import colophon.events.money.Money;
import colophon.events.progress.RequirementProgress.Counted;
import colophon.events.progress.RequirementProgress.Missing;
import colophon.events.progress.RequirementProgress.NotCounted;
import colophon.events.progress.RequirementProgress.Waived;
import colophon.views.figures.Balances;
import colophon.views.fund.AwardClauses.DoesNotPay;
import colophon.views.fund.AwardClauses.Pays;
import colophon.views.fund.AwardState;
import colophon.views.progress.CandidacyState;
import colophon.views.progress.CandidacyStatus.Conferral;
import colophon.views.rights.DisagreementStatement;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * Answers: how far is this student, and what do they owe? Holds progress, enrollments, awards and
 * balances. The names are null for an erased student.
 */
public record StudentStatus(
        String studentId,
        @Nullable String givenName,
        @Nullable String familyName,
        List<CertificateStatus> certificates,
        List<EnrollmentStatus> enrollments,
        List<AccountStatus> accounts,
        List<AwardStatus> awards,
        List<DisagreementStatement> statements) {

    /**
     * Progress toward one certificate. {@code status} and {@code lapsesAfter} are those of {@link
     * CandidacyStatus}. Amounts are whole numbers, or texts if units have decimals.
     */
    public record CertificateStatus(
            String certificateId,
            String title,
            String programId,
            String institutionId,
            int requirementVersion,
            @Nullable String pathway,
            Object completed,
            Object required,
            CandidacyState status,
            List<Missing> missing,
            List<Counted> counted,
            List<Waived> waived,
            List<NotCounted> notCounted,
            @Nullable Conferral conferral,
            @Nullable LocalDate lapsesAfter,
            boolean matriculated,
            LocalDate declaredOn) {}

    /**
     * One enrollment. {@code confirmBy} is there while a seat is held, {@code placeInLine} while
     * the student is on a waitlist that has an order.
     */
    public record EnrollmentStatus(
            String enrollmentId,
            String offeringId,
            String courseId,
            @Nullable String courseTitle,
            EnrollmentState status,
            @Nullable String outcome,
            @Nullable String grade,
            @Nullable LocalDate completedOn,
            LocalDate effectiveOn,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable Money tuition,
            @Nullable LocalDate confirmBy,
            @Nullable Integer placeInLine) {}

    /** One account with every figure of {@link Balances}. */
    public record AccountStatus(
            String institutionId,
            String institutionName,
            Currency currency,
            @JsonUnwrapped Balances balances) {}

    /**
     * One award, clause by clause. {@code amount} is its value now, {@code left} the unused part of
     * it.
     */
    public record AwardStatus(
            String awardId,
            String fundId,
            @Nullable String fundName,
            @Nullable FundedBy fundedBy,
            String institutionId,
            AwardState status,
            Money amount,
            Money left,
            @Nullable LocalDate expiresOn,
            List<Pays> pays,
            List<DoesNotPay> doesNotPay) {}
}
