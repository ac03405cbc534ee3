package colophon.views.statement;

import colophon.api.paging.Items;
import colophon.api.problem.RequestProblem;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;
import colophon.views.account.LedgerView;
import colophon.views.catalog.Course;
import colophon.views.catalog.Institution;
import colophon.views.export.ExportChapter;
import colophon.views.export.ExportChapterSource;
import colophon.views.offering.Offering;
import colophon.views.reading.ViewSnapshot;
import colophon.views.reading.Viewer;
import colophon.views.reading.past.SupportsTimeTravel;
import colophon.views.reading.past.TimeTravelSubject;
import colophon.views.statement.Statement.StatementLine;
import colophon.views.student.Student;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/** Shows accounts line by line. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Students")
class StatementApi implements ExportChapterSource {

    /** The statements of the accounts asked about. */
    @Schema(name = "StudentStatementAnswer")
    record StudentStatementAnswer(String studentId, List<AccountStatement> accounts) {}

    /** The statement of one account. */
    record AccountStatement(
            String institutionId,
            String institutionName,
            Currency currency,
            Money opening,
            List<StatementLine> lines,
            Money closing) {}

    @Override
    public ExportChapter chapter() {
        return ExportChapter.STATEMENT;
    }

    @Override
    public Object of(ViewSnapshot views, Viewer viewer, String studentId) {
        return statement(views, viewer, studentId, null, null, null).accounts();
    }

    @GetMapping(
            path = {"/students/{id}/statement", "/me/statement"},
            produces = "application/json")
    @SupportsTimeTravel(TimeTravelSubject.STUDENT)
    @Operation(
            summary = "Accounts line by line, by date, then position; also as a table (CSV, XLSX)")
    @ApiResponse(
            responseCode = "200",
            description = "Opening, lines and closing of each account",
            content = {
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(implementation = StudentStatementAnswer.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(
                        mediaType =
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        schema = @Schema(type = "string"))
            })
    @ApiResponse(responseCode = "400", description = "A parameter is unknown or malformed")
    @ApiResponse(responseCode = "404", description = "There is no such student")
    StudentStatementAnswer statement(
            @Parameter(hidden = true) ViewSnapshot views,
            @Parameter(hidden = true) Viewer viewer,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String institutionId,
            @Parameter(description = "First day, inclusive") @RequestParam(required = false)
                    @Nullable LocalDate from,
            @Parameter(description = "Last day, inclusive") @RequestParam(required = false)
                    @Nullable LocalDate to) {
        if (from != null && to != null && from.isAfter(to))
            throw RequestProblem.INVALID_PARAMETER.because(
                    "from is " + from + ", which is after " + to);
        Student.in(views, viewer, id);
        return new StudentStatementAnswer(
                id,
                views.of(LedgerView.VIEW).all("student", id).stream()
                        .filter(facts -> viewer.sees(facts.institutionId(), id))
                        .filter(
                                facts ->
                                        institutionId == null
                                                || facts.institutionId().equals(institutionId))
                        .map(facts -> account(views, facts, from, to))
                        .toList());
    }

    @GetMapping(
            path = {"/students/{id}/statement", "/me/statement"},
            produces = {
                "text/csv",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            })
    @SupportsTimeTravel(TimeTravelSubject.STUDENT)
    @Operation(
            hidden = true, // otherwise one of the two methods would not be described
            summary = "Accounts line by line, by date, then position; also as JSON")
    Items<StatementRow> table(
            @Parameter(hidden = true) ViewSnapshot views,
            @Parameter(hidden = true) Viewer viewer,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String institutionId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        return new Items<>(
                StatementRow.of(statement(views, viewer, id, institutionId, from, to).accounts()),
                null);
    }

    private static AccountStatement account(
            ViewSnapshot views, Ledger facts, @Nullable LocalDate from, @Nullable LocalDate to) {
        var institution = Institution.in(views, facts.institutionId());
        var statement =
                Statement.of(
                        facts,
                        institution.currency(),
                        from,
                        to,
                        offeringId -> courseOf(views, offeringId));
        return new AccountStatement(
                institution.id(),
                institution.name(),
                institution.currency(),
                statement.opening(),
                statement.lines(),
                statement.closing());
    }

    private static String courseOf(ViewSnapshot views, String offeringId) {
        var offering = views.of(Offering.VIEW).get(offeringId);
        var title = offering == null ? null : Course.title(views, offering.courseId());
        return title == null ? offeringId : title + " (" + offeringId + ")";
    }
}
