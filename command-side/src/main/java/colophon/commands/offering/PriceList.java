package colophon.commands.offering;

import colophon.commands.loading.StreamType;
import colophon.events.fund.Coverage;
import colophon.events.money.Money;
import colophon.events.offering.OfferingCancelled;
import colophon.events.offering.OfferingScheduled;
import colophon.events.offering.PriceListEvent;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The prices of the offerings of one institution. */
public record PriceList(List<OfferingScheduled> offerings) {

    /** How price lists are loaded; the id is the institution's. */
    public static final StreamType<PriceList, PriceListEvent> STREAM =
            new StreamType<>("prices", new PriceList(List.of()), PriceList::evolve);

    /** The state after one more event. */
    static PriceList evolve(PriceList prices, PriceListEvent event) {
        return switch (event) {
            case OfferingScheduled e -> {
                var offerings = new ArrayList<>(prices.offerings());
                offerings.add(e);
                yield new PriceList(List.copyOf(offerings));
            }
            case OfferingCancelled e ->
                    new PriceList(
                            prices.offerings().stream()
                                    .filter(listed -> !listed.offeringId().equals(e.offeringId()))
                                    .toList());
        };
    }

    /**
     * The highest covered price of one course, among the offerings that have not ended before
     * {@code day}; null if there is none.
     */
    public @Nullable Money dearest(LocalDate day, Set<Coverage> covers) {
        return offerings.stream()
                .filter(listed -> !listed.endsOn().isBefore(day))
                .map(listed -> covered(listed.tuition(), listed.deposit(), covers))
                .filter(Objects::nonNull)
                .max(Money::compareTo)
                .orElse(null);
    }

    /** The covered part of a tuition and of the deposit in it; null if nothing is covered. */
    public static @Nullable Money covered(
            Money tuition, @Nullable Money deposit, Set<Coverage> covers) {
        var part = deposit == null ? tuition.minus(tuition) : deposit;
        var sum = tuition.minus(tuition);
        if (covers.contains(Coverage.TUITION)) sum = sum.plus(tuition.minus(part));
        if (covers.contains(Coverage.DEPOSIT)) sum = sum.plus(part);
        return sum.isPositive() ? sum : null;
    }
}
