package colophon.views.overview;

import colophon.api.problem.NotFound;
import colophon.events.enrollment.EnrollmentState;
import colophon.events.money.Money;
import colophon.views.catalog.Institution;
import colophon.views.catalog.Program;
import colophon.views.figures.Balances.Due;
import colophon.views.offering.Term;
import colophon.views.reading.QueryProblem;
import colophon.views.reading.ViewSnapshot;
import colophon.views.reading.Viewer;
import colophon.views.reading.WarmUp;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** Shows the figures of a program. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Catalog")
class OverviewApi implements WarmUp {

    private final OverviewIndex tallies = new OverviewIndex();

    /** A program: all terms together, then each term, the earliest first. */
    record Overview(
            String programId,
            String name,
            String institutionId,
            LocalDate today,
            Figures total,
            List<Figures> terms) {}

    /**
     * The figures of a term, or of all terms.
     *
     * @param term year and season in which the offerings begin; null for all terms
     * @param enrollments all enrollments, ended ones included
     * @param byStatus the number of enrollments in each status
     * @param completions courses completed
     * @param conferrals certificates conferred in the term, without those that were revoked or
     *     superseded
     * @param receivables the unpaid part of the charges for these offerings
     * @param aid what awards pay of these charges
     */
    record Figures(
            @Nullable String term,
            int enrollments,
            Map<EnrollmentState, Integer> byStatus,
            int completions,
            int conferrals,
            Due receivables,
            Money aid) {}

    @Override
    public void prepare(ViewSnapshot views) {
        tallies.prepare(views);
    }

    @GetMapping("/programs/{id}/overview")
    @Operation(
            summary = "The figures of a program, term by term",
            description =
                    "A term is a year and a season by the first day of an offering: spring (January"
                        + " to May), summer (June to August), fall (September to December). Fees"
                        + " without an offering belong to no term.")
    @ApiResponse(responseCode = "200", description = "The figures")
    @ApiResponse(responseCode = "404", description = "There is no such program")
    Overview overview(
            @Parameter(hidden = true) ViewSnapshot views,
            @Parameter(hidden = true) Viewer viewer,
            @PathVariable String id) {
        var program = views.of(Program.VIEW).get(id);
        if (program == null || !viewer.sees(program.institutionId()))
            throw new NotFound(QueryProblem.PROGRAM_NOT_FOUND, "No program " + id);
        var institution = Institution.in(views, program.institutionId());
        var today = institution.today(views);
        var byTerm = tallies.of(views, id);
        var total = new OverviewCounts();
        byTerm.values().forEach(total::add);
        return new Overview(
                id,
                program.name(),
                program.institutionId(),
                today,
                figures(null, total, institution.currency(), today),
                byTerm.entrySet().stream()
                        .map(
                                one ->
                                        figures(
                                                one.getKey(),
                                                one.getValue(),
                                                institution.currency(),
                                                today))
                        .toList());
    }

    private static Figures figures(
            @Nullable Term term, OverviewCounts tally, Currency currency, LocalDate today) {
        return new Figures(
                term == null ? null : term.toString(),
                tally.byStatus().values().stream().mapToInt(Integer::intValue).sum(),
                tally.byStatus(),
                tally.completions(),
                tally.conferrals(),
                tally.due(currency, today),
                tally.aid(currency));
    }
}
