package colophon.views.erasure;

import static colophon.views.Given.student;

import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import colophon.events.student.ErasureRequested;
import colophon.events.student.ErasureWithdrawn;
import colophon.events.student.StudentErased;
import colophon.views.QuerySide;
import colophon.views.School;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("io")
class ErasuresTest {

    private final QuerySide world = QuerySide.empty();

    @BeforeEach
    void three() {
        School.opens(world);
        for (var id : new String[] {"x-3", "x-2", "x-1"}) {
            world.commit(student(id, "Ada", "Erasable" + id.charAt(2)));
            world.commit(new ErasureRequested(id, "asked by letter", "anna"));
        }
        world.commit(new ErasureWithdrawn("x-2", "the wrong one"));
        world.commit(new StudentErased("x-1", "ben"));
    }

    @Test
    void are_listed_oldest_first_with_who_had_which_part() throws Exception {
        world.ask("/erasures")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(3))
                .andExpect(jsonPath("$.items[0].studentId").value("x-3"))
                .andExpect(jsonPath("$.items[0].status").value("requested"))
                .andExpect(jsonPath("$.items[0].reason").value("asked by letter"))
                .andExpect(jsonPath("$.items[0].requestedBy").value("anna"))
                .andExpect(jsonPath("$.items[0].requestedAt").exists())
                .andExpect(jsonPath("$.items[0].erasedAt").doesNotExist())
                .andExpect(jsonPath("$.items[1].status").value("withdrawn"))
                .andExpect(jsonPath("$.items[2].status").value("erased"))
                .andExpect(jsonPath("$.items[2].confirmedBy").value("ben"))
                .andExpect(jsonPath("$.items[2].erasedAt").exists());
    }

    @Test
    void that_wait_for_a_second_administrator_are_found() throws Exception {
        world.ask("/erasures?status=requested")
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].studentId").value("x-3"));
        world.ask("/erasures?status=soon").andExpect(status().isBadRequest());
    }

    @Test
    void take_the_names_from_the_views_before_the_key_is_destroyed() throws Exception {
        world.ask("/students/x-1")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.familyName").doesNotExist())
                .andExpect(jsonPath("$.email").doesNotExist());
        world.ask("/students?name=erasable1").andExpect(jsonPath("$.items.length()").value(0));
        world.ask("/students?name=erasable3").andExpect(jsonPath("$.items.length()").value(1));
        world.ask("/history?subject=student:x-1")
                .andExpect(
                        jsonPath("$.items[1].text")
                                .value("Account anna requests the erasure of student x-1"))
                .andExpect(
                        jsonPath("$.items[2].text")
                                .value("Account ben confirms, and student x-1 is erased"))
                .andExpect(jsonPath("$.items[2].familyName").doesNotExist());
    }
}
