package colophon.events.pricelist;

/** Everything that can happen to the price list of one institution. */
public sealed interface PriceListEvent permits TuitionListed, TuitionDelisted {

    /** The institution that charges these prices. */
    String institutionId();
}
