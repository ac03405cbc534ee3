package colophon.views.fund;

import colophon.api.problem.NotFound;
import colophon.events.Recorded;
import colophon.events.award.AwardEnded;
import colophon.events.award.AwardOffered;
import colophon.events.award.AwardReduced;
import colophon.events.fund.ContributionReceived;
import colophon.events.fund.Coverage;
import colophon.events.fund.FundEstablished;
import colophon.events.fund.FundEvent;
import colophon.events.fund.FundedBy;
import colophon.events.money.Money;
import colophon.views.reading.QueryProblem;
import colophon.views.reading.View;
import colophon.views.reading.ViewSnapshot;
import colophon.views.reading.Viewer;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Answers: what is this fund for, how much money does it have, and how much do its awards hold?
 *
 * @param contributions the money added since it was established
 * @param budget with all contributions
 * @param held by awards, paid out or not
 */
public record Fund(
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
        List<Contribution> contributions,
        Money budget,
        Money held) {

    /** All funds, by id; the index {@code institution} finds those of an institution. */
    public static final View<Fund> VIEW =
            View.<Fund>of(
                            "funds",
                            Fund.class,
                            event -> event instanceof FundEvent e ? e.fundId() : null,
                            Fund::evolve)
                    .indexed("institution", Fund::institutionId, _ -> "");

    /** Money that was received. */
    public record Contribution(Money amount, LocalDate receivedOn) {}

    /** Finds the fund. Throws fund-not-found if there is none. */
    public static Fund in(ViewSnapshot views, String id) {
        var fund = views.of(VIEW).get(id);
        if (fund == null) throw unknown(id);
        return fund;
    }

    /**
     * Finds the fund if the viewer may see it. Otherwise throws fund-not-found, as if there were
     * none.
     */
    public static Fund in(ViewSnapshot views, Viewer viewer, String id) {
        var fund = in(views, id);
        if (!viewer.sees(fund.institutionId())) throw unknown(id);
        return fund;
    }

    private static RuntimeException unknown(String id) {
        return new NotFound(QueryProblem.FUND_NOT_FOUND, "No fund " + id);
    }

    /** The money that no award holds. */
    public Money available() {
        return budget.minus(held);
    }

    static Fund evolve(@Nullable Fund before, Recorded<?> fact) {
        var event = (FundEvent) fact.event();
        return switch (event) {
            case FundEstablished e ->
                    new Fund(
                            e.fundId(),
                            e.institutionId(),
                            e.name(),
                            e.sponsor(),
                            e.fundedBy(),
                            e.covers(),
                            e.opensOn(),
                            e.closesOn(),
                            e.activeAwardsPerStudent(),
                            e.activeAwardsPerInstitution(),
                            List.of(),
                            e.budget(),
                            Money.zero(e.budget().currency()));
            case ContributionReceived e -> {
                var fund = existing(before, e);
                var more = new ArrayList<>(fund.contributions);
                more.add(new Contribution(e.amount(), e.receivedOn()));
                yield fund.with(List.copyOf(more), fund.budget.plus(e.amount()), fund.held);
            }
            case AwardOffered e -> existing(before, e).holding(e.amount());
            case AwardReduced e -> existing(before, e).holding(e.returned().negated());
            case AwardEnded e -> existing(before, e).holding(e.returned().negated());
            default -> throw new IllegalStateException("Not about a fund: " + event);
        };
    }

    private static Fund existing(@Nullable Fund before, FundEvent event) {
        return View.existing(before, "fund", event.fundId());
    }

    private Fund holding(Money more) {
        return with(contributions, budget, held.plus(more));
    }

    private Fund with(List<Contribution> newContributions, Money newBudget, Money newHeld) {
        return new Fund(
                id,
                institutionId,
                name,
                sponsor,
                fundedBy,
                covers,
                opensOn,
                closesOn,
                activeAwardsPerStudent,
                activeAwardsPerInstitution,
                newContributions,
                newBudget,
                newHeld);
    }
}
