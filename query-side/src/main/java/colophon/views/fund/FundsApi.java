package colophon.views.fund;

import colophon.events.fund.Coverage;
import colophon.events.fund.FundedBy;
import colophon.events.money.Money;
import colophon.views.reading.Edition;
import colophon.views.reading.QueryProblem;
import colophon.views.reading.View;
import colophon.views.reading.http.Items;
import colophon.views.reading.http.Paging;
import colophon.views.reading.past.Retrospective;
import colophon.views.reading.past.Subject;

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
class FundsApi {

    private final Spending spending = new Spending();

    /** A fund; budget = available + encumbered + spent. Awards are its first 200. */
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
            Money budget,
            Money available,
            Money encumbered,
            Money spent,
            @Nullable List<AwardAnswer> awards) {}

    /** An award; {@code courses} is 1 for one worth a course, whatever it costs up to amount. */
    record AwardAnswer(
            String id,
            String fundId,
            String studentId,
            String institutionId,
            @Nullable String enrollmentId,
            Money amount,
            @Nullable Integer courses,
            Set<Coverage> covers,
            String status,
            LocalDate offeredOn,
            LocalDate since,
            @Nullable LocalDate expiresOn,
            @Nullable String reason,
            Money spent) {}

    @GetMapping("/funds")
    @Operation(summary = "Funds by id, all or of one institution")
    @ApiResponse(responseCode = "200", description = "One page of funds, without their awards")
    @ApiResponse(responseCode = "400", description = "A parameter is unknown or malformed")
    Items<FundAnswer> funds(
            @Parameter(hidden = true) Edition views,
            @RequestParam(required = false) @Nullable String institutionId,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var index = institutionId == null ? View.BY_KEY : "institution";
        var value = institutionId == null ? "" : institutionId;
        return Paging.of("funds", limit, cursor)
                .page(
                        (after, count) -> views.of(Fund.VIEW).find(index, value, after, count),
                        fund -> answer(views, fund, null));
    }

    @GetMapping("/funds/{id}")
    @Retrospective(Subject.FUND)
    @Operation(summary = "One fund: its money, and the first 200 of its awards")
    @ApiResponse(responseCode = "200", description = "The fund")
    @ApiResponse(responseCode = "404", description = "There is no such fund")
    FundAnswer fund(@Parameter(hidden = true) Edition views, @PathVariable String id) {
        var awards = page(views, id, Paging.first("awards"));
        return answer(views, fundIn(views, id), awards.items());
    }

    @GetMapping("/funds/{id}/awards")
    @Retrospective(Subject.FUND)
    @Operation(summary = "The awards of one fund, in the order they were made")
    @ApiResponse(responseCode = "200", description = "One page of awards")
    @ApiResponse(responseCode = "400", description = "A parameter is unknown or malformed")
    @ApiResponse(responseCode = "404", description = "There is no such fund")
    Items<AwardAnswer> awards(
            @Parameter(hidden = true) Edition views,
            @PathVariable String id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var paging = Paging.of("awards", limit, cursor);
        return page(views, fundIn(views, id).id(), paging);
    }

    @GetMapping("/awards/{id}")
    @Retrospective(Subject.AWARD)
    @Operation(summary = "One award and what it has paid")
    @ApiResponse(responseCode = "200", description = "The award")
    @ApiResponse(responseCode = "404", description = "There is no such award")
    AwardAnswer award(@Parameter(hidden = true) Edition views, @PathVariable String id) {
        var award = views.of(Award.VIEW).get(id);
        if (award == null) throw QueryProblem.AWARD_NOT_FOUND.because("No award " + id);
        return answer(views, award);
    }

    private Items<AwardAnswer> page(Edition views, String fundId, Paging paging) {
        return paging.page(
                (after, count) -> views.of(Award.VIEW).find("fund", fundId, after, count),
                award -> answer(views, award));
    }

    private static Fund fundIn(Edition views, String id) {
        var fund = views.of(Fund.VIEW).get(id);
        if (fund == null) throw QueryProblem.FUND_NOT_FOUND.because("No fund " + id);
        return fund;
    }

    private FundAnswer answer(Edition views, Fund fund, @Nullable List<AwardAnswer> awards) {
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
                fund.budget(),
                fund.available(),
                fund.held().minus(spent),
                spent,
                awards);
    }

    private AwardAnswer answer(Edition views, Award award) {
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
                spending.of(views, award));
    }
}
