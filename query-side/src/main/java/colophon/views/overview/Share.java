package colophon.views.overview;

import colophon.events.account.ChargePosted;
import colophon.events.ledger.Allocation;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What one account adds to the overviews of programs: open amounts with their due days, and what
 * awards pay (without a due day).
 */
record Share(Ledger of, List<Part> parts) {

    /** Charges without an offering belong to no program and are left out. */
    record Part(Place place, @Nullable LocalDate dueOn, Money amount) {}

    static Share of(Ledger ledger, Function<String, @Nullable Place> placeOfOffering) {
        var allocation = Allocation.of(ledger);
        var parts = new ArrayList<Part>();
        for (var open : allocation.open()) {
            var charge = open.charge().event();
            var place = place(charge, placeOfOffering);
            if (place != null) parts.add(new Part(place, charge.dueOn(), open.amount()));
        }
        for (var applied : allocation.applied()) {
            var place = place(applied.charge().event(), placeOfOffering);
            if (place != null) parts.add(new Part(place, null, applied.amount()));
        }
        return new Share(ledger, List.copyOf(parts));
    }

    private static @Nullable Place place(
            ChargePosted charge, Function<String, @Nullable Place> placeOfOffering) {
        return charge.offeringId() == null ? null : placeOfOffering.apply(charge.offeringId());
    }
}
