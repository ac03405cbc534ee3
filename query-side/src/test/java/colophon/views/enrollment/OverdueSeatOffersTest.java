package colophon.views.enrollment;

import static colophon.views.Given.MAY_1;
import static colophon.views.Given.day;
import static colophon.views.Given.student;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.enrollment.SeatOfferLapsed;
import colophon.events.enrollment.SeatOffered;
import colophon.events.enrollment.StudentApplied;
import colophon.views.QuerySide;
import colophon.views.School;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Institution rbs is in New York, where the time is UTC-4 in June. */
@Tag("io")
class OverdueSeatOffersTest {

    private static final LocalDate BY = day("2026-06-15");

    private final QuerySide world = QuerySide.empty();

    @BeforeEach
    void two_held_seats() {
        School.opens(world);
        world.commit(student("s-1", "Ada", "Lovelace"));
        held("e-2", "o-2", BY.plusDays(2));
        held("e-1", "o-1", BY);
    }

    @Test
    void none_on_the_last_day_where_the_institution_is() {
        assertThat(at("2026-06-16T03:59:59Z")).isEmpty();
    }

    @Test
    void one_when_the_day_is_over_there() {
        assertThat(at("2026-06-16T04:00:00Z")).containsExactly("o-1");
    }

    @Test
    void the_one_that_waits_longest_comes_first() {
        assertThat(at("2026-07-01T00:00:00Z")).containsExactly("o-1", "o-2");
    }

    @Test
    void none_once_it_lapsed() {
        world.commit(new SeatOfferLapsed("e-1", "s-1", "o-1", BY, BY.plusDays(1)));
        assertThat(at("2026-06-16T04:00:00Z")).isEmpty();
    }

    private Iterable<String> at(String instant) {
        return OverdueSeatOffers.offerings(
                world.snapshot(), Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
    }

    private void held(String id, String offeringId, LocalDate confirmBy) {
        world.commit(
                new StudentApplied(id, "s-1", offeringId, "c-1", "p-rbs", "rbs", MAY_1),
                new SeatOffered(id, "s-1", offeringId, confirmBy, MAY_1));
    }
}
