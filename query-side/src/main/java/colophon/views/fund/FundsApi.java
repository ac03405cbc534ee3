package colophon.views.fund;

import colophon.api.paging.FoundRecord;
import colophon.api.paging.Items;
import colophon.api.paging.Paging;
import colophon.api.problem.NotFound;
import colophon.api.problem.RequestProblem;
import colophon.events.fund.Coverage;
import colophon.events.fund.FundedBy;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;
import colophon.views.account.LedgerView;
import colophon.views.export.ExportChapter;
import colophon.views.export.ExportChapterSource;
import colophon.views.fund.AwardClauses.DoesNotPay;
import colophon.views.fund.AwardClauses.Pays;
import colophon.views.reading.QueryProblem;
import colophon.views.reading.View;
import colophon.views.reading.ViewSnapshot;
import colophon.views.reading.Viewer;
import colophon.views.reading.actor.OfStudent;
import colophon.views.reading.past.SupportsTimeTravel;
import colophon.views.reading.past.TimeTravelSubject;
import colophon.views.student.NameReader;
import colophon.views.student.Student;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

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
import java.util.Set;

/** Shows funds and awards. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Funds")
class FundsApi implements ExportChapterSource {

    private final AwardSpending spending = new AwardSpending();
    private final NameReader names;

    FundsApi(NameReader names) {
        this.names = names;
    }

    /** A fund; budget = available + encumbered + spent. Contains its first 200 awards. */
    record FundAnswer(
            String id,
            String institutionId,
            String name,
            @Nullable String sponsor,
            FundedBy fundedBy,
            Set<Coverage> covers,
            @Nullable LocalDate opensOn,
            @Nullable LocalDate closesOn,
            @Nullable Integer activeAwardsPerStudent,
            @Nullable Integer activeAwardsPerInstitution,
            Money budget,
            Money available,
            Money encumbered,
            Money spent,
            @Nullable List<AwardAnswer> awards) {}

    /**
     * An award. {@code courses} is 1 for a one-course award, which pays one course up to amount.
     * {@code amount} is its value after reductions. Only the answer about a single award contains
     * its clauses.
     */
    record AwardAnswer(
            String id,
            String fundId,
            String studentId,
            String institutionId,
            @Nullable String enrollmentId,
            Money amount,
            @Nullable Integer courses,
            Set<Coverage> covers,
            AwardState status,
            LocalDate offeredOn,
            LocalDate since,
            @Nullable LocalDate expiresOn,
            @Nullable String reason,
            Money spent,
            List<Award.Reduction> reductions,
            @OfStudent List<String> alternates,
            @Nullable String passedOnTo,
            @Nullable List<Pays> pays,
            @Nullable List<DoesNotPay> doesNotPay) {

        AwardAnswer withoutOthers() {
            return new AwardAnswer(
                    id,
                    fundId,
                    studentId,
                    institutionId,
                    enrollmentId,
                    amount,
                    courses,
                    covers,
                    status,
                    offeredOn,
                    since,
                    expiresOn,
                    reason,
                    spent,
                    reductions,
                    List.of(),
                    null,
                    pays,
                    doesNotPay);
        }
    }

    /** A statement for the sponsor. The names are null for an erased student. */
    record StatementAnswer(
            String fundId,
            String name,
            @Nullable String sponsor,
            FundedBy fundedBy,
            @JsonUnwrapped FundStatement statement,
            List<Recipient> recipients) {}

    /** A student who holds or held an award of the fund. */
    record Recipient(String studentId, @Nullable String givenName, @Nullable String familyName) {}

    @Override
    public ExportChapter chapter() {
        return ExportChapter.AWARDS;
    }

    @Override
    public Object of(ViewSnapshot views, Viewer viewer, String studentId) {
        return views.of(Award.VIEW).all("student", studentId).stream()
                .map(award -> award(views, viewer, award.id()))
                .toList();
    }

    @GetMapping("/funds")
    @Operation(summary = "Funds by id, all or of one institution")
    @ApiResponse(responseCode = "200", description = "One page of funds, without their awards")
    @ApiResponse(responseCode = "400", description = "A parameter is unknown or malformed")
    Items<FundAnswer> funds(
            @Parameter(hidden = true) ViewSnapshot views,
            @Parameter(hidden = true) Viewer viewer,
            @RequestParam(required = false) @Nullable String institutionId,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var index = institutionId == null ? View.BY_KEY : "institution";
        var value = institutionId == null ? "" : institutionId;
        return Paging.of("funds", limit, cursor)
                .page(
                        (after, count) -> views.of(Fund.VIEW).find(index, value, after, count),
                        "",
                        fund -> viewer.sees(fund.institutionId()),
                        fund -> answer(views, fund, null));
    }

    @GetMapping("/funds/{id}")
    @SupportsTimeTravel(TimeTravelSubject.FUND)
    @Operation(summary = "One fund: its money, and the first 200 of its awards")
    @ApiResponse(responseCode = "200", description = "The fund")
    @ApiResponse(responseCode = "404", description = "There is no such fund")
    FundAnswer fund(
            @Parameter(hidden = true) ViewSnapshot views,
            @Parameter(hidden = true) Viewer viewer,
            @PathVariable String id) {
        var fund = Fund.in(views, viewer, id);
        return answer(views, fund, page(views, id, Paging.first("awards")).items());
    }

    @GetMapping("/funds/{id}/awards")
    @SupportsTimeTravel(TimeTravelSubject.FUND)
    @Operation(summary = "The awards of one fund, in the order they were made")
    @ApiResponse(responseCode = "200", description = "One page of awards")
    @ApiResponse(responseCode = "400", description = "A parameter is unknown or malformed")
    @ApiResponse(responseCode = "404", description = "There is no such fund")
    Items<AwardAnswer> awards(
            @Parameter(hidden = true) ViewSnapshot views,
            @Parameter(hidden = true) Viewer viewer,
            @PathVariable String id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var paging = Paging.of("awards", limit, cursor);
        return page(views, Fund.in(views, viewer, id).id(), paging);
    }

    @GetMapping("/awards/{id}")
    @SupportsTimeTravel(TimeTravelSubject.AWARD)
    @Operation(summary = "One award: what it pays and what it does not, clause by clause")
    @ApiResponse(responseCode = "200", description = "The award")
    @ApiResponse(responseCode = "404", description = "There is no such award")
    AwardAnswer award(
            @Parameter(hidden = true) ViewSnapshot views,
            @Parameter(hidden = true) Viewer viewer,
            @PathVariable String id) {
        var award = views.of(Award.VIEW).get(id);
        if (award == null || !viewer.sees(award.institutionId(), award.studentId()))
            throw new NotFound(QueryProblem.AWARD_NOT_FOUND, "No award " + id);
        return shown(answer(views, award, AwardClauses.of(views, award)), viewer);
    }

    @GetMapping({"/students/{id}/awards", "/me/awards"})
    @Operation(summary = "The awards of a student, in the order they were made")
    @ApiResponse(responseCode = "200", description = "One page of awards")
    @ApiResponse(responseCode = "400", description = "A parameter is unknown or malformed")
    @ApiResponse(responseCode = "404", description = "There is no such student")
    Items<AwardAnswer> ofStudent(
            @Parameter(hidden = true) ViewSnapshot views,
            @Parameter(hidden = true) Viewer viewer,
            @PathVariable String id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Student.in(views, viewer, id);
        return Paging.of("awards-of-student", limit, cursor)
                .page(
                        (after, count) -> views.of(Award.VIEW).find("student", id, after, count),
                        "",
                        award -> viewer.sees(award.institutionId(), id),
                        award -> shown(answer(views, award, null), viewer));
    }

    /** Removes the alternates for a student: they are other students. */
    private static AwardAnswer shown(AwardAnswer award, Viewer viewer) {
        return viewer.sees(award.institutionId()) ? award : award.withoutOthers();
    }

    @GetMapping("/funds/{id}/statement")
    @Operation(
            summary = "The statement of a fund for its sponsor: all money and all recipients",
            description = "The figures are current; from and to choose the lines.")
    @ApiResponse(responseCode = "200", description = "The figures, the lines by date, the awards")
    @ApiResponse(responseCode = "400", description = "A parameter is unknown or malformed")
    @ApiResponse(responseCode = "404", description = "There is no such fund")
    StatementAnswer statement(
            @Parameter(hidden = true) ViewSnapshot views,
            @Parameter(hidden = true) Viewer viewer,
            @PathVariable String id,
            @Parameter(description = "First day, inclusive") @RequestParam(required = false)
                    @Nullable LocalDate from,
            @Parameter(description = "Last day, inclusive") @RequestParam(required = false)
                    @Nullable LocalDate to) {
        if (from != null && to != null && from.isAfter(to))
            throw RequestProblem.INVALID_PARAMETER.because(
                    "from is " + from + ", which is after " + to);
        var fund = Fund.in(views, viewer, id);
        var awards = views.of(Award.VIEW).all("fund", id);
        var accounts = views.of(LedgerView.VIEW);
        AwardSpending.expect(views, awards);
        views.of(Student.VIEW).load(awards.stream().map(Award::studentId).distinct().toList());
        var statement =
                FundStatement.of(
                        fund,
                        awards,
                        (institutionId, studentId) ->
                                accounts.get(Ledger.key(institutionId, studentId)),
                        from,
                        to);
        return new StatementAnswer(
                fund.id(),
                fund.name(),
                fund.sponsor(),
                fund.fundedBy(),
                statement,
                awards.stream()
                        .map(Award::studentId)
                        .distinct()
                        .map(studentId -> recipient(views, studentId))
                        .toList());
    }

    private Recipient recipient(ViewSnapshot views, String studentId) {
        var name = names.nameForOutsiders(views, Student.in(views, studentId));
        return new Recipient(studentId, name.given(), name.family());
    }

    private Items<AwardAnswer> page(ViewSnapshot views, String fundId, Paging paging) {
        return paging.page(
                (after, count) -> {
                    var found = views.of(Award.VIEW).find("fund", fundId, after, count);
                    AwardSpending.expect(views, found.stream().map(FoundRecord::value).toList());
                    return found;
                },
                award -> answer(views, award, null));
    }

    private FundAnswer answer(ViewSnapshot views, Fund fund, @Nullable List<AwardAnswer> awards) {
        var spent = spending.of(views, fund);
        return new FundAnswer(
                fund.id(),
                fund.institutionId(),
                fund.name(),
                fund.sponsor(),
                fund.fundedBy(),
                fund.covers(),
                fund.opensOn(),
                fund.closesOn(),
                fund.activeAwardsPerStudent(),
                fund.activeAwardsPerInstitution(),
                fund.budget(),
                fund.available(),
                fund.held().minus(spent),
                spent,
                awards);
    }

    private AwardAnswer answer(ViewSnapshot views, Award award, @Nullable AwardClauses clauses) {
        return new AwardAnswer(
                award.id(),
                award.fundId(),
                award.studentId(),
                award.institutionId(),
                award.enrollmentId(),
                award.amount(),
                award.oneCourse() ? 1 : null,
                award.covers(),
                award.status(),
                award.offeredOn(),
                award.since(),
                award.expiresOn(),
                award.reason(),
                spending.of(views, award),
                award.reductions(),
                award.alternates(),
                award.passedOnTo(),
                clauses == null ? null : clauses.pays(),
                clauses == null ? null : clauses.doesNotPay());
    }
}
