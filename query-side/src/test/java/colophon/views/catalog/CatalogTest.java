package colophon.views.catalog;

import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import colophon.views.QuerySide;
import colophon.views.School;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("io")
class CatalogTest {

    private final QuerySide world = QuerySide.empty();

    @BeforeEach
    void schools() {
        School.opens(world);
    }

    @Test
    void shows_institutions() throws Exception {
        world.ask("/institutions")
                .andExpect(jsonPath("$.items[0].id").value("calrbs"))
                .andExpect(jsonPath("$.items[1].id").value("rbs"));
        world.ask("/institutions/rbs")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("Institution rbs"))
                .andExpect(jsonPath("$.currency").value("USD"))
                .andExpect(jsonPath("$.zone").value("America/New_York"));
    }

    @Test
    void shows_programs_of_all_or_of_one_institution() throws Exception {
        world.ask("/programs").andExpect(jsonPath("$.items.length()").value(2));
        world.ask("/programs?institutionId=rbs")
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].id").value("p-rbs"));
    }

    @Test
    void shows_courses_of_all_of_one_program_or_of_one_institution() throws Exception {
        world.ask("/courses")
                .andExpect(jsonPath("$.items.length()").value(9))
                .andExpect(jsonPath("$.items[0].id").value("c-1"))
                .andExpect(jsonPath("$.items[8].id").value("d-3"));
        world.ask("/courses?programId=p-cal").andExpect(jsonPath("$.items.length()").value(3));
        world.ask("/courses?institutionId=rbs").andExpect(jsonPath("$.items.length()").value(6));
        world.ask("/courses?programId=p-cal&institutionId=rbs")
                .andExpect(jsonPath("$.items.length()").value(0));
        world.ask("/courses/c-2")
                .andExpect(jsonPath("$.title").value("Course c-2"))
                .andExpect(jsonPath("$.programId").value("p-rbs"));
        world.ask("/courses/none")
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.reason").value("course-not-found"));
    }

    @Test
    void shows_certificates_of_all_or_of_one_program() throws Exception {
        world.ask("/certificates").andExpect(jsonPath("$.items.length()").value(2));
        world.ask("/certificates?programId=p-cal")
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].id").value("cert-cal"));
    }

    @Test
    void shows_a_program_with_its_courses_and_certificates() throws Exception {
        world.ask("/programs/p-rbs")
                .andExpect(jsonPath("$.name").value("Program p-rbs"))
                .andExpect(jsonPath("$.courses.length()").value(6))
                .andExpect(jsonPath("$.courses[0].id").value("c-1"))
                .andExpect(jsonPath("$.courses[0].title").value("Course c-1"))
                .andExpect(jsonPath("$.courses[0].subjects[0]").value("history"))
                .andExpect(jsonPath("$.certificates[0].id").value("cert-rbs"));
    }

    @Test
    void shows_a_certificate_with_the_form_of_its_requirement() throws Exception {
        world.ask("/certificates/cert-rbs")
                .andExpect(jsonPath("$.title").value("Certificate cert-rbs"))
                .andExpect(jsonPath("$.conferral").value("automatic"))
                .andExpect(jsonPath("$.requirementVersion").value(1))
                .andExpect(jsonPath("$.appliesFrom").value("2000-01-01"))
                .andExpect(jsonPath("$.requirement.courses.count").value(5))
                .andExpect(jsonPath("$.requirement.courses.of").value("any"))
                .andExpect(jsonPath("$.requirement.within").value("P8Y"));
    }

    @ParameterizedTest
    @CsvSource({
        "/institutions/none, institution-not-found",
        "/programs/none, program-not-found",
        "/certificates/none, certificate-not-found",
        "/certificates/none/candidates, certificate-not-found",
        "/offerings/none, offering-not-found",
        "/offerings/none/roster, offering-not-found",
        "/enrollments/none, enrollment-not-found",
        "/funds/none, fund-not-found",
        "/funds/none/awards, fund-not-found",
        "/awards/none, award-not-found",
        "/payments/none, payment-not-found",
        "/students/none, student-not-found",
        "/students/none/statement, student-not-found",
        "/students/none/explanation?field=fees, student-not-found"
    })
    void names_what_does_not_exist(String path, String reason) throws Exception {
        world.ask(path)
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.reason").value(reason))
                .andExpect(jsonPath("$.type").value("/problems/" + reason))
                .andExpect(jsonPath("$.detail").isNotEmpty());
    }
}
