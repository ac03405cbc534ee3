package colophon.views.disclosure;

import static colophon.views.Given.awarded;
import static colophon.views.Given.credit;
import static colophon.views.Given.day;
import static colophon.views.Given.enrolled;
import static colophon.views.Given.fund;
import static colophon.views.Given.student;
import static colophon.views.Given.usd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import colophon.api.access.Actor;
import colophon.api.access.Role;
import colophon.events.award.AlternatesRanked;
import colophon.events.fund.Coverage;
import colophon.views.QuerySide;
import colophon.views.School;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

@Tag("io")
class DisclosureRecordingTest {

    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Actor ADA =
            new Actor("account-ada", Set.of(Role.STUDENT), Set.of(), "s-1");

    private final QuerySide world = QuerySide.empty();

    @BeforeEach
    void two_students_attend() {
        School.opens(world);
        world.commit(student("s-1", "Ada", "Lovelace"));
        world.commit(student("s-2", "Bob", "Brown"));
        world.commit(enrolled("e-1", "s-1", School.BINDING));
        world.commit(enrolled("e-2", "s-2", School.BINDING));
    }

    @Test
    void a_look_at_a_student_says_who_whose_what_why_and_when() throws Exception {
        world.ask("/students/s-1/status?asOf=2026-05-30").andExpect(status().isOk());
        assertThat(world.looks().all())
                .containsExactly(
                        new Disclosure(
                                QuerySide.NOW,
                                "r-1",
                                "registrar",
                                "s-1",
                                "Progress toward each certificate, and every figure of each"
                                        + " account",
                                "/api/v1/students/s-1/status",
                                "JSON",
                                "asOf 2026-05-30",
                                "keeps the academic record"));
    }

    @Test
    void everybody_in_a_list_was_shown() throws Exception {
        world.ask("/offerings/o-1/roster").andExpect(status().isOk());
        assertThat(world.looks().all())
                .extracting(Disclosure::studentId)
                .containsExactlyInAnyOrder("s-1", "s-2");
    }

    @Test
    void a_student_looks_at_their_own_records_without_a_word() throws Exception {
        world.asks(ADA);
        world.ask("/students/s-1/status").andExpect(status().isOk());
        world.ask("/enrollments/e-1").andExpect(status().isOk());
        assertThat(world.looks().all()).isEmpty();
        world.ask("/offerings/o-1/roster").andExpect(status().isOk());
        assertThat(world.looks().all()).extracting(Disclosure::studentId).containsExactly("s-2");
    }

    @Test
    void what_shows_no_student_and_what_is_not_there_is_not_recorded() throws Exception {
        world.ask("/offerings").andExpect(status().isOk());
        world.ask("/students/s-9/status").andExpect(status().isNotFound());
        world.ask("/students?name=Nobody").andExpect(status().isOk());
        world.ask("/students/s-1?wrong=1").andExpect(status().isBadRequest());
        assertThat(world.looks().all()).isEmpty();
    }

    @Test
    void what_was_searched_for_is_not_kept_since_it_may_be_a_name() throws Exception {
        world.ask("/students?name=Lovelace").andExpect(status().isOk());
        assertThat(world.looks().all()).hasSize(1);
        assertThat(world.looks().all().toString()).contains("s-1").doesNotContain("Lovelace");
    }

    @Test
    void an_interest_that_is_stated_is_kept() throws Exception {
        world.ask(get("/api/v1/students/s-1").header("Interest", "Ada called, case 17"));
        assertThat(world.looks().all())
                .extracting(Disclosure::interest)
                .containsExactly("Ada called, case 17");
    }

    @Test
    void an_interest_without_end_is_refused_with_nothing_shown() throws Exception {
        world.ask(get("/api/v1/students/s-1").header("Interest", "x".repeat(201)))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.reason").value("invalid-parameter"))
                .andExpect(content().string(not(containsString("Ada"))));
    }

    @Test
    void an_answer_that_has_not_changed_was_asked_for_all_the_same() throws Exception {
        var tag = world.ask("/students/s-1").andReturn().getResponse().getHeader("ETag");
        world.ask(get("/api/v1/students/s-1").header("If-None-Match", "" + tag))
                .andExpect(status().isNotModified());
        world.ask(head("/api/v1/students/s-1")).andExpect(status().isOk());
        assertThat(world.looks().all()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", XLSX})
    void a_table_says_in_which_form_it_was_taken_along(String form) throws Exception {
        world.ask(get("/api/v1/students/s-1/statement").accept(form)).andExpect(status().isOk());
        world.ask(get("/api/v1/students").accept(form)).andExpect(status().isOk());
        assertThat(world.looks().all()).extracting(Disclosure::studentId).contains("s-1", "s-2");
        assertThat(world.looks().all())
                .extracting(Disclosure::form)
                .containsOnly(form.equals(XLSX) ? "XLSX" : "CSV");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/csv", XLSX})
    void nothing_is_shown_that_cannot_be_recorded(String form) throws Exception {
        world.looks().takeOnly(0);
        for (var path : new String[] {"/students", "/students/s-1/statement", "/students/s-1"})
            world.ask(get("/api/v1" + path).accept(form, "application/json;q=0.1"))
                    .andExpect(status().isServiceUnavailable())
                    .andExpect(header().string("Retry-After", "1"))
                    .andExpect(header().doesNotExist("Content-Disposition"))
                    .andExpect(jsonPath("$.reason").value("disclosure-log-unavailable"))
                    .andExpect(content().string(not(containsString("Lovelace"))));
        world.ask("/offerings").andExpect(status().isOk());
    }

    @Test
    void of_a_long_table_no_page_leaves_before_it_is_recorded() {
        IntStream.range(100, 1_600)
                .forEach(i -> world.commit(student("s-" + i, "Given" + i, "Family" + i)));
        world.looks().takeOnly(1_250);
        assertThatThrownBy(() -> world.ask(csv("/students")))
                .hasMessageContaining("A table broke off");
        assertThat(world.looks().all()).hasSize(1_200);
    }

    @Test
    void who_stands_by_for_an_award_is_shown_with_it() throws Exception {
        world.commit(fund("f-1", "rbs", "500.00", Coverage.TUITION));
        world.commit(awarded(credit("a-1", "f-1", "s-1", "rbs", usd("100.00"))));
        world.commit(new AlternatesRanked("a-1", "f-1", "s-1", List.of("s-2"), day("2026-05-30")));
        world.ask("/awards/a-1").andExpect(status().isOk());
        assertThat(world.looks().all())
                .extracting(Disclosure::studentId)
                .containsExactlyInAnyOrder("s-1", "s-2");
    }

    @Test
    void the_list_of_disclosures_is_newest_first_and_a_look_at_it_is_one_more() throws Exception {
        world.ask("/students/s-1").andExpect(status().isOk());
        world.ask("/students/s-1/status").andExpect(status().isOk());
        world.ask("/students/s-1/disclosures?limit=1")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].path").value("/api/v1/students/s-1/status"))
                .andExpect(jsonPath("$.items[0].who").value("r-1"));
        world.asks(ADA);
        world.ask("/students/s-1/disclosures")
                .andExpect(jsonPath("$.items.length()").value(3))
                .andExpect(jsonPath("$.items[0].path").value("/api/v1/students/s-1/disclosures"));
        world.ask(csv("/students/s-1/disclosures"))
                .andExpect(
                        content()
                                .string(
                                        startsWith(
                                                "at,who,role,studentId,what,path,form,moment,interest")));
        world.ask("/students/s-9/disclosures").andExpect(status().isNotFound());
        assertThat(world.looks().all()).hasSize(3);
    }

    private static MockHttpServletRequestBuilder csv(String path) {
        return get("/api/v1" + path).accept("text/csv").characterEncoding(StandardCharsets.UTF_8);
    }
}
