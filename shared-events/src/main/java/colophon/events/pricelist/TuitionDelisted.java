package colophon.events.pricelist;

import colophon.events.Stored;

/** The offering was cancelled. Its price no longer counts. */
@Stored(as = "TuitionDelisted", version = 1)
public record TuitionDelisted(String institutionId, String offeringId) implements PriceListEvent {}
