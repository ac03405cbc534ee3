package colophon.events.pricelist;

import colophon.events.Stored;

/** The offering was cancelled: its price says nothing any more. */
@Stored(as = "TuitionDelisted", version = 1)
public record TuitionDelisted(String institutionId, String offeringId) implements PriceListEvent {}
