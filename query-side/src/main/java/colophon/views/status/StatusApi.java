package colophon.views.status;

import colophon.events.ledger.Ledger;
import colophon.events.money.Money;
import colophon.views.account.LedgerView;
import colophon.views.catalog.Course;
import colophon.views.catalog.Institution;
import colophon.views.credential.Credential;
import colophon.views.enrollment.Enrollment;
import colophon.views.export.ExportChapter;
import colophon.views.export.ExportChapterSource;
import colophon.views.figures.Balances;
import colophon.views.forecast.CostToFinish;
import colophon.views.fund.Award;
import colophon.views.fund.AwardClauses;
import colophon.views.fund.Fund;
import colophon.views.offering.Offering;
import colophon.views.progress.Candidacy;
import colophon.views.progress.CandidacyStatus;
import colophon.views.progress.CertificateProgress;
import colophon.views.progress.TranscriptView;
import colophon.views.reading.ViewSnapshot;
import colophon.views.reading.ViewSnapshot.ExpectedRead;
import colophon.views.reading.Viewer;
import colophon.views.reading.past.SupportsTimeTravel;
import colophon.views.reading.past.TimeTravelSubject;
import colophon.views.rights.Amendment;
import colophon.views.rights.DisagreementStatement;
import colophon.views.status.StudentStatus.AccountStatus;
import colophon.views.status.StudentStatus.AwardStatus;
import colophon.views.status.StudentStatus.CertificateStatus;
import colophon.views.status.StudentStatus.EnrollmentStatus;
import colophon.views.student.NameReader;
import colophon.views.student.Student;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** Shows progress, enrollments, awards and balances of a student in one answer. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Students")
class StatusApi implements ExportChapterSource {

    private final NameReader names;

    StatusApi(NameReader names) {
        this.names = names;
    }

    @Override
    public ExportChapter chapter() {
        return ExportChapter.STATUS;
    }

    @Override
    public Object of(ViewSnapshot views, Viewer viewer, String studentId) {
        return status(views, viewer, studentId);
    }

    @GetMapping({"/students/{id}/status", "/me/status"})
    @SupportsTimeTravel(TimeTravelSubject.STUDENT_AND_OFFERINGS)
    @Operation(summary = "Progress toward each certificate, and every figure of each account")
    @ApiResponse(responseCode = "200", description = "Certificates, enrollments and accounts")
    @ApiResponse(responseCode = "400", description = "A parameter is unknown or malformed")
    @ApiResponse(responseCode = "404", description = "There is no such student")
    @ApiResponse(responseCode = "503", description = "The views have not read that far yet")
    StudentStatus status(
            @Parameter(hidden = true) ViewSnapshot views,
            @Parameter(hidden = true) Viewer viewer,
            @PathVariable String id) {
        views.expect(
                ExpectedRead.one(Student.VIEW, id),
                ExpectedRead.all(Candidacy.VIEW, "student", id),
                ExpectedRead.all(Enrollment.VIEW, "student", id),
                ExpectedRead.one(TranscriptView.VIEW, id),
                ExpectedRead.all(Credential.VIEW, "student", id),
                ExpectedRead.all(LedgerView.VIEW, "student", id),
                ExpectedRead.all(Award.VIEW, "student", id),
                ExpectedRead.all(Amendment.VIEW, "student", id));
        var student = Student.in(views, viewer, id);
        var name = names.name(views, student);
        var candidacies = views.of(Candidacy.VIEW).all("student", id);
        var enrollments = views.of(Enrollment.VIEW).all("student", id);
        var certificateProgress = new CertificateProgress(views);
        return new StudentStatus(
                id,
                name.given(),
                name.family(),
                candidacies.stream()
                        .filter(candidacy -> viewer.sees(candidacy.institutionId(), id))
                        .map(
                                candidacy ->
                                        certificate(
                                                views, candidacy, enrollments, certificateProgress))
                        .toList(),
                enrollments.stream()
                        .filter(enrollment -> viewer.sees(enrollment.institutionId(), id))
                        .map(enrollment -> enrollment(views, enrollment))
                        .toList(),
                views.of(LedgerView.VIEW).all("student", id).stream()
                        .filter(facts -> viewer.sees(facts.institutionId(), id))
                        .map(
                                facts ->
                                        account(
                                                views,
                                                facts,
                                                candidacies,
                                                enrollments,
                                                certificateProgress))
                        .toList(),
                views.of(Award.VIEW).all("student", id).stream()
                        .filter(award -> viewer.sees(award.institutionId(), id))
                        .map(award -> award(views, award))
                        .toList(),
                DisagreementStatement.of(views, viewer, names, id));
    }

    private CertificateStatus certificate(
            ViewSnapshot views,
            Candidacy candidacy,
            List<Enrollment> enrollments,
            CertificateProgress certificateProgress) {
        var certificate = certificateProgress.certificate(candidacy);
        var today = Institution.in(views, candidacy.institutionId()).today(views);
        var progress = certificateProgress.progress(candidacy, certificate, enrollments, today);
        var standing =
                CandidacyStatus.of(
                        candidacy,
                        progress,
                        certificate.lapse(),
                        views.of(Credential.VIEW).all("student", candidacy.studentId()),
                        enrollments,
                        today);
        return new CertificateStatus(
                certificate.id(),
                certificate.title(),
                certificate.programId(),
                certificate.institutionId(),
                candidacy.requirementVersion(),
                candidacy.pathway(),
                progress.completed(),
                progress.required(),
                standing.status(),
                progress.missing(),
                progress.counted(),
                progress.waived(),
                progress.notCounted(),
                standing.conferral(),
                standing.lapsesAfter(),
                candidacy.matriculated(),
                candidacy.declaredOn());
    }

    private static EnrollmentStatus enrollment(ViewSnapshot views, Enrollment enrollment) {
        var offering = views.of(Offering.VIEW).get(enrollment.offeringId());
        var outcome = enrollment.outcome();
        return new EnrollmentStatus(
                enrollment.id(),
                enrollment.offeringId(),
                enrollment.courseId(),
                Course.title(views, enrollment.courseId()),
                enrollment.status(),
                outcome == null ? null : outcome.word(),
                outcome == null ? null : outcome.grade(),
                outcome == null ? null : outcome.completedOn(),
                enrollment.effectiveOn(),
                offering == null ? null : offering.startsOn(),
                offering == null ? null : offering.endsOn(),
                offering == null ? null : offering.tuition(),
                enrollment.confirmBy(),
                offering == null ? null : offering.placeInLine(enrollment.id()));
    }

    private static AwardStatus award(ViewSnapshot views, Award award) {
        var fund = views.of(Fund.VIEW).get(award.fundId());
        var clauses = AwardClauses.of(views, award);
        var left = award.standing() ? award.amount() : Money.zero(award.amount().currency());
        for (var paid : clauses.pays()) left = left.minus(paid.amount());
        return new AwardStatus(
                award.id(),
                award.fundId(),
                fund == null ? null : fund.name(),
                fund == null ? null : fund.fundedBy(),
                award.institutionId(),
                award.status(),
                award.amount(),
                left,
                award.expiresOn(),
                clauses.pays(),
                clauses.doesNotPay());
    }

    private AccountStatus account(
            ViewSnapshot views,
            Ledger facts,
            List<Candidacy> candidacies,
            List<Enrollment> enrollments,
            CertificateProgress certificateProgress) {
        var institution = Institution.in(views, facts.institutionId());
        var figures =
                CostToFinish.figures(
                        views, institution, facts, candidacies, enrollments, certificateProgress);
        return new AccountStatus(
                institution.id(), institution.name(), institution.currency(), Balances.of(figures));
    }
}
