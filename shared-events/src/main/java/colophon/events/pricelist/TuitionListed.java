package colophon.events.pricelist;

import colophon.events.Stored;
import colophon.events.money.Money;

import java.time.LocalDate;

/**
 * An offering was scheduled at this tuition.
 *
 * @param endsOn last day, inclusive, on which this price counts as one of those not yet over
 */
@Stored(as = "TuitionListed", version = 1)
public record TuitionListed(
        String institutionId, String offeringId, Money tuition, LocalDate endsOn)
        implements PriceListEvent {}
