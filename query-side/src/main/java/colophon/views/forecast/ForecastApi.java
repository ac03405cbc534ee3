package colophon.views.forecast;

import colophon.api.problem.RequestProblem;
import colophon.views.catalog.Certificate;
import colophon.views.catalog.Institution;
import colophon.views.progress.Candidacy;
import colophon.views.reading.ViewSnapshot;
import colophon.views.reading.Viewer;
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

import java.util.List;

/** Shows what it would take to finish a certificate. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Students")
class ForecastApi {

    @GetMapping({"/students/{id}/forecast", "/me/forecast"})
    @Operation(
            summary = "The cheapest and the soonest way to finish a certificate",
            description =
                    "Uses the scheduled offerings and the student's awards. Also lists funds to"
                            + " apply to, and completions that will stop counting. If the student"
                            + " has not declared for the certificate, a declaration today is"
                            + " assumed.")
    @ApiResponse(responseCode = "200", description = "Both ways, with their assumptions")
    @ApiResponse(
            responseCode = "400",
            description = "It is not clear which certificates, or malformed")
    @ApiResponse(responseCode = "404", description = "No such student, or no such certificate")
    Forecast forecast(
            @Parameter(hidden = true) ViewSnapshot views,
            @Parameter(hidden = true) Viewer viewer,
            @PathVariable String id,
            @Parameter(
                            description =
                                    "Without it, all certificates that the student has declared"
                                            + " for are finished together")
                    @RequestParam(required = false)
                    @Nullable String certificateId,
            @Parameter(
                            description =
                                    "The pathway to assume, if the student has not declared for"
                                            + " the certificate")
                    @RequestParam(required = false)
                    @Nullable String pathway,
            @Parameter(
                            description =
                                    "Without certificateId, needed if the student has candidacies"
                                            + " at several institutions")
                    @RequestParam(required = false)
                    @Nullable String institutionId) {
        Student.in(views, viewer, id);
        var candidacies =
                certificateId == null
                        ? declared(views, viewer, id, institutionId)
                        : List.of(candidacy(views, viewer, id, certificateId, pathway));
        return ForecastCandidates.of(views, viewer, candidacies);
    }

    /** All candidacies of a student at one institution. */
    private static List<Candidacy> declared(
            ViewSnapshot views, Viewer viewer, String studentId, @Nullable String institutionId) {
        var declared =
                seen(views, viewer, studentId).stream()
                        .filter(
                                one ->
                                        institutionId == null
                                                || one.institutionId().equals(institutionId))
                        .toList();
        if (declared.stream().map(Candidacy::institutionId).distinct().count() == 1)
            return declared;
        throw RequestProblem.INVALID_PARAMETER.because(
                declared.isEmpty()
                        ? "certificateId is missing, and the student has 0 candidacies"
                        : "certificateId and institutionId are missing, and the student has"
                                + " candidacies at several institutions");
    }

    private static List<Candidacy> seen(ViewSnapshot views, Viewer viewer, String studentId) {
        return views.of(Candidacy.VIEW).all("student", studentId).stream()
                .filter(one -> viewer.sees(one.institutionId(), studentId))
                .toList();
    }

    private static Candidacy candidacy(
            ViewSnapshot views,
            Viewer viewer,
            String studentId,
            String certificateId,
            @Nullable String pathway) {
        var certificate = Certificate.in(views, certificateId);
        if (!viewer.sees(certificate.institutionId(), studentId))
            throw Certificate.unknown(certificateId);
        for (var candidacy : seen(views, viewer, studentId))
            if (candidacy.certificateId().equals(certificateId)) return candidacy;
        return asIfDeclared(views, studentId, certificate, pathway);
    }

    private static Candidacy asIfDeclared(
            ViewSnapshot views,
            String studentId,
            Certificate certificate,
            @Nullable String pathway) {
        var today = Institution.in(views, certificate.institutionId()).today(views);
        return new Candidacy(
                studentId,
                certificate.id(),
                certificate.programId(),
                certificate.institutionId(),
                certificate.inForce(today).number(),
                false,
                pathway,
                today,
                today,
                List.of());
    }
}
