package colophon.events.offering;

/** What changes the price list of an institution, of which awards are measured. */
public sealed interface PriceListEvent permits OfferingScheduled, OfferingCancelled {

    /** The offering this is about. */
    String offeringId();
}
