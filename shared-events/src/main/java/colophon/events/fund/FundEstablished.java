package colophon.events.fund;

import colophon.events.Stored;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Set;

/**
 * A fund can give awards.
 *
 * @param opensOn first day, inclusive, on which it makes awards, or null
 * @param closesOn last day, inclusive, or null
 * @param activeAwardsPerStudent most awards one student may hold of it at once, or null for no
 *     limit
 * @param activeAwardsPerInstitution it gives nothing to a student who holds that many awards of any
 *     funds of the institution, or null for no limit
 */
@Stored(as = "FundEstablished", version = 2)
public record FundEstablished(
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
        @Nullable Integer activeAwardsPerInstitution)
        implements FundEvent {}
