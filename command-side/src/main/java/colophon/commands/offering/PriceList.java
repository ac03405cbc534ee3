package colophon.commands.offering;

import colophon.commands.loading.StreamType;
import colophon.events.fund.Coverage;
import colophon.events.money.Money;
import colophon.events.offering.OfferingScheduled;
import colophon.events.pricelist.PriceListEvent;
import colophon.events.pricelist.TuitionDelisted;
import colophon.events.pricelist.TuitionListed;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The prices of the offerings of one institution. */
public record PriceList(List<TuitionListed> tuitions) {

    /** How price lists are loaded; the id is the institution's. */
    public static final StreamType<PriceList, PriceListEvent> STREAM =
            new StreamType<>("prices", new PriceList(List.of()), PriceList::evolve);

    /** Lists a newly scheduled offering, in the commit that schedules it. */
    static List<PriceListEvent> list(OfferingScheduled offering) {
        return List.of(
                new TuitionListed(
                        offering.institutionId(),
                        offering.offeringId(),
                        offering.tuition(),
                        offering.deposit(),
                        offering.endsOn()));
    }

    /** Removes a cancelled offering from the list. */
    public static List<PriceListEvent> delist(OfferingScheduled offering) {
        return List.of(new TuitionDelisted(offering.institutionId(), offering.offeringId()));
    }

    /** The state after one more event. */
    static PriceList evolve(PriceList prices, PriceListEvent event) {
        return switch (event) {
            case TuitionListed e -> {
                var tuitions = new ArrayList<>(prices.tuitions());
                tuitions.add(e);
                yield new PriceList(List.copyOf(tuitions));
            }
            case TuitionDelisted e ->
                    new PriceList(
                            prices.tuitions().stream()
                                    .filter(listed -> !listed.offeringId().equals(e.offeringId()))
                                    .toList());
        };
    }

    /**
     * The highest covered price of one course, among the offerings that have not ended before
     * {@code day}; null if there is none.
     */
    public @Nullable Money dearest(LocalDate day, Set<Coverage> covers) {
        return tuitions.stream()
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
