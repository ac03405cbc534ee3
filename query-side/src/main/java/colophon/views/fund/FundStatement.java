package colophon.views.fund;

import static java.util.Comparator.comparing;

import colophon.events.ledger.Allocation;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Answers a sponsor: what did this fund receive, what did it spend on which student, what do awards
 * hold, and what was returned? {@code contributed} = available + encumbered + spent. Everything
 * that was ever encumbered is now encumbered, spent or returned.
 *
 * @param established the first budget; it is part of {@code contributed}
 */
record FundStatement(
        Money established,
        Money contributed,
        Money available,
        Money encumbered,
        Money spent,
        Money returned,
        List<FundStatementLine> lines,
        List<FundStatementHolder> awards) {

    /**
     * One movement.
     *
     * @param kind "contribution", "encumbered", "spent" or "returned"
     * @param what what was paid, for "spent"; why, for "returned"; else null
     */
    @Schema(name = "FundStatementLine")
    record FundStatementLine(
            LocalDate date,
            String kind,
            @Nullable String awardId,
            @Nullable String studentId,
            Money amount,
            @Nullable String what) {}

    /** One award. The amount offered is the sum of encumbered, spent and returned. */
    @Schema(name = "FundStatementHolder")
    record FundStatementHolder(
            String awardId,
            String studentId,
            AwardState status,
            Money offered,
            Money encumbered,
            Money spent,
            Money returned) {}

    /**
     * The statement of a fund.
     *
     * @param awards all awards of the fund
     * @param account the account of a student at an institution, null where there is none
     * @param from first day of the lines, inclusive, or null
     * @param to last day of the lines, inclusive, or null
     */
    static FundStatement of(
            Fund fund,
            List<Award> awards,
            BiFunction<String, String, @Nullable Ledger> account,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        var lines = new ArrayList<FundStatementLine>();
        var established = fund.budget();
        for (var paid : fund.contributions()) {
            established = established.minus(paid.amount());
            lines.add(
                    new FundStatementLine(
                            paid.receivedOn(), "contribution", null, null, paid.amount(), null));
        }
        var allocations = new HashMap<String, Allocation>();
        var holders = new ArrayList<FundStatementHolder>();
        var spent = Money.zero(fund.budget().currency());
        var returned = spent;
        for (var award : awards) {
            var holder = holder(award, lines, allocation(award, account, allocations));
            holders.add(holder);
            spent = spent.plus(holder.spent());
            returned = returned.plus(holder.returned());
        }
        lines.removeIf(
                line ->
                        (from != null && line.date().isBefore(from))
                                || (to != null && line.date().isAfter(to)));
        lines.sort(comparing(FundStatementLine::date)); // stable: keeps the order within a day
        return new FundStatement(
                established,
                fund.budget(),
                fund.available(),
                fund.held().minus(spent),
                spent,
                returned,
                List.copyOf(lines),
                List.copyOf(holders));
    }

    private static FundStatementHolder holder(
            Award award, List<FundStatementLine> lines, @Nullable Allocation allocation) {
        lines.add(line(award, award.offeredOn(), "encumbered", award.offered(), null));
        var nothing = Money.zero(award.amount().currency());
        var returned = nothing;
        for (var less : award.reductions()) {
            returned = returned.plus(less.returned());
            lines.add(line(award, less.on(), "returned", less.returned(), less.reason()));
        }
        if (!award.standing()) {
            returned = returned.plus(award.amount());
            lines.add(line(award, award.since(), "returned", award.amount(), award.reason()));
        }
        var spent = nothing;
        if (allocation != null && award.accepted()) {
            for (var part : allocation.applied()) {
                if (!part.award().event().awardId().equals(award.id())) continue;
                spent = spent.plus(part.amount());
                var charge = part.charge().event();
                var on = later(part.award().event().acceptedOn(), charge.chargedOn());
                lines.add(line(award, on, "spent", part.amount(), charge.kind().toString()));
            }
            for (var part : allocation.reimbursed()) {
                if (!part.award().event().awardId().equals(award.id())) continue;
                spent = spent.plus(part.amount());
                var expense = part.expense().event();
                var on = later(part.award().event().acceptedOn(), expense.incurredOn());
                lines.add(line(award, on, "spent", part.amount(), expense.category().toString()));
            }
        }
        var held = award.standing() ? award.amount().minus(spent) : nothing;
        return new FundStatementHolder(
                award.id(),
                award.studentId(),
                award.status(),
                award.offered(),
                held,
                spent,
                returned);
    }

    private static @Nullable Allocation allocation(
            Award award,
            BiFunction<String, String, @Nullable Ledger> account,
            Map<String, Allocation> known) {
        if (!award.accepted()) return null;
        var key = Ledger.key(award.institutionId(), award.studentId());
        var before = known.get(key);
        if (before != null) return before;
        var facts = account.apply(award.institutionId(), award.studentId());
        if (facts == null) return null;
        var allocation = Allocation.of(facts);
        known.put(key, allocation);
        return allocation;
    }

    private static FundStatementLine line(
            Award award, LocalDate on, String kind, Money amount, @Nullable String what) {
        return new FundStatementLine(on, kind, award.id(), award.studentId(), amount, what);
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
