package colophon.events.fund;

import colophon.events.InCatalog;
import colophon.events.Stored;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Set;

/**
 * A fund was established and can make awards.
 *
 * @param opensOn first day, inclusive, on which it makes awards, or null for no limit
 * @param closesOn last day, inclusive, on which it makes awards, or null for no limit
 * @param activeAwardsPerStudent most active awards of this fund per student, or null for no limit
 * @param activeAwardsPerInstitution most active awards per student from all funds of the
 *     institution, this award included, or null for no limit
 */
@InCatalog
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
        implements FundChange {}
