package colophon.events.pricelist;

import colophon.events.Stored;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * An offering was scheduled at this tuition.
 *
 * @param deposit the part of the tuition that is charged as a deposit, or null
 * @param endsOn last day, inclusive, on which the offering counts as not yet over
 */
@Stored(as = "TuitionListed", version = 2)
public record TuitionListed(
        String institutionId,
        String offeringId,
        Money tuition,
        @Nullable Money deposit,
        LocalDate endsOn)
        implements PriceListEvent {}
