package colophon.views.disclosure;

import static colophon.views.Given.awarded;
import static colophon.views.Given.candidacy;
import static colophon.views.Given.credit;
import static colophon.views.Given.enrolled;
import static colophon.views.Given.fund;
import static colophon.views.Given.payment;
import static colophon.views.Given.student;
import static colophon.views.Given.usd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import colophon.api.access.Actor;
import colophon.api.access.Role;
import colophon.events.fund.Coverage;
import colophon.events.payment.Payer;
import colophon.views.QuerySide;
import colophon.views.School;
import colophon.views.reading.table.XlsxSheet;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Thousands of reads of every kind by several accounts. The test reads the expected disclosures
 * from the bytes of the answer: every student whose id is in it was shown.
 */
@Tag("io")
class EveryReadIsRecordedTest {

    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final List<String> FORMS = List.of("application/json", "text/csv", XLSX);
    private static final List<Actor> PEOPLE =
            List.of(
                    QuerySide.REGISTRAR,
                    new Actor("b-1", Set.of(Role.BURSAR), Set.of(), null),
                    new Actor("x-1", Set.of(Role.AUDITOR), Set.of(), null),
                    new Actor("account-3", Set.of(Role.STUDENT), Set.of(), "s-103"),
                    new Actor("b-2", Set.of(Role.BURSAR, Role.STUDENT), Set.of(), "s-104"));

    /** Routes that show no student. A new query must be added here, or must name its students. */
    private static final Set<String> SHOW_NOBODY =
            Set.of(
                    "/api/v1/institutions",
                    "/api/v1/institutions/{id}",
                    "/api/v1/programs",
                    "/api/v1/programs/{id}",
                    "/api/v1/programs/{id}/overview",
                    "/api/v1/courses",
                    "/api/v1/courses/{id}",
                    "/api/v1/certificates",
                    "/api/v1/certificates/{id}",
                    "/api/v1/offerings",
                    "/api/v1/offerings/{id}",
                    "/api/v1/credentials/{id}",
                    "/api/v1/dead-letters");

    private static final Pattern STUDENT = Pattern.compile("\\bs-1[0-9]{2}\\b");

    private final QuerySide world = QuerySide.empty();

    @BeforeEach
    void forty_students() {
        School.opens(world);
        world.commit(fund("f-1", "rbs", "90000.00", Coverage.TUITION));
        for (int i = 100; i < 140; i++) {
            var id = "s-" + i;
            world.commit(student(id, "Given", "Family" + i));
            if (i % 2 == 0) world.commit(candidacy(id, "cert-rbs", "p-rbs", "rbs"));
            world.commit(enrolled("e-" + i, id, School.BINDING));
            if (i % 3 == 0)
                world.commit(awarded(credit("a-" + i, "f-1", id, "rbs", usd("100.00"))));
            if (i % 2 == 1)
                world.commit(payment("y-" + i, id, "rbs", usd("50.00"), Payer.SELF, "2026-05-02"));
        }
    }

    @Test
    void of_5000_reads_each_is_recorded_and_none_of_ones_own() throws Exception {
        var random = new Random(20260601);
        int shown = 0;
        int own = 0;
        for (int i = 0; i < 5_000; i++) {
            var actor = PEOPLE.get(random.nextInt(PEOPLE.size()));
            var path = path(random);
            world.asks(actor);
            var before = world.looks().all().size();
            var answer = ask(path, random);
            var expected = new HashSet<@Nullable String>();
            if (answer.getStatus() == 200) {
                STUDENT.matcher((path.startsWith("/students/") ? path : "") + " " + text(answer))
                        .results()
                        .forEach(m -> expected.add(m.group()));
                if (expected.remove(actor.studentId())) own++;
            } else assertThat(answer.getStatus()).isIn(404, 406);
            var news = world.looks().all().subList(before, world.looks().all().size());
            assertThat(news.stream().map(Disclosure::studentId))
                    .as(path + " for " + actor + ": " + answer.getStatus())
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(news)
                    .allSatisfy(
                            disclosure -> {
                                assertThat(disclosure.who()).isEqualTo(actor.id());
                                assertThat(disclosure.interest()).isEqualTo(actor.interests());
                                assertThat(disclosure.what()).isNotBlank();
                                assertThat(disclosure.at()).isEqualTo(QuerySide.NOW);
                            });
            shown += expected.size();
        }
        assertThat(shown).isGreaterThan(20_000);
        assertThat(own).isGreaterThan(200);
    }

    @Test
    void of_1000_reads_that_cannot_be_recorded_none_shows_anybody() throws Exception {
        var random = new Random(20260602);
        world.looks().takeOnly(0);
        int refused = 0;
        for (int i = 0; i < 1_000; i++) {
            var actor = PEOPLE.get(random.nextInt(PEOPLE.size()));
            world.asks(actor);
            var path = path(random);
            var answer = ask(path, random);
            if (answer.getStatus() == 503) refused++;
            var others = new HashSet<@Nullable String>();
            STUDENT.matcher(text(answer)).results().forEach(m -> others.add(m.group()));
            others.remove(actor.studentId());
            if (answer.getStatus() != 200)
                // a problem repeats what was asked for, and nothing else
                others.removeIf(path::contains);
            assertThat(others).as(path).isEmpty();
        }
        assertThat(refused).isGreaterThan(400);
        assertThat(world.looks().all()).isEmpty();
    }

    @Test
    void every_query_names_the_students_it_shows_or_shows_none() {
        var found = new TreeMap<String, Boolean>();
        world.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach(
                        (route, method) -> {
                            for (var path : route.getPatternValues()) {
                                var names =
                                        path.matches("/api/v1/(students/[{]id}|me/).*")
                                                || names(
                                                        ResolvableType.forMethodReturnType(
                                                                method.getMethod()),
                                                        new HashSet<>());
                                found.merge(path, names, Boolean::logicalAnd);
                            }
                        });
        assertThat(found.entrySet())
                .filteredOn(query -> !query.getValue())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrderElementsOf(SHOW_NOBODY);
        assertThat(found).hasSizeGreaterThan(SHOW_NOBODY.size() + 10);
    }

    private static boolean names(ResolvableType type, Set<Class<?>> seen) {
        if (Arrays.stream(type.getGenerics()).anyMatch(part -> names(part, seen))) return true;
        var raw = type.resolve();
        if (raw == null || !raw.isRecord() || !seen.add(raw)) return false;
        return Arrays.stream(raw.getRecordComponents())
                .anyMatch(
                        component ->
                                ShownStudents.names(component)
                                        || names(
                                                ResolvableType.forType(
                                                        component.getGenericType(), type),
                                                seen));
    }

    private MockHttpServletResponse ask(String path, Random random) throws Exception {
        return world.ask(
                        request(HttpMethod.GET, "/api/v1" + path)
                                .accept(FORMS.get(random.nextInt(FORMS.size()))))
                .andReturn()
                .getResponse();
    }

    private static String path(Random random) {
        var id = 100 + random.nextInt(42); // the last two do not exist
        return switch (random.nextInt(22)) {
            case 0 -> "/students/s-" + id;
            case 1 -> "/students/s-" + id + "/status";
            case 2 -> "/students/s-" + id + "/statement";
            case 3 -> "/students/s-" + id + "/explanation?field=balanceDue.dueNow";
            case 4 -> "/students/s-" + id + "/forecast?certificateId=cert-rbs";
            case 5 -> "/students?limit=" + (1 + random.nextInt(50));
            case 6 -> "/students?name=family1" + (id % 10);
            case 7 -> "/offerings/o-1/roster";
            case 8 -> "/offerings/o-1/waitlist";
            case 9 -> "/enrollments/e-" + id;
            case 10 -> "/payments?studentId=s-" + id;
            case 11 -> "/payments/y-" + id;
            case 12 -> "/funds/f-1";
            case 13 -> "/funds/f-1/awards?limit=5";
            case 14 -> "/funds/f-1/statement";
            case 15 -> "/awards/a-" + id;
            case 16 -> "/certificates/cert-rbs/candidates";
            case 17 -> "/history?subject=student:s-" + id;
            case 19 -> "/students/s-" + id + "/export";
            case 20 -> "/students/s-" + id + "/enrollments";
            case 18 -> "/students/s-" + id + "/status?asOf=2026-05-30";
            default -> "/offerings";
        };
    }

    /** The readable text of an answer; for a workbook, its sheet. */
    private static String text(MockHttpServletResponse answer) throws Exception {
        if (answer.getStatus() != 200 || !XLSX.equals(answer.getContentType()))
            return answer.getContentAsString(StandardCharsets.UTF_8);
        return XlsxSheet.markup(answer.getContentAsByteArray());
    }
}
