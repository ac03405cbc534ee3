package colophon.views.status;

import colophon.events.ledger.Allocation;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;
import colophon.views.account.Accounts;
import colophon.views.account.Balances;
import colophon.views.catalog.Course;
import colophon.views.catalog.Institution;
import colophon.views.credential.Credential;
import colophon.views.enrollment.Enrollment;
import colophon.views.export.Chapter;
import colophon.views.export.Part;
import colophon.views.fund.Award;
import colophon.views.fund.Clauses;
import colophon.views.fund.Fund;
import colophon.views.offering.Offering;
import colophon.views.progress.Candidacy;
import colophon.views.progress.Entries;
import colophon.views.progress.Outlook;
import colophon.views.progress.Standing;
import colophon.views.reading.Edition;
import colophon.views.reading.Edition.Wanted;
import colophon.views.reading.Onlooker;
import colophon.views.reading.past.Retrospective;
import colophon.views.reading.past.Subject;
import colophon.views.rights.Amendment;
import colophon.views.rights.Stated;
import colophon.views.status.StudentStatus.AccountStatus;
import colophon.views.status.StudentStatus.AwardStatus;
import colophon.views.status.StudentStatus.CertificateStatus;
import colophon.views.status.StudentStatus.EnrollmentStatus;
import colophon.views.student.People;
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
class StatusApi implements Part {

    private final People people;

    StatusApi(People people) {
        this.people = people;
    }

    @Override
    public Chapter chapter() {
        return Chapter.STATUS;
    }

    @Override
    public Object of(Edition views, Onlooker onlooker, String studentId) {
        return status(views, onlooker, studentId);
    }

    @GetMapping({"/students/{id}/status", "/me/status"})
    @Retrospective(Subject.STUDENT)
    @Operation(summary = "Progress toward each certificate, and every figure of each account")
    @ApiResponse(responseCode = "200", description = "Certificates, enrollments and accounts")
    @ApiResponse(responseCode = "400", description = "A parameter is unknown or malformed")
    @ApiResponse(responseCode = "404", description = "There is no such student")
    @ApiResponse(responseCode = "503", description = "The views have not read that far yet")
    StudentStatus status(
            @Parameter(hidden = true) Edition views,
            @Parameter(hidden = true) Onlooker onlooker,
            @PathVariable String id) {
        views.expect(
                Wanted.one(Student.VIEW, id),
                Wanted.all(Candidacy.VIEW, "student", id),
                Wanted.all(Enrollment.VIEW, "student", id),
                Wanted.one(Entries.VIEW, id),
                Wanted.all(Credential.VIEW, "student", id),
                Wanted.all(Accounts.VIEW, "student", id),
                Wanted.all(Award.VIEW, "student", id),
                Wanted.all(Amendment.VIEW, "student", id));
        var student = Student.in(views, onlooker, id);
        var name = people.name(views, student);
        var candidacies = views.of(Candidacy.VIEW).all("student", id);
        var enrollments = views.of(Enrollment.VIEW).all("student", id);
        var outlook = new Outlook(views);
        return new StudentStatus(
                id,
                name.given(),
                name.family(),
                candidacies.stream()
                        .filter(candidacy -> onlooker.sees(candidacy.institutionId(), id))
                        .map(candidacy -> certificate(views, candidacy, enrollments, outlook))
                        .toList(),
                enrollments.stream()
                        .filter(enrollment -> onlooker.sees(enrollment.institutionId(), id))
                        .map(enrollment -> enrollment(views, enrollment))
                        .toList(),
                views.of(Accounts.VIEW).all("student", id).stream()
                        .filter(facts -> onlooker.sees(facts.institutionId(), id))
                        .map(facts -> account(views, facts, candidacies, enrollments, outlook))
                        .toList(),
                views.of(Award.VIEW).all("student", id).stream()
                        .filter(award -> onlooker.sees(award.institutionId(), id))
                        .map(award -> award(views, award))
                        .toList(),
                Stated.of(views, onlooker, people, id));
    }

    private CertificateStatus certificate(
            Edition views, Candidacy candidacy, List<Enrollment> enrollments, Outlook outlook) {
        var certificate = outlook.certificate(candidacy);
        var today = Institution.in(views, candidacy.institutionId()).today(views);
        var progress = outlook.progress(candidacy, certificate, enrollments, today);
        var standing =
                Standing.of(
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

    private static EnrollmentStatus enrollment(Edition views, Enrollment enrollment) {
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

    private static AwardStatus award(Edition views, Award award) {
        var fund = views.of(Fund.VIEW).get(award.fundId());
        var clauses = Clauses.of(views, award);
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
            Edition views,
            Ledger facts,
            List<Candidacy> candidacies,
            List<Enrollment> enrollments,
            Outlook outlook) {
        var institution = Institution.in(views, facts.institutionId());
        var today = institution.today(views);
        var balances = Balances.of(facts, Allocation.of(facts), institution.currency(), today);
        var rest = outlook.toCertificate(institution, candidacies, enrollments, today).cost();
        return new AccountStatus(
                institution.id(),
                institution.name(),
                institution.currency(),
                balances.toCertificate(
                        rest == null ? null : balances.outOfPocketCommitted().plus(rest)));
    }
}
