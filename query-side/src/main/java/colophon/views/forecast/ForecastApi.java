package colophon.views.forecast;

import colophon.views.catalog.Certificate;
import colophon.views.catalog.Institution;
import colophon.views.progress.Candidacy;
import colophon.views.reading.QueryProblem;
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
    @ApiResponse(responseCode = "400", description = "certificateId is missing, or malformed")
    @ApiResponse(responseCode = "404", description = "No such student, or no such certificate")
    Forecast forecast(
            @Parameter(hidden = true) ViewSnapshot views,
            @Parameter(hidden = true) Viewer viewer,
            @PathVariable String id,
            @Parameter(description = "Optional for a student with exactly one candidacy")
                    @RequestParam(required = false)
                    @Nullable String certificateId,
            @Parameter(
                            description =
                                    "The pathway to assume, if the student has not declared for"
                                            + " the certificate")
                    @RequestParam(required = false)
                    @Nullable String pathway) {
        Student.in(views, viewer, id);
        return ForecastCandidates.of(
                views, viewer, candidacy(views, viewer, id, certificateId, pathway));
    }

    private static Candidacy candidacy(
            ViewSnapshot views,
            Viewer viewer,
            String studentId,
            @Nullable String certificateId,
            @Nullable String pathway) {
        var declared =
                views.of(Candidacy.VIEW).all("student", studentId).stream()
                        .filter(one -> viewer.sees(one.institutionId(), studentId))
                        .toList();
        if (certificateId == null && declared.size() == 1) return declared.getFirst();
        if (certificateId == null)
            throw QueryProblem.INVALID_PARAMETER.because(
                    "certificateId is missing, and the student has "
                            + declared.size()
                            + " candidacies");
        var certificate = Certificate.in(views, certificateId);
        if (!viewer.sees(certificate.institutionId(), studentId))
            throw Certificate.unknown(certificateId);
        for (var candidacy : declared)
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
