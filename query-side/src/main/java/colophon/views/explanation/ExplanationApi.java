package colophon.views.explanation;

import colophon.api.problem.RequestProblem;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;
import colophon.views.account.LedgerView;
import colophon.views.catalog.Institution;
import colophon.views.enrollment.Enrollment;
import colophon.views.figures.FigureName;
import colophon.views.forecast.CostToFinish;
import colophon.views.progress.Candidacy;
import colophon.views.progress.CertificateProgress;
import colophon.views.reading.ViewSnapshot;
import colophon.views.reading.Viewer;
import colophon.views.reading.past.SupportsTimeTravel;
import colophon.views.reading.past.TimeTravelSubject;
import colophon.views.student.Student;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.Currency;
import java.util.List;

/** Shows from which events a figure of the status is computed. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Students")
class ExplanationApi {

    /** One figure, for every account asked about. */
    @Schema(name = "ExplanationAnswer")
    record ExplanationAnswer(String studentId, String field, List<AccountLines> accounts) {}

    /** The lines of one account; {@code sum} is the figure, null if the status has none. */
    record AccountLines(
            String institutionId,
            String institutionName,
            Currency currency,
            @Nullable Money sum,
            List<ExplanationLine> lines) {}

    @GetMapping({"/students/{id}/explanation", "/me/explanation"})
    @SupportsTimeTravel(TimeTravelSubject.STUDENT_AND_OFFERINGS)
    @Operation(summary = "The events from which a figure is computed; they sum to it")
    @ApiResponse(responseCode = "200", description = "The lines, account by account")
    @ApiResponse(responseCode = "400", description = "No figure has that name")
    @ApiResponse(responseCode = "404", description = "There is no such student")
    ExplanationAnswer explanation(
            @Parameter(hidden = true) ViewSnapshot views,
            @Parameter(hidden = true) Viewer viewer,
            @PathVariable String id,
            @Parameter(description = "A money field of the status, e.g. balanceDue.dueNow")
                    @RequestParam
                    String field,
            @RequestParam(required = false) @Nullable String institutionId) {
        var figure =
                FigureName.named(field)
                        .orElseThrow(
                                () ->
                                        RequestProblem.INVALID_PARAMETER.because(
                                                "field is '"
                                                        + field
                                                        + "', not one of "
                                                        + FigureName.fields()));
        Student.in(views, viewer, id);
        var candidacies = views.of(Candidacy.VIEW).all("student", id);
        var enrollments = views.of(Enrollment.VIEW).all("student", id);
        var certificateProgress = new CertificateProgress(views);
        return new ExplanationAnswer(
                id,
                field,
                views.of(LedgerView.VIEW).all("student", id).stream()
                        .filter(facts -> viewer.sees(facts.institutionId(), id))
                        .filter(
                                facts ->
                                        institutionId == null
                                                || facts.institutionId().equals(institutionId))
                        .map(
                                facts ->
                                        lines(
                                                views,
                                                figure,
                                                facts,
                                                candidacies,
                                                enrollments,
                                                certificateProgress))
                        .toList());
    }

    private AccountLines lines(
            ViewSnapshot views,
            FigureName figure,
            Ledger facts,
            List<Candidacy> candidacies,
            List<Enrollment> enrollments,
            CertificateProgress certificateProgress) {
        var institution = Institution.in(views, facts.institutionId());
        var account =
                CostToFinish.figures(
                        views, institution, facts, candidacies, enrollments, certificateProgress);
        var lines = figure.of(account);
        return new AccountLines(
                institution.id(),
                institution.name(),
                institution.currency(),
                lines == null ? null : account.sum(lines),
                lines == null ? List.of() : lines.stream().map(ExplanationLine::of).toList());
    }
}
