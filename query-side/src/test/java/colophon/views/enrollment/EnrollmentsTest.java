package colophon.views.enrollment;

import static colophon.views.Given.completed;
import static colophon.views.Given.enrolled;
import static colophon.views.Given.student;

import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import colophon.views.QuerySide;
import colophon.views.School;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("io")
class EnrollmentsTest {

    private final QuerySide world = QuerySide.empty();

    @BeforeEach
    void two() {
        School.opens(world);
        world.commit(student("s-1", "Ada", "Lovelace"));
        world.commit(student("s-2", "Rosalind", "Franklin"));
        world.commit(enrolled("e-z", "s-1", School.BINDING));
        world.commit(enrolled("e-a", "s-2", School.BINDING));
        world.commit(completed("e-z", "s-1", "c-1", "2026-05-15"));
    }

    @Test
    void make_a_roster_in_the_order_of_enrollment() throws Exception {
        world.ask("/offerings/o-1/roster")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(2))
                .andExpect(jsonPath("$.items[0].enrollmentId").value("e-z"))
                .andExpect(jsonPath("$.items[0].familyName").value("Lovelace"))
                .andExpect(jsonPath("$.items[0].status").value("finished"))
                .andExpect(jsonPath("$.items[1].studentId").value("s-2"))
                .andExpect(jsonPath("$.items[1].givenName").value("Rosalind"))
                .andExpect(jsonPath("$.items[1].status").value("enrolled"));
        world.ask("/offerings/o-1/roster?limit=1").andExpect(jsonPath("$.next").exists());
        world.ask("/offerings/o-2/roster").andExpect(jsonPath("$.items.length()").value(0));
    }

    @Test
    void show_no_name_of_somebody_erased() throws Exception {
        world.seals().destroy("s-2");
        world.ask("/offerings/o-1/roster")
                .andExpect(jsonPath("$.items[1].studentId").value("s-2"))
                .andExpect(jsonPath("$.items[1].familyName").doesNotExist());
    }

    @Test
    void show_what_they_are_for() throws Exception {
        world.ask("/enrollments/e-z")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value("e-z"))
                .andExpect(jsonPath("$.studentId").value("s-1"))
                .andExpect(jsonPath("$.courseTitle").value("Course c-1"))
                .andExpect(jsonPath("$.outcome").value("completed"))
                .andExpect(jsonPath("$.completedOn").value("2026-05-15"))
                .andExpect(jsonPath("$.effectiveOn").value("2026-05-01"))
                .andExpect(jsonPath("$.endsOn").value("2026-05-15"))
                .andExpect(jsonPath("$.tuition.amount").value("1395.00"));
    }
}
