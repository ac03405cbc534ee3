package colophon.views.progress;

import static colophon.views.Given.candidacy;
import static colophon.views.Given.completed;
import static colophon.views.Given.enrolled;
import static colophon.views.Given.student;

import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import colophon.views.QuerySide;
import colophon.views.School;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("io")
class CandidatesTest {

    private final QuerySide world = QuerySide.empty();

    @Test
    void are_shown_with_how_far_each_is() throws Exception {
        School.opens(world);
        for (int i = 1; i <= 3; i++) {
            world.commit(student("s-" + i, "Given" + i, "Family" + i));
            world.commit(candidacy("s-" + i, "cert-rbs", "p-rbs", "rbs"));
        }
        world.commit(enrolled("e-1", "s-2", School.BINDING));
        world.commit(completed("e-1", "s-2", "c-1", "2026-05-15"));
        world.seals().destroy("s-3");
        world.ask("/certificates/cert-rbs/candidates")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(3))
                .andExpect(jsonPath("$.items[0].studentId").value("s-1"))
                .andExpect(jsonPath("$.items[0].familyName").value("Family1"))
                .andExpect(jsonPath("$.items[0].completed").value(0))
                .andExpect(jsonPath("$.items[1].completed").value(1))
                .andExpect(jsonPath("$.items[1].required").value(5))
                .andExpect(jsonPath("$.items[1].status").value("in-progress"))
                .andExpect(jsonPath("$.items[2].familyName").doesNotExist());
        world.ask("/certificates/cert-rbs/candidates?limit=2")
                .andExpect(jsonPath("$.items.length()").value(2))
                .andExpect(jsonPath("$.next").exists());
        world.ask("/certificates/cert-cal/candidates")
                .andExpect(jsonPath("$.items.length()").value(0));
    }
}
