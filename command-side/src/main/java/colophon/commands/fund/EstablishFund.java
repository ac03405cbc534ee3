package colophon.commands.fund;

import colophon.events.fund.Coverage;
import colophon.events.fund.FundedBy;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Set;

/**
 * A fund can give awards.
 *
 * @param opensOn first day, inclusive, or null
 * @param closesOn last day, inclusive, or null
 * @param activeAwardsPerStudent most awards one student may hold at once, or null for no limit
 * @param activeAwardsPerInstitution it gives nothing to a student who holds that many awards of any
 *     funds of the institution, or null for no limit
 */
public record EstablishFund(
        String fundId,
        String institutionId,
        String name,
        @Nullable String sponsor,
        Money budget,
        FundedBy fundedBy,
        Set<Coverage> covers,
        @Nullable LocalDate opensOn,
        @Nullable LocalDate closesOn,
        @Nullable Integer activeAwardsPerStudent,
        @Nullable Integer activeAwardsPerInstitution) {}
