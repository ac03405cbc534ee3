package colophon.views.student;

import static colophon.views.Given.awarded;
import static colophon.views.Given.candidacy;
import static colophon.views.Given.credit;
import static colophon.views.Given.enrolled;
import static colophon.views.Given.fund;
import static colophon.views.Given.student;
import static colophon.views.Given.usd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import colophon.api.access.Actor;
import colophon.api.access.Role;
import colophon.events.fund.Coverage;
import colophon.events.rights.DirectoryOptOutChanged;
import colophon.views.QuerySide;
import colophon.views.School;
import colophon.views.reading.table.XlsxSheet;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A student who opted out is named only to accounts that act on the record, on every route. */
@Tag("io")
class DirectoryOptOutTest {

    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Actor AUDITOR = new Actor("x-1", Set.of(Role.AUDITOR), Set.of(), null);
    private static final Actor ADA = new Actor("a-1", Set.of(Role.STUDENT), Set.of(), "s-1");

    /** For each route that may name a student, the queries with everything in their answers. */
    private static final Map<String, List<String>> NAMING =
            Map.of(
                    "/api/v1/students",
                    List.of("/students", "/students?limit=2", "/students?programId=p-rbs"),
                    "/api/v1/students/{id}",
                    List.of("/students/s-1"),
                    "/api/v1/students/{id}/status",
                    List.of("/students/s-1/status"),
                    "/api/v1/offerings/{id}/roster",
                    List.of("/offerings/o-1/roster", "/offerings/o-1/roster?status=any"),
                    "/api/v1/offerings/{id}/waitlist",
                    List.of("/offerings/o-1/waitlist"),
                    "/api/v1/certificates/{id}/candidates",
                    List.of("/certificates/cert-rbs/candidates"),
                    "/api/v1/funds/{id}/statement",
                    List.of("/funds/f-1/statement"),
                    "/api/v1/history",
                    List.of("/history?subject=student:s-1", "/history?subject=offering:o-1"));

    private final QuerySide world = QuerySide.empty();

    @BeforeEach
    void one_of_three_opts_out() {
        School.opens(world);
        world.commit(student("s-1", "Ada", "Lovelace"));
        world.commit(student("s-2", "Bob", "Brown"));
        world.commit(student("s-3", "Cy", "Zuse"));
        world.commit(fund("f-1", "rbs", "900.00", Coverage.TUITION));
        for (var id : List.of("s-1", "s-2", "s-3")) {
            world.commit(candidacy(id, "cert-rbs", "p-rbs", "rbs"));
            world.commit(enrolled("e-" + id, id, School.BINDING));
            world.commit(awarded(credit("a-" + id, "f-1", id, "rbs", usd("100.00"))));
        }
        world.commitAt(
                Instant.parse("2026-06-01T12:00:00Z"), new DirectoryOptOutChanged("s-1", true));
        world.now(QuerySide.NOW);
    }

    @Test
    void every_route_that_names_students_is_asked_here() {
        var naming = new TreeSet<String>();
        world.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach(
                        (route, method) -> {
                            if (!route.getMethodsCondition()
                                    .getMethods()
                                    .contains(RequestMethod.GET)) return;
                            var answer = ResolvableType.forMethodReturnType(method.getMethod());
                            if (names(answer, new HashSet<>()))
                                naming.addAll(route.getPatternValues());
                        });
        naming.removeIf(path -> path.startsWith("/api/v1/me/"));
        assertThat(naming).isEqualTo(new TreeSet<>(NAMING.keySet()));
    }

    @Test
    void who_need_not_know_is_told_the_record_and_not_the_name() throws Exception {
        world.asks(AUDITOR);
        for (var path : everyPath())
            for (var text : everyForm(path))
                assertThat(text).as(path).doesNotContain("Ada", "Lovelace", "ada@");
        assertThat(world.answer("/offerings/o-1/roster")).contains("s-1", "Brown", "Zuse");
        assertThat(world.answer("/students/s-1/status")).contains("\"certificateId\":\"cert-rbs\"");
    }

    @Test
    void nor_what_the_name_was_before_the_student_opted_out() throws Exception {
        world.asks(AUDITOR);
        for (var path : List.of("/students/s-1", "/students/s-1/status", "/offerings/o-1/roster"))
            for (var then : List.of("knownAt=2026-06-01T11:00:00Z", "asOf=2026-05-30"))
                for (var text : everyForm(path + "?" + then))
                    assertThat(text).as(path + then).contains("s-1").doesNotContain("Lovelace");
    }

    @Test
    void who_acts_on_the_record_and_whose_record_it_is_is_told() throws Exception {
        for (var actor : List.of(QuerySide.REGISTRAR, ADA)) {
            world.asks(actor);
            for (var path : everyPath())
                if (path.contains("s-1") && !path.contains("history"))
                    assertThat(world.answer(path)).as(path).contains("Lovelace");
        }
    }

    @Test
    void what_goes_to_a_sponsor_never_names_a_student_who_opted_out() throws Exception {
        assertThat(world.answer("/funds/f-1/statement"))
                .contains("s-1", "Brown", "Zuse")
                .doesNotContain("Lovelace");
    }

    @Test
    void no_name_finds_them_and_their_place_in_the_list_tells_nothing() throws Exception {
        world.asks(AUDITOR);
        for (var query : List.of("name=Lovelace", "name=Ada", "email=ada@example.org"))
            world.ask("/students?" + query).andExpect(jsonPath("$.items.length()").value(0));
        assertThat(ids("/students")).containsExactly("s-2", "s-3", "s-1");
        assertThat(ids("/students?programId=p-rbs")).containsExactly("s-2", "s-3", "s-1");
        world.commit(new DirectoryOptOutChanged("s-3", true));
        assertThat(ids("/students?limit=1")).containsExactly("s-2", "s-1", "s-3");
        world.asks(QuerySide.REGISTRAR);
        assertThat(ids("/students?limit=1")).containsExactly("s-2", "s-1", "s-3");
        assertThat(ids("/students?name=Lovelace")).containsExactly("s-1");
    }

    @Test
    void who_comes_back_is_named_again() throws Exception {
        world.commit(new DirectoryOptOutChanged("s-1", false));
        world.asks(AUDITOR);
        assertThat(ids("/students")).containsExactly("s-2", "s-1", "s-3");
        assertThat(world.answer("/students/s-1")).contains("Lovelace", "\"optedOut\":false");
        assertThat(world.answer("/funds/f-1/statement")).contains("Lovelace");
    }

    /** An export repeats what other routes answer. */
    private static List<String> everyPath() {
        return Stream.concat(
                        NAMING.values().stream().flatMap(List::stream),
                        Stream.of("/students/s-1/export"))
                .sorted()
                .toList();
    }

    /** All ids of a list, from all its pages. */
    private List<String> ids(String path) throws Exception {
        var all = new ArrayList<String>();
        var next = "";
        while (next != null) {
            var json = com.jayway.jsonpath.JsonPath.parse(world.answer(path + next));
            all.addAll(json.<List<String>>read("$.items[*].id"));
            var cursor = json.<java.util.Map<String, Object>>read("$").get("next");
            next = cursor == null ? null : (path.contains("?") ? "&" : "?") + "cursor=" + cursor;
        }
        return all;
    }

    private List<String> everyForm(String path) throws Exception {
        var all = new ArrayList<String>();
        for (var form : List.of("application/json", "text/csv", XLSX)) {
            var answer = world.ask(get("/api/v1" + path).accept(form)).andReturn().getResponse();
            if (answer.getStatus() == 406) continue;
            assertThat(answer.getStatus()).as(path).isEqualTo(200);
            var text =
                    form.equals(XLSX)
                            ? XlsxSheet.markup(answer.getContentAsByteArray())
                            : answer.getContentAsString();
            // the seals of these tests encrypt nothing, and an export has events with sealed values
            all.add(text.replaceAll("\"sealed:[^\"]*\"", "sealed"));
        }
        return all;
    }

    private static boolean names(ResolvableType type, Set<Class<?>> seen) {
        if (Arrays.stream(type.getGenerics()).anyMatch(part -> names(part, seen))) return true;
        var raw = type.resolve();
        if (raw == null || !raw.isRecord() || !seen.add(raw)) return false;
        return Arrays.stream(raw.getRecordComponents())
                .anyMatch(
                        part ->
                                part.getName().equals("familyName")
                                        || names(
                                                ResolvableType.forType(part.getGenericType(), type),
                                                seen));
    }
}
