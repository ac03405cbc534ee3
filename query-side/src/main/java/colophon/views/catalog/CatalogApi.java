package colophon.views.catalog;

import colophon.api.paging.Items;
import colophon.api.paging.Paging;
import colophon.api.problem.NotFound;
import colophon.events.program.Lapse;
import colophon.events.program.Pathway;
import colophon.events.requirement.RequirementForm;
import colophon.views.reading.QueryProblem;
import colophon.views.reading.View;
import colophon.views.reading.ViewSnapshot;
import colophon.views.reading.past.SupportsTimeTravel;
import colophon.views.reading.past.TimeTravelSubject;

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
import java.util.Map;

/** Shows the catalog. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Catalog")
class CatalogApi {

    /** A program with its courses and its certificates, each by id. */
    record ProgramAnswer(
            String id,
            String institutionId,
            String name,
            List<Course> courses,
            List<CertificateAnswer> certificates) {}

    /**
     * A certificate with the latest version of its requirement, and with all versions by number.
     */
    record CertificateAnswer(
            String id,
            String programId,
            String institutionId,
            String title,
            String conferral,
            int requirementVersion,
            LocalDate appliesFrom,
            Map<String, Object> requirement,
            List<Pathway> pathways,
            @Nullable Lapse lapse,
            List<VersionAnswer> versions) {}

    /** One version of the requirement of a certificate. */
    record VersionAnswer(
            int requirementVersion,
            LocalDate appliesFrom,
            Map<String, Object> requirement,
            List<Pathway> pathways) {}

    @GetMapping("/institutions")
    @Operation(summary = "Institutions, by id")
    @ApiResponse(responseCode = "200", description = "One page of institutions")
    @ApiResponse(responseCode = "400", description = "A parameter is unknown or malformed")
    Items<Institution> institutions(
            @Parameter(hidden = true) ViewSnapshot views,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return Paging.of("institutions", limit, cursor)
                .page(
                        (after, count) ->
                                views.of(Institution.VIEW).find(View.BY_KEY, "", after, count),
                        institution -> institution);
    }

    @GetMapping("/institutions/{id}")
    @SupportsTimeTravel(TimeTravelSubject.CATALOG)
    @Operation(summary = "One institution")
    @ApiResponse(responseCode = "200", description = "The institution")
    @ApiResponse(responseCode = "404", description = "There is no such institution")
    Institution institution(@Parameter(hidden = true) ViewSnapshot views, @PathVariable String id) {
        return Institution.in(views, id);
    }

    @GetMapping("/programs")
    @Operation(summary = "Programs by id, all or of one institution")
    @ApiResponse(responseCode = "200", description = "One page of programs")
    @ApiResponse(responseCode = "400", description = "A parameter is unknown or malformed")
    Items<Program> programs(
            @Parameter(hidden = true) ViewSnapshot views,
            @RequestParam(required = false) @Nullable String institutionId,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var index = institutionId == null ? View.BY_KEY : "institution";
        var value = institutionId == null ? "" : institutionId;
        return Paging.of("programs", limit, cursor)
                .page(
                        (after, count) -> views.of(Program.VIEW).find(index, value, after, count),
                        program -> program);
    }

    @GetMapping("/programs/{id}")
    @SupportsTimeTravel(TimeTravelSubject.CATALOG)
    @Operation(summary = "One program with its courses and certificates")
    @ApiResponse(responseCode = "200", description = "The program")
    @ApiResponse(responseCode = "404", description = "There is no such program")
    ProgramAnswer program(@Parameter(hidden = true) ViewSnapshot views, @PathVariable String id) {
        var program = views.of(Program.VIEW).get(id);
        if (program == null) throw new NotFound(QueryProblem.PROGRAM_NOT_FOUND, "No program " + id);
        return new ProgramAnswer(
                program.id(),
                program.institutionId(),
                program.name(),
                views.of(Course.VIEW).all("program", id),
                views.of(Certificate.VIEW).all("program", id).stream()
                        .map(CatalogApi::answer)
                        .toList());
    }

    @GetMapping("/courses")
    @Operation(summary = "Courses by id, all or of one program or institution")
    @ApiResponse(responseCode = "200", description = "One page of courses")
    @ApiResponse(responseCode = "400", description = "A parameter is unknown or malformed")
    Items<Course> courses(
            @Parameter(hidden = true) ViewSnapshot views,
            @RequestParam(required = false) @Nullable String programId,
            @RequestParam(required = false) @Nullable String institutionId,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var index = programId != null ? "program" : institutionId != null ? "institution" : null;
        var value = programId != null ? programId : institutionId;
        return Paging.of("courses", limit, cursor)
                .page(
                        (after, count) ->
                                views.of(Course.VIEW)
                                        .find(
                                                index == null ? View.BY_KEY : index,
                                                value == null ? "" : value,
                                                after,
                                                count),
                        "",
                        course ->
                                institutionId == null
                                        || course.institutionId().equals(institutionId),
                        course -> course);
    }

    @GetMapping("/courses/{id}")
    @Operation(summary = "One course")
    @ApiResponse(responseCode = "200", description = "The course")
    @ApiResponse(responseCode = "404", description = "There is no such course")
    Course course(@Parameter(hidden = true) ViewSnapshot views, @PathVariable String id) {
        var course = views.of(Course.VIEW).get(id);
        if (course == null) throw new NotFound(QueryProblem.COURSE_NOT_FOUND, "No course " + id);
        return course;
    }

    @GetMapping("/certificates")
    @Operation(summary = "Certificates by id, all or of one program")
    @ApiResponse(responseCode = "200", description = "One page of certificates")
    @ApiResponse(responseCode = "400", description = "A parameter is unknown or malformed")
    Items<CertificateAnswer> certificates(
            @Parameter(hidden = true) ViewSnapshot views,
            @RequestParam(required = false) @Nullable String programId,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var index = programId == null ? View.BY_KEY : "program";
        var value = programId == null ? "" : programId;
        return Paging.of("certificates", limit, cursor)
                .page(
                        (after, count) ->
                                views.of(Certificate.VIEW).find(index, value, after, count),
                        CatalogApi::answer);
    }

    @GetMapping("/certificates/{id}")
    @SupportsTimeTravel(TimeTravelSubject.CATALOG)
    @Operation(summary = "One certificate with its requirement")
    @ApiResponse(responseCode = "200", description = "The certificate")
    @ApiResponse(responseCode = "404", description = "There is no such certificate")
    CertificateAnswer certificate(
            @Parameter(hidden = true) ViewSnapshot views, @PathVariable String id) {
        return answer(Certificate.in(views, id));
    }

    private static CertificateAnswer answer(Certificate certificate) {
        var latest = certificate.latest();
        return new CertificateAnswer(
                certificate.id(),
                certificate.programId(),
                certificate.institutionId(),
                certificate.title(),
                certificate.conferral(),
                latest.number(),
                latest.appliesFrom(),
                RequirementForm.write(latest.requirement()),
                latest.pathways(),
                certificate.lapse(),
                certificate.versions().values().stream().map(CatalogApi::answer).toList());
    }

    private static VersionAnswer answer(Certificate.Version version) {
        return new VersionAnswer(
                version.number(),
                version.appliesFrom(),
                RequirementForm.write(version.requirement()),
                version.pathways());
    }
}
