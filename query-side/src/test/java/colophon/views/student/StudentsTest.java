package colophon.views.student;

import static colophon.views.Given.candidacy;
import static colophon.views.Given.enrolled;
import static colophon.views.Given.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.views.QuerySide;
import colophon.views.School;

import com.jayway.jsonpath.JsonPath;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

@Tag("io")
class StudentsTest {

    private final QuerySide world = QuerySide.empty();

    @BeforeEach
    void three() {
        School.opens(world);
        world.commit(student("t-1", "Rosalind", "Franklin"));
        world.commit(student("t-2", "Ada", "lovelace"));
        world.commit(student("t-3", "Franka", "Adams"));
    }

    @Test
    void are_listed_by_family_given_and_id() throws Exception {
        assertThat(ids("/students")).containsExactly("t-3", "t-1", "t-2");
    }

    @Test
    void are_found_by_what_a_name_begins_with() throws Exception {
        assertThat(ids("/students?name=fran")).containsExactly("t-3", "t-1");
        assertThat(ids("/students?name=ADA")).containsExactly("t-3", "t-2");
        assertThat(ids("/students?name=Ada Love")).containsExactly("t-2");
        assertThat(ids("/students?name=velace")).isEmpty();
    }

    @Test
    void are_found_by_their_whole_address() throws Exception {
        assertThat(ids("/students?email=rosalind@EXAMPLE.org")).containsExactly("t-1");
        assertThat(ids("/students?email=rosalind")).isEmpty();
    }

    @Test
    void are_found_by_a_program_they_declared_for_or_attend() throws Exception {
        world.commit(candidacy("t-1", "cert-rbs", "p-rbs", "rbs"));
        world.commit(enrolled("e-1", "t-2", School.BINDING));
        world.commit(enrolled("e-2", "t-3", School.ARCHIVES));
        assertThat(ids("/students?programId=p-rbs")).containsExactly("t-1", "t-2");
        assertThat(ids("/students?programId=p-rbs&name=ros")).containsExactly("t-1");
    }

    @Test
    void show_what_is_known_of_one() throws Exception {
        world.commit(candidacy("t-1", "cert-rbs", "p-rbs", "rbs"));
        world.ask("/students/t-1")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value("t-1"))
                .andExpect(jsonPath("$.givenName").value("Rosalind"))
                .andExpect(jsonPath("$.familyName").value("Franklin"))
                .andExpect(jsonPath("$.email").value("Rosalind@example.org"))
                .andExpect(jsonPath("$.programIds[0]").value("p-rbs"));
        world.ask("/students/nobody").andExpect(status().isNotFound());
    }

    @Test
    void stay_in_the_list_without_a_name_once_erased_and_are_found_by_none() throws Exception {
        assertThat(ids("/students")).hasSize(3);
        world.seals().destroy("t-3");
        assertThat(ids("/students?name=ada")).containsExactly("t-2");
        assertThat(ids("/students")).containsExactly("t-1", "t-2", "t-3");
        world.ask("/students/t-3")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value("t-3"))
                .andExpect(jsonPath("$.familyName").doesNotExist())
                .andExpect(jsonPath("$.email").doesNotExist());
    }

    @Test
    void stay_in_their_program_once_erased_and_lose_their_address() throws Exception {
        for (var id : List.of("t-1", "t-2"))
            world.commit(candidacy(id, "cert-rbs", "p-rbs", "rbs"));
        assertThat(ids("/students?programId=p-rbs")).containsExactly("t-1", "t-2");
        world.seals().destroy("t-1");
        assertThat(ids("/students")).containsExactly("t-3", "t-2", "t-1");
        assertThat(ids("/students?programId=p-rbs")).containsExactly("t-2", "t-1");
        assertThat(ids("/students?email=rosalind@example.org")).isEmpty();
        assertThat(ids("/students?name=rosalind")).isEmpty();
        assertThat(ids("/students?name=franklin")).isEmpty();
    }

    @Test
    void are_found_by_name_whether_few_fit_or_very_many() throws Exception {
        for (int i = 0; i < 2_100; i++)
            world.commit(student("z-" + (10_000 + i), "Zoe", "Zimmer" + i % 3));
        world.commit(student("z-last", "Zenobia", "Abel"));
        assertThat(ids("/students?name=z&limit=3")).containsExactly("z-last", "z-10000", "z-10003");
        assertThat(ids("/students?name=zoe zimmer2&limit=2")).containsExactly("z-10002", "z-10005");
        assertThat(ids("/students?name=zen")).containsExactly("z-last");
        assertThat(ids("/students?name=abel")).containsExactly("z-last");
    }

    @Test
    void are_walked_past_once_each_by_cursors_that_name_nobody() throws Exception {
        for (int i = 0; i < 30; i++)
            world.commit(student("w-" + i, "Given" + i % 7, "Walker" + i % 5));
        var walked = new ArrayList<String>();
        String cursor = "";
        while (true) {
            var page = world.answer("/students?limit=4" + cursor);
            walked.addAll(JsonPath.<List<String>>read(page, "$.items[*].id"));
            List<String> next = JsonPath.read(page, "$[?(@.next)].next");
            if (next.isEmpty()) break;
            cursor = "&cursor=" + next.getFirst();
            var inside = new String(Base64.getUrlDecoder().decode(next.getFirst()), UTF_8);
            assertThat(inside).startsWith("students:").doesNotContain("alker");
        }
        assertThat(walked).hasSize(33).doesNotHaveDuplicates();
        assertThat(walked).isEqualTo(ids("/students?limit=200"));
    }

    @Test
    void are_those_of_the_log_that_is_read_now() throws Exception {
        assertThat(ids("/students")).hasSize(3);
        var restored = QuerySide.empty();
        restored.commit(student("t-1", "Rosalind", "Franklin"));
        assertThat(ids("/students")).containsExactly("t-1");
        restored.commit(student("t-4", "Mary", "Somerville"));
        assertThat(ids("/students")).containsExactly("t-1", "t-4");
    }

    private List<String> ids(String path) throws Exception {
        return JsonPath.read(world.answer(path), "$.items[*].id");
    }
}
