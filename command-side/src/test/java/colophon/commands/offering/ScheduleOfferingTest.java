package colophon.commands.offering;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.DATES_OUT_OF_ORDER;
import static colophon.commands.Reason.DEPOSIT_EXCEEDS_TUITION;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.Reason.OFFERING_NOT_FOUND;
import static colophon.commands.campus.Sums.usd;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.fund.Coverage;
import colophon.events.offering.Admission;
import colophon.events.offering.Delivery;
import colophon.events.offering.OfferingScheduled;
import colophon.events.offering.SeatTaken;
import colophon.events.program.CourseListed;
import colophon.events.refund.RefundPolicy;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;

class ScheduleOfferingTest {

    private static final Set<Coverage> TUITION = Set.of(Coverage.TUITION);

    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);
    private static final LocalDate FRIDAY = LocalDate.of(2026, 6, 5);
    private static final CourseListed COURSE =
            new CourseListed("m-20", "rbs", "uva", "Paleography", null, null, List.of());

    @Test
    void schedules_an_offering_of_the_program_and_institution_of_its_course() {
        given(Offering.STREAM)
                .when(state -> Offering.decide(schedule(MONDAY, FRIDAY, 12), COURSE, state))
                .then(scheduled(MONDAY, FRIDAY));
    }

    @Test
    void schedules_an_offering_of_a_single_day() {
        given(Offering.STREAM)
                .when(state -> Offering.decide(schedule(MONDAY, MONDAY, 12), COURSE, state))
                .then(scheduled(MONDAY, MONDAY));
    }

    @Test
    void refuses_an_offering_that_ends_the_day_before_it_starts() {
        var sunday = MONDAY.minusDays(1);
        given(Offering.STREAM)
                .when(state -> Offering.decide(schedule(MONDAY, sunday, 12), COURSE, state))
                .thenRefused(DATES_OUT_OF_ORDER, "2026-05-31", "2026-06-01");
    }

    @Test
    void recognises_a_repeated_request_even_when_seats_were_taken_since() {
        given(Offering.STREAM, scheduled(MONDAY, FRIDAY), new SeatTaken("o-1", "e-1", "s-1"))
                .when(state -> Offering.decide(schedule(MONDAY, FRIDAY, 12), COURSE, state))
                .thenNothing();
    }

    @Test
    void refuses_the_id_of_an_offering_with_other_particulars() {
        given(Offering.STREAM, scheduled(MONDAY, FRIDAY))
                .when(state -> Offering.decide(schedule(MONDAY, FRIDAY, 13), COURSE, state))
                .thenRefused(ID_TAKEN, "o-1");
    }

    @Test
    void refuses_a_deposit_of_more_than_the_tuition() {
        given(Offering.STREAM)
                .when(state -> Offering.decide(depositing("1395.01"), COURSE, state))
                .thenRefused(DEPOSIT_EXCEEDS_TUITION, "1395.01 USD", "1395.00 USD");
    }

    @Test
    void takes_a_deposit_of_all_the_tuition_and_numbers_its_first_refund_policy() {
        var first = Offering.decide(depositing("1395"), COURSE, new Offering.Unknown()).getFirst();
        assertThat(first)
                .isInstanceOfSatisfying(
                        OfferingScheduled.class,
                        it -> {
                            assertThat(it.deposit()).isEqualTo(usd("1395"));
                            assertThat(it.refundPolicy())
                                    .isEqualTo(new RefundPolicy(1, List.of(), null, Set.of(), 5));
                        });
    }

    @Test
    void is_known_from_then_on_and_not_before() {
        var scheduled = scheduled(MONDAY, FRIDAY);
        assertThat(Offering.require(given(Offering.STREAM, scheduled).state(), "o-1"))
                .isEqualTo(scheduled);
        given(Offering.STREAM)
                .when(
                        state -> {
                            Offering.require(state, "o-1");
                            return List.of();
                        })
                .thenRefused(OFFERING_NOT_FOUND, "o-1");
    }

    @Test
    void the_dearest_tuition_is_of_those_that_have_not_ended() {
        var prices =
                given(
                                PriceList.STREAM,
                                OfferingFacts.priced("o-1", "1395", null, MONDAY),
                                OfferingFacts.priced("o-2", "1200", null, FRIDAY),
                                OfferingFacts.priced("o-3", "900", null, FRIDAY.plusDays(1)))
                        .state();
        assertThat(prices.dearest(MONDAY, TUITION)).isEqualTo(usd("1395"));
        assertThat(prices.dearest(MONDAY.plusDays(1), TUITION)).isEqualTo(usd("1200"));
        assertThat(prices.dearest(FRIDAY, TUITION)).isEqualTo(usd("1200"));
        assertThat(prices.dearest(FRIDAY.plusDays(1), TUITION)).isEqualTo(usd("900"));
        assertThat(prices.dearest(FRIDAY.plusDays(2), TUITION)).isNull();
    }

    private static ScheduleOffering schedule(LocalDate startsOn, LocalDate endsOn, int capacity) {
        return new ScheduleOffering(
                "o-1",
                "m-20",
                startsOn,
                endsOn,
                capacity,
                usd("1395"),
                Delivery.IN_PERSON,
                "Charlottesville",
                null);
    }

    private static ScheduleOffering depositing(String deposit) {
        return new ScheduleOffering(
                "o-1",
                "m-20",
                MONDAY,
                FRIDAY,
                12,
                usd("1395"),
                Delivery.IN_PERSON,
                null,
                null,
                usd(deposit),
                null,
                Admission.OPEN,
                null,
                ScheduleOffering.TWO_WEEKS,
                new RefundPolicy(0, List.of(), null, Set.of(), 5));
    }

    private static OfferingScheduled scheduled(LocalDate startsOn, LocalDate endsOn) {
        return new OfferingScheduled(
                "o-1",
                "m-20",
                "rbs",
                "uva",
                startsOn,
                endsOn,
                12,
                usd("1395"),
                null,
                null,
                Delivery.IN_PERSON,
                "Charlottesville",
                null,
                Admission.OPEN,
                null,
                Period.ofDays(14),
                null);
    }
}
