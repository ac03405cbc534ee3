package colophon.views.export;

import static colophon.views.Given.awarded;
import static colophon.views.Given.candidacy;
import static colophon.views.Given.completed;
import static colophon.views.Given.credit;
import static colophon.views.Given.enrolled;
import static colophon.views.Given.fund;
import static colophon.views.Given.payment;
import static colophon.views.Given.student;
import static colophon.views.Given.usd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import colophon.events.fund.Coverage;
import colophon.events.payment.Payer;
import colophon.views.QuerySide;
import colophon.views.School;

import com.jayway.jsonpath.JsonPath;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

@Tag("io")
class ExportTest {

    private final QuerySide world = QuerySide.empty();

    @BeforeEach
    void ada() {
        School.opens(world);
        world.commit(student("s-1", "Ada", "Lovelace"));
        world.commit(student("s-2", "Ben", "Orchard"));
        world.commit(candidacy("s-1", "cert-rbs", "p-rbs", "rbs"));
        world.commit(enrolled("e-1", "s-1", School.BINDING));
        world.commit(enrolled("e-2", "s-2", School.BINDING));
        world.commit(completed("e-1", "s-1", "c-1", "2026-05-15"));
        world.commit(payment("p-1", "s-1", "rbs", usd("500.00"), Payer.SELF, "2026-05-20"));
        world.commit(fund("f-1", "rbs", "2000.00", Coverage.TUITION));
        world.commit(awarded(credit("a-1", "f-1", "s-1", "rbs", usd("300.00"))));
    }

    @Test
    void holds_every_chapter_in_the_form_of_the_single_questions() throws Exception {
        world.ask("/students/s-1/export")
                .andExpect(status().isOk())
                .andExpect(
                        header().string(
                                        "Content-Disposition",
                                        "attachment; filename=\"student-s-1.json\""))
                .andExpect(jsonPath("$.studentId").value("s-1"))
                .andExpect(jsonPath("$.held.person.familyName").value("Lovelace"))
                .andExpect(jsonPath("$.held.status.certificates[0].certificateId").exists())
                .andExpect(jsonPath("$.held.enrollments[0].id").value("e-1"))
                .andExpect(jsonPath("$.held.enrollments.length()").value(1))
                .andExpect(jsonPath("$.held.statement[0].lines.length()").value(3))
                .andExpect(jsonPath("$.held.payments[0].id").value("p-1"))
                .andExpect(jsonPath("$.held.awards[0].id").value("a-1"))
                .andExpect(jsonPath("$.held.awards[0].pays").exists())
                .andExpect(jsonPath("$.held.credentials").isArray());
        assertThat(held().keySet())
                .containsExactlyElementsOf(
                        Arrays.stream(ExportChapter.values()).map(ExportChapter::word).toList());
    }

    @Test
    void tells_every_event_that_names_the_student_in_words_and_as_it_is_kept() throws Exception {
        List<String> kinds = JsonPath.read(exported(), "$.held.history[*].kind");
        List<String> told = JsonPath.read(asked("/history?subject=student:s-1"), "$.items[*].kind");
        assertThat(kinds).isEqualTo(told).contains("StudentRegistered", "PaymentReceived");
        world.ask("/students/s-1/export")
                .andExpect(jsonPath("$.held.history[0].text").value("Student s-1 is registered"))
                .andExpect(jsonPath("$.held.history[0].who").exists())
                .andExpect(jsonPath("$.held.history[1].event.certificateId").value("cert-rbs"));
    }

    @Test
    void holds_nothing_of_anybody_else() throws Exception {
        assertThat(exported()).doesNotContain("s-2", "Orchard", "e-2");
    }

    @Test
    void of_nobody_is_not_there() throws Exception {
        world.ask("/students/nobody/export").andExpect(status().isNotFound());
    }

    private Map<String, Object> held() throws Exception {
        return JsonPath.read(exported(), "$.held");
    }

    private String exported() throws Exception {
        return asked("/students/s-1/export");
    }

    private String asked(String path) throws Exception {
        return world.ask(path).andReturn().getResponse().getContentAsString();
    }
}
