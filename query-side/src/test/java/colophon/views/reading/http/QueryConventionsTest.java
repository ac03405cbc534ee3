package colophon.views.reading.http;

import static colophon.views.Given.completed;
import static colophon.views.Given.enrolled;
import static colophon.views.Given.institution;
import static colophon.views.Given.offering;
import static colophon.views.Given.program;
import static colophon.views.Given.student;
import static colophon.views.Given.usd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import colophon.views.QuerySide;

import com.jayway.jsonpath.JsonPath;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

@Tag("io")
class QueryConventionsTest {

    private final QuerySide world = QuerySide.empty();

    @Test
    void every_answer_says_how_far_its_view_has_read() throws Exception {
        world.commit(institution("rbs"));
        long position = world.commit(program("p", "rbs"));
        world.ask("/programs/p")
                .andExpect(header().string("Event-Position", Long.toString(position)));
        world.ask("/programs/none")
                .andExpect(status().isNotFound())
                .andExpect(header().string("Event-Position", Long.toString(position)));
    }

    @Test
    void waits_until_the_view_has_read_what_is_asked_for() throws Exception {
        var answer =
                CompletableFuture.supplyAsync(() -> ask("/institutions/rbs?after=1", "wait=30"));
        world.commit(institution("rbs"));
        assertThat(answer.get()).contains("Institution rbs");
    }

    @Test
    void says_503_rather_than_answer_with_less_than_was_asked_for() throws Exception {
        world.commit(institution("rbs"));
        world.ask(get("/api/v1/institutions/rbs?after=9").header("Prefer", "wait=0"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "1"))
                .andExpect(header().string("Preference-Applied", "wait=0"))
                .andExpect(header().string("Event-Position", "1"))
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.reason").value("not-caught-up"))
                .andExpect(jsonPath("$.detail").value(containsString("9")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "1.5", "", "99999999999999999999", "1 "})
    void refuses_a_position_that_is_none(String after) throws Exception {
        world.ask(get("/api/v1/institutions").param("after", after))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.reason").value("invalid-parameter"))
                .andExpect(jsonPath("$.detail").value(containsString("'" + after + "'")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"asOf=2026-01-01", "knownAt=2026-01-01T00:00:00Z", "Limit=5", "x="})
    void refuses_a_parameter_it_does_not_know(String parameter) throws Exception {
        world.ask("/institutions?" + parameter)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("/problems/unknown-parameter"))
                .andExpect(jsonPath("$.title").value("There is no such parameter"))
                .andExpect(jsonPath("$.status").value(400))
                .andExpect(jsonPath("$.instance").value("/api/v1/institutions"))
                .andExpect(jsonPath("$.reason").value("unknown-parameter"))
                .andExpect(jsonPath("$.detail").value(containsString(parameter.split("=")[0])));
    }

    @Test
    void refuses_a_parameter_given_twice() throws Exception {
        world.ask("/institutions?limit=1&limit=2").andExpect(status().isBadRequest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "many", "1e3", "99999999999"})
    void refuses_a_limit_that_is_not_1_to_200(String limit) throws Exception {
        world.ask("/institutions?limit=" + limit)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.reason").value("invalid-parameter"))
                .andExpect(jsonPath("$.detail").value(containsString(limit)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "!!!", "_____w", "cHJvZ3JhbXM6eA"})
    void refuses_a_cursor_that_is_not_of_this_list(String cursor) throws Exception {
        world.ask("/institutions?cursor=" + cursor)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.reason").value("invalid-parameter"))
                .andExpect(jsonPath("$.detail").value(containsString(cursor)));
    }

    @Test
    void knows_again_what_the_caller_has() throws Exception {
        world.commit(institution("rbs"));
        var etag = world.ask("/institutions/rbs").andReturn().getResponse().getHeader("ETag");
        assertThat(etag).startsWith("\"").endsWith("\"");
        // a commit that does not concern this resource leaves its tag unchanged
        world.commit(institution("sjsu"));
        world.ask(get("/api/v1/institutions/rbs").header("If-None-Match", String.valueOf(etag)))
                .andExpect(status().isNotModified())
                .andExpect(content().string(""))
                .andExpect(header().string("Event-Position", "2"));
        world.ask(get("/api/v1/institutions/rbs").header("If-None-Match", "\"other\""))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", String.valueOf(etag)));
    }

    @Test
    void changes_the_tag_with_the_content() throws Exception {
        var offering = offering("o-1", "c-1", "p", "rbs", "2026-07-01", usd("100"));
        world.commit(offering);
        var before = tag("/offerings/o-1");
        world.commit(student("s-1", "Ada", "Lovelace"));
        assertThat(tag("/offerings/o-1")).isEqualTo(before);
        world.commit(enrolled("e-1", "s-1", offering));
        assertThat(tag("/offerings/o-1")).isNotEqualTo(before);
    }

    @Test
    void walks_a_list_past_everything_exactly_once_while_it_changes() throws Exception {
        var stays = new TreeSet<String>();
        for (int i = 100; i < 200; i += 2) {
            stays.add("i-" + i);
            world.commit(institution("i-" + i));
        }
        var random = new Random(1);
        var walked = new ArrayList<String>();
        String cursor = null;
        int pages = 0;
        do {
            var page =
                    world.answer(
                            "/institutions?limit=7" + (cursor == null ? "" : "&cursor=" + cursor));
            List<String> ids = JsonPath.read(page, "$.items[*].id");
            walked.addAll(ids);
            List<String> next = JsonPath.read(page, "$[?(@.next)].next");
            cursor = next.isEmpty() ? null : next.getFirst();
            world.commit(institution("i-" + (101 + 2 * random.nextInt(50))));
            pages++;
        } while (cursor != null);
        assertThat(pages).isGreaterThan(7);
        assertThat(walked).doesNotHaveDuplicates().isSorted().containsAll(stays);
    }

    @Test
    void ends_a_list_without_a_cursor_even_where_the_last_page_is_full() throws Exception {
        for (int i = 0; i < 4; i++) world.commit(institution("i-" + i));
        world.ask("/institutions?limit=4")
                .andExpect(jsonPath("$.items.length()").value(4))
                .andExpect(jsonPath("$.next").doesNotExist());
        world.ask("/institutions?limit=3").andExpect(jsonPath("$.next").exists());
    }

    @Test
    void shows_dead_letters() throws Exception {
        world.ask("/dead-letters").andExpect(jsonPath("$.items.length()").value(0));
        world.commit(completed("e-9", "s-1", "c-1", "2026-05-01"));
        world.ask("/dead-letters")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].view").value("enrollments"))
                .andExpect(jsonPath("$.items[0].key").value("e-9"))
                .andExpect(jsonPath("$.items[0].position").value(1))
                .andExpect(jsonPath("$.items[0].event").value("CourseCompleted"))
                .andExpect(jsonPath("$.items[0].reason").value("enrollment e-9 is not known"))
                .andExpect(jsonPath("$.items[0].enqueuedAt").value(startsWith("2026-06-01T")));
        assertThat(world.deadLetters().size()).isEqualTo(1);
    }

    private String tag(String path) throws Exception {
        return String.valueOf(world.ask(path).andReturn().getResponse().getHeader("ETag"));
    }

    private String ask(String path, String prefer) {
        try {
            return world.ask(get("/api/v1" + path).header("Prefer", prefer))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
