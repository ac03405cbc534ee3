package colophon.views.history.text;

import colophon.events.pricelist.PriceListEvent;
import colophon.events.pricelist.TuitionDelisted;
import colophon.events.pricelist.TuitionListed;

/** The texts of the events of a price list. */
final class PriceListText {

    private PriceListText() {}

    static String of(PriceListEvent event) {
        return switch (event) {
            case TuitionListed _ ->
                    "Offering {offeringId} is on the price list at {tuition}[ with a deposit of"
                            + " {deposit}], until {endsOn}";
            case TuitionDelisted _ -> "Offering {offeringId} is removed from the price list";
        };
    }
}
