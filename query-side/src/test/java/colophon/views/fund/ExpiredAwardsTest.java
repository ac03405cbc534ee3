package colophon.views.fund;

import static colophon.views.Given.awarded;
import static colophon.views.Given.credit;
import static colophon.views.Given.day;
import static colophon.views.Given.enrolled;
import static colophon.views.Given.expiring;
import static colophon.views.Given.fund;
import static colophon.views.Given.offered;
import static colophon.views.Given.student;
import static colophon.views.Given.usd;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.award.AwardAccepted;
import colophon.events.award.AwardReleased;
import colophon.events.fund.Coverage;
import colophon.views.QuerySide;
import colophon.views.School;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;

@Tag("io")
class ExpiredAwardsTest {

    /** Still May 31 in New York. */
    private static final Clock LATE =
            Clock.fixed(Instant.parse("2026-06-01T03:59:59Z"), ZoneOffset.UTC);

    private static final Clock NEXT =
            Clock.fixed(Instant.parse("2026-06-01T04:00:00Z"), ZoneOffset.UTC);

    private final QuerySide world = QuerySide.empty();

    @BeforeEach
    void a_fund_and_a_student_with_a_course() {
        School.opens(world);
        world.commit(student("s-1", "Ada", "Lovelace"));
        world.commit(fund("f-1", "rbs", "9000.00", Coverage.TUITION));
        world.commit(enrolled("e-1", "s-1", School.BINDING));
    }

    @Test
    void a_fund_has_something_to_take_back_once_the_day_is_over_there() {
        world.commit(offered(award("a-1", "100.00")));

        assertThat(funds(LATE)).isEmpty();
        assertThat(funds(NEXT)).containsExactly("f-1");
    }

    @Test
    void an_award_that_ended_has_nothing_to_give_back() {
        world.commit(offered(award("a-1", "100.00")));
        world.commit(
                new AwardReleased(
                        "a-1", "f-1", "s-1", "rbs", usd("100.00"), "expired", day("2026-06-01")));

        assertThat(funds(NEXT)).isEmpty();
    }

    @Test
    void an_award_that_is_used_up_has_nothing_to_give_back() {
        world.commit(awarded(award("a-1", "1395.00")));
        assertThat(funds(NEXT)).isEmpty();

        world.commit(awarded(award("a-2", "1.00")));
        assertThat(funds(NEXT)).containsExactly("f-1");
    }

    private Set<String> funds(Clock clock) {
        return new ExpiredAwards().funds(world.snapshot(), clock);
    }

    private static AwardAccepted award(String id, String amount) {
        return expiring(day("2026-05-31"), credit(id, "f-1", "s-1", "rbs", usd(amount)));
    }
}
