package colophon.views.offering;

import static colophon.views.Given.day;
import static colophon.views.Given.enrolled;
import static colophon.views.Given.student;
import static colophon.views.Given.usd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import colophon.events.offering.Admission;
import colophon.events.offering.Delivery;
import colophon.events.offering.OfferingScheduled;
import colophon.views.QuerySide;
import colophon.views.School;

import com.jayway.jsonpath.JsonPath;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Period;
import java.util.List;

@Tag("io")
class OfferingsTest {

    private final QuerySide world = QuerySide.empty();

    @BeforeEach
    void schools() {
        School.opens(world);
        world.commit(student("s-1", "Ada", "Lovelace"));
    }

    @Test
    void are_listed_by_first_day_then_id() throws Exception {
        assertThat(ids("/offerings")).containsExactly("o-1", "o-2", "o-3", "o-9");
        assertThat(ids("/offerings?limit=2")).containsExactly("o-1", "o-2");
    }

    @Test
    void are_found_by_course_program_institution_and_first_day() throws Exception {
        assertThat(ids("/offerings?courseId=c-2")).containsExactly("o-2");
        assertThat(ids("/offerings?programId=p-rbs")).containsExactly("o-1", "o-2", "o-3");
        assertThat(ids("/offerings?institutionId=calrbs")).containsExactly("o-9");
        assertThat(ids("/offerings?from=2026-07-06&to=2026-07-06")).containsExactly("o-2", "o-3");
        assertThat(ids("/offerings?from=2026-07-07")).containsExactly("o-9");
        assertThat(ids("/offerings?to=2026-05-10")).isEmpty();
        assertThat(ids("/offerings?courseId=c-2&institutionId=calrbs")).isEmpty();
    }

    @Test
    void are_found_by_the_term_they_begin_in() throws Exception {
        assertThat(ids("/offerings?term=2026-spring")).containsExactly("o-1");
        assertThat(ids("/offerings?term=2026-summer")).containsExactly("o-2", "o-3", "o-9");
        assertThat(ids("/offerings?term=2026-summer&from=2026-07-07")).containsExactly("o-9");
        assertThat(ids("/offerings?term=2026-summer&to=2026-07-06")).containsExactly("o-2", "o-3");
        assertThat(ids("/offerings?term=2026-summer&courseId=c-2")).containsExactly("o-2");
        assertThat(ids("/offerings?term=2026-fall")).isEmpty();
        assertThat(ids("/offerings?term=2025-summer")).isEmpty();
        world.ask("/offerings?term=2026-winter")
                .andExpect(status().isBadRequest())
                .andExpect(
                        jsonPath("$.detail")
                                .value(
                                        "term is '2026-winter', not a year and season like"
                                                + " 2026-summer"));
    }

    @Test
    void can_be_only_those_with_a_seat() throws Exception {
        var tiny = tiny();
        world.commit(tiny);
        assertThat(ids("/offerings?courseId=c-5&openSeats=true")).containsExactly("tiny");
        world.commit(enrolled("e-1", "s-1", tiny));
        assertThat(ids("/offerings?courseId=c-5&openSeats=true")).isEmpty();
        assertThat(ids("/offerings?courseId=c-5")).containsExactly("tiny");
    }

    @Test
    void show_their_seats() throws Exception {
        world.commit(enrolled("e-1", "s-1", School.PAPER));
        world.ask("/offerings/o-2")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.courseTitle").value("Course c-2"))
                .andExpect(jsonPath("$.capacity").value(12))
                .andExpect(jsonPath("$.seatsTaken").value(1))
                .andExpect(jsonPath("$.seatsOpen").value(11))
                .andExpect(jsonPath("$.delivery").value("in-person"))
                .andExpect(jsonPath("$.place").value("Charlottesville"))
                .andExpect(jsonPath("$.tuition.amount").value("1395.00"))
                .andExpect(jsonPath("$.startsOn").value("2026-07-06"))
                .andExpect(jsonPath("$.dueOn").doesNotExist());
    }

    @Test
    void refuse_a_day_or_a_word_that_is_none() throws Exception {
        world.ask("/offerings?from=yesterday")
                .andExpect(status().isBadRequest())
                .andExpect(
                        jsonPath("$.detail")
                                .value("from is 'yesterday', not a date like 2026-06-15"));
        world.ask("/offerings?openSeats=maybe")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value("openSeats is 'maybe', not true or false"));
    }

    private static OfferingScheduled tiny() {
        return new OfferingScheduled(
                "tiny",
                "c-5",
                "p-rbs",
                "rbs",
                day("2026-09-01"),
                day("2026-09-05"),
                1,
                usd("100.00"),
                null,
                null,
                Delivery.ONLINE,
                null,
                null,
                Admission.OPEN,
                null,
                Period.ofDays(14),
                null);
    }

    private List<String> ids(String path) throws Exception {
        return JsonPath.read(world.answer(path), "$.items[*].id");
    }
}
