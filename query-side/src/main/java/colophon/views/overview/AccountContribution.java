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
record AccountContribution(Ledger of, List<TermAmount> parts) {

    /** Charges without an offering belong to no program and are left out. */
    record TermAmount(ProgramTerm place, @Nullable LocalDate dueOn, Money amount) {}

    static AccountContribution of(
            Ledger ledger, Function<String, @Nullable ProgramTerm> placeOfOffering) {
        var allocation = Allocation.of(ledger);
        var parts = new ArrayList<TermAmount>();
        for (var open : allocation.open()) {
            var charge = open.charge().event();
            var place = place(charge, placeOfOffering);
            if (place != null) parts.add(new TermAmount(place, charge.dueOn(), open.amount()));
        }
        for (var applied : allocation.applied()) {
            var place = place(applied.charge().event(), placeOfOffering);
            if (place != null) parts.add(new TermAmount(place, null, applied.amount()));
        }
        return new AccountContribution(ledger, List.copyOf(parts));
    }

    private static @Nullable ProgramTerm place(
            ChargePosted charge, Function<String, @Nullable ProgramTerm> placeOfOffering) {
        return charge.offeringId() == null ? null : placeOfOffering.apply(charge.offeringId());
    }
}
