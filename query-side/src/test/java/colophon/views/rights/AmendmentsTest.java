package colophon.views.rights;

import static colophon.views.Given.sealed;
import static colophon.views.Given.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import colophon.events.rights.AmendmentDecided;
import colophon.events.rights.AmendmentRequested;
import colophon.events.rights.StatementPlaced;
import colophon.views.QuerySide;
import colophon.views.School;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

@Tag("io")
class AmendmentsTest {

    private static final Instant MORNING = Instant.parse("2026-06-01T09:00:00Z");

    private final QuerySide world = QuerySide.empty();

    @BeforeEach
    void two_requests() {
        School.opens(world);
        world.commit(student("s-1", "Ada", "Lovelace"));
        world.commitAt(
                MORNING,
                new AmendmentRequested(
                        "s-1", "m-1", sealed("it says C"), sealed("it was an A"), "x"));
        world.commitAt(
                MORNING.plusSeconds(60),
                new AmendmentRequested("s-1", "m-2", sealed("I owe 9"), sealed("I paid"), "y"));
        world.commitAt(
                MORNING.plusSeconds(120),
                new AmendmentDecided(
                        "s-1", "m-1", false, sealed("the sheet says C"), List.of(), "z"));
        world.commitAt(
                MORNING.plusSeconds(180),
                new AmendmentDecided("s-1", "m-2", true, sealed("found it"), List.of(17L), "z"));
        world.now(QuerySide.NOW);
    }

    @Test
    void both_versions_and_what_became_of_it_stay_visible() throws Exception {
        world.ask("/students/s-1/amendments")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(2))
                .andExpect(jsonPath("$.items[0].id").value("m-1"))
                .andExpect(jsonPath("$.items[0].wrong").value("it says C"))
                .andExpect(jsonPath("$.items[0].right").value("it was an A"))
                .andExpect(jsonPath("$.items[0].status").value("denied"))
                .andExpect(jsonPath("$.items[0].reason").value("the sheet says C"))
                .andExpect(jsonPath("$.items[0].requestedAt").value("2026-06-01T09:00:00Z"))
                .andExpect(jsonPath("$.items[0].decidedAt").value("2026-06-01T09:02:00Z"))
                .andExpect(jsonPath("$.items[1].status").value("granted"))
                .andExpect(jsonPath("$.items[1].wrong").value("I owe 9"))
                .andExpect(jsonPath("$.items[1].right").value("I paid"))
                .andExpect(jsonPath("$.items[1].corrections[0]").value(17));
    }

    @Test
    void a_statement_is_shown_with_the_record() throws Exception {
        world.ask("/students/s-1/status").andExpect(jsonPath("$.statements.length()").value(0));
        world.commit(new StatementPlaced("s-1", "m-1", sealed("It was an A."), "q"));
        world.ask("/students/s-1/status")
                .andExpect(jsonPath("$.statements.length()").value(1))
                .andExpect(jsonPath("$.statements[0].amendmentId").value("m-1"))
                .andExpect(jsonPath("$.statements[0].wrong").value("it says C"))
                .andExpect(jsonPath("$.statements[0].statement").value("It was an A."));
        world.ask("/students/s-1/amendments")
                .andExpect(jsonPath("$.items[0].statement").value("It was an A."))
                .andExpect(jsonPath("$.items[1].statement").doesNotExist());
    }

    @Test
    void what_was_known_then_is_told_as_it_was_known() throws Exception {
        world.ask("/students/s-1/amendments?knownAt=2026-06-01T09:01:30Z")
                .andExpect(jsonPath("$.items[0].status").value("requested"))
                .andExpect(jsonPath("$.items[0].reason").doesNotExist())
                .andExpect(jsonPath("$.items[1].status").value("requested"));
    }

    @Test
    void the_words_are_gone_with_the_key_of_the_student() throws Exception {
        world.commit(new StatementPlaced("s-1", "m-1", sealed("It was an A."), "q"));
        world.seals().destroy("s-1");
        var amendments = world.answer("/students/s-1/amendments");
        assertThat(amendments).contains("\"status\":\"denied\"");
        for (var path : List.of("/students/s-1/amendments", "/students/s-1/status"))
            assertThat(world.answer(path)).doesNotContain("an A", "it says C", "found it");
    }

    @Test
    void the_history_tells_them_without_their_words() throws Exception {
        assertThat(world.answer("/history?subject=student:s-1"))
                .contains("Amendment m-2 is granted, the record corrected by commit 17")
                .contains("Amendment m-1 is denied, the record is unchanged")
                .doesNotContain("it says C", "found it");
    }

    @Test
    void a_student_without_any_has_an_empty_list_and_nobody_has_none() throws Exception {
        world.commit(student("s-2", "Bob", "Brown"));
        world.ask("/students/s-2/amendments").andExpect(jsonPath("$.items.length()").value(0));
        world.ask("/students/s-9/amendments").andExpect(status().isNotFound());
    }
}
