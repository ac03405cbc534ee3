package colophon.views.progress;

import colophon.api.paging.FoundRecord;
import colophon.api.paging.Items;
import colophon.api.paging.Paging;
import colophon.events.requirement.RequirementForm;
import colophon.views.catalog.Certificate;
import colophon.views.catalog.Institution;
import colophon.views.credential.Credential;
import colophon.views.enrollment.Enrollment;
import colophon.views.reading.ViewSnapshot;
import colophon.views.reading.ViewSnapshot.ExpectedRead;
import colophon.views.reading.Viewer;
import colophon.views.student.NameReader;
import colophon.views.student.Student;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Shows the candidates for a certificate. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Catalog")
class CandidatesApi {

    private final NameReader names;

    CandidatesApi(NameReader names) {
        this.names = names;
    }

    /** One candidate and their progress. The names are null for an erased student. */
    record Candidate(
            String studentId,
            @Nullable String givenName,
            @Nullable String familyName,
            int requirementVersion,
            @Nullable String pathway,
            Object completed,
            Object required,
            CandidacyState status,
            boolean matriculated,
            LocalDate declaredOn) {}

    @GetMapping("/certificates/{id}/candidates")
    @Operation(summary = "The candidates for a certificate with their progress, by student id")
    @ApiResponse(responseCode = "200", description = "One page of candidates")
    @ApiResponse(responseCode = "400", description = "A parameter is unknown or malformed")
    @ApiResponse(responseCode = "404", description = "There is no such certificate")
    Items<Candidate> candidates(
            @Parameter(hidden = true) ViewSnapshot views,
            @Parameter(hidden = true) Viewer viewer,
            @PathVariable String id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var certificate = Certificate.in(views, viewer, id);
        var today = Institution.in(views, certificate.institutionId()).today(views);
        var certificateProgress = new CertificateProgress(views);
        return Paging.of("candidates", limit, cursor)
                .page(
                        (after, count) -> find(views, id, after, count),
                        candidacy ->
                                candidate(
                                        views, candidacy, certificate, today, certificateProgress));
    }

    /** Reads all that is needed about the candidates in one go, not one by one. */
    private static List<FoundRecord<Candidacy>> find(
            ViewSnapshot views, String certificateId, String after, int count) {
        var found = views.of(Candidacy.VIEW).find("certificate", certificateId, after, count);
        var students = found.stream().map(one -> one.value().studentId()).distinct().toList();
        views.of(Student.VIEW).load(students);
        views.of(TranscriptView.VIEW).load(students);
        views.expect(
                students.stream()
                        .flatMap(
                                id ->
                                        Stream.of(
                                                ExpectedRead.all(Enrollment.VIEW, "student", id),
                                                ExpectedRead.all(Credential.VIEW, "student", id)))
                        .toArray(ExpectedRead[]::new));
        return found;
    }

    private Candidate candidate(
            ViewSnapshot views,
            Candidacy candidacy,
            Certificate certificate,
            LocalDate today,
            CertificateProgress certificateProgress) {
        var enrollments = views.of(Enrollment.VIEW).all("student", candidacy.studentId());
        var evaluation = certificateProgress.evaluation(candidacy, certificate, enrollments, today);
        var standing =
                CandidacyStatus.of(
                        candidacy,
                        evaluation,
                        certificate.lapse(),
                        views.of(Credential.VIEW).all("student", candidacy.studentId()),
                        enrollments,
                        today);
        var student = views.of(Student.VIEW).get(candidacy.studentId());
        var name = student == null ? null : names.name(views, student);
        return new Candidate(
                candidacy.studentId(),
                name == null ? null : name.given(),
                name == null ? null : name.family(),
                candidacy.requirementVersion(),
                candidacy.pathway(),
                RequirementForm.number(evaluation.completed()),
                RequirementForm.number(evaluation.required()),
                standing.status(),
                candidacy.matriculated(),
                candidacy.declaredOn());
    }
}
