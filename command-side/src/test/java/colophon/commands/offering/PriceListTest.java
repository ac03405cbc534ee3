package colophon.commands.offering;

import static colophon.commands.Given.given;
import static colophon.commands.campus.Sums.usd;
import static colophon.events.fund.Coverage.DEPOSIT;
import static colophon.events.fund.Coverage.FEE;
import static colophon.events.fund.Coverage.TUITION;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.offering.OfferingScheduled;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.Set;

class PriceListTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private final PriceList prices =
            given(PriceList.STREAM, listed("o-1", "1395", "250"), listed("o-2", "1200", null))
                    .state();

    @Test
    void the_dearest_course_counts_without_its_deposit_where_that_is_not_covered() {
        assertThat(prices.dearest(TODAY, Set.of(TUITION))).isEqualTo(usd("1200"));
    }

    @Test
    void the_deposit_counts_where_it_is_covered() {
        assertThat(prices.dearest(TODAY, Set.of(TUITION, DEPOSIT))).isEqualTo(usd("1395"));
        assertThat(prices.dearest(TODAY, Set.of(DEPOSIT, FEE))).isEqualTo(usd("250"));
    }

    @Test
    void no_course_has_a_price_for_those_who_cover_neither() {
        assertThat(prices.dearest(TODAY, Set.of(FEE))).isNull();
    }

    @Test
    void an_offering_that_has_ended_has_no_price() {
        assertThat(prices.dearest(TODAY.plusDays(1), Set.of(TUITION))).isNull();
    }

    private static OfferingScheduled listed(String id, String tuition, @Nullable String deposit) {
        return OfferingFacts.priced(id, tuition, deposit, TODAY);
    }
}
