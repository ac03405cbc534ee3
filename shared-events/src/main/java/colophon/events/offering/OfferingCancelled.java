package colophon.events.offering;

import colophon.events.BusinessDate;
import colophon.events.InCatalog;
import colophon.events.Stored;

import java.time.LocalDate;

/** The program cancelled the offering. Its enrollments are cancelled in the same commit. */
@InCatalog
@Stored(as = "OfferingCancelled", version = 1)
public record OfferingCancelled(
        String offeringId, String reason, @BusinessDate LocalDate cancelledOn)
        implements OfferingEvent, PriceListEvent {}
