package colophon.views.student;

import static colophon.views.Given.MAY_1;
import static colophon.views.Given.awarded;
import static colophon.views.Given.candidacy;
import static colophon.views.Given.charged;
import static colophon.views.Given.credit;
import static colophon.views.Given.day;
import static colophon.views.Given.enrolled;
import static colophon.views.Given.expense;
import static colophon.views.Given.fund;
import static colophon.views.Given.offered;
import static colophon.views.Given.payment;
import static colophon.views.Given.sealed;
import static colophon.views.Given.student;
import static colophon.views.Given.usd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import colophon.api.access.Actor;
import colophon.api.access.ReadAccess;
import colophon.api.access.Role;
import colophon.events.enrollment.EnrollmentCancelled;
import colophon.events.enrollment.EnrollmentDeclined;
import colophon.events.enrollment.StudentApplied;
import colophon.events.enrollment.StudentWaitlisted;
import colophon.events.fund.Coverage;
import colophon.events.payment.Payer;
import colophon.events.rights.AmendmentDecided;
import colophon.events.rights.AmendmentRequested;
import colophon.events.rights.DirectoryOptOutChanged;
import colophon.events.rights.StatementPlaced;
import colophon.events.student.LeaveGranted;
import colophon.events.transcript.CreditTransferred;
import colophon.events.transcript.RequirementWaived;
import colophon.views.QuerySide;
import colophon.views.School;
import colophon.views.disclosure.Disclosure;
import colophon.views.reading.table.XlsxSheet;

import com.jayway.jsonpath.JsonPath;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Ada studies at rbs. The test checks what staff of calrbs see of her, for each kind of fact at
 * calrbs, on each route that shows something of a student, in every form and for every past.
 */
@Tag("io")
class StudentInstitutionsTest {

    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Instant BEFORE = Instant.parse("2026-05-01T09:00:00Z");
    private static final Instant LATER = Instant.parse("2026-05-20T09:00:00Z");

    /** Any of these in an answer reveals her name. */
    private static final List<String> NAMES = List.of("Ada", "Lovelace", "ada@example");

    /** Shown only to staff with access to all of rbs: texts, and disclosures there. */
    private static final List<String> OF_RBS =
            List.of("wrong at", "right at", "grounds at", "stated at", "looked-", "reg-rbs");

    /** What staff of calrbs see. */
    private enum Shown {
        /** Nothing, as if there were no such student. */
        NOTHING,
        /** The records of their own institution, under her id. */
        FIGURES,
        /** The same records, and her name. */
        NAME
    }

    private enum Fact {
        NONE(Shown.NOTHING),
        EXPENSE(Shown.FIGURES, expense("x-1", "s-1", "calrbs", usd("0.01"), "2026-05-02")),
        CHARGE(Shown.FIGURES, charged("e-9", "s-1", School.ARCHIVES, MAY_1)),
        PAYMENT(
                Shown.FIGURES,
                payment("y-9", "s-1", "calrbs", usd("0.01"), Payer.SELF, "2026-05-02")),
        AWARD_OFFERED(Shown.FIGURES, offered(credit("a-9", "f-cal", "s-1", "calrbs", usd("9.00")))),
        AWARD_ACCEPTED(
                Shown.FIGURES, awarded(credit("a-9", "f-cal", "s-1", "calrbs", usd("9.00")))),
        CREDIT(
                Shown.FIGURES,
                new CreditTransferred(
                        "s-1", "t-9", "d-1", "p-cal", "calrbs", null, null, MAY_1, "there", "so")),
        WAIVER(
                Shown.NOTHING,
                new RequirementWaived("s-1", "w-9", "cert-cal", 1, "/courses", null, "so", MAY_1)),
        APPLICATION(Shown.NAME, applied()),
        DECLINED_APPLICATION(
                Shown.NAME, applied(), new EnrollmentDeclined("e-9", "s-1", "o-9", "no", MAY_1)),
        PLACE_IN_LINE(
                Shown.NAME,
                new StudentWaitlisted("e-9", "s-1", "o-9", "d-1", "p-cal", "calrbs", MAY_1)),
        ENROLLMENT(Shown.NAME, enrolled("e-9", "s-1", School.ARCHIVES)),
        CANCELLED_ENROLLMENT(
                Shown.NAME, applied(), new EnrollmentCancelled("e-9", "s-1", "o-9", "no", MAY_1)),
        CANDIDACY(Shown.NAME, candidacy("s-1", "cert-cal", "p-cal", "calrbs")),
        CANDIDACY_AT_REST(
                Shown.NAME,
                candidacy("s-1", "cert-cal", "p-cal", "calrbs"),
                new LeaveGranted("s-1", "cert-cal", MAY_1, day("2027-05-01"), "so")),
        REGISTERED_AT_BOTH(Shown.NAME),
        REGISTERED_THERE(Shown.NAME),
        REGISTERED_BY_STAFF_OF_ALL(Shown.NOTHING),
        REGISTERED_BY_STAFF_OF_ALL_AND_AN_EXPENSE(
                Shown.FIGURES, expense("x-1", "s-1", "calrbs", usd("0.01"), "2026-05-02"));

        final Shown shown;
        final Object[] events;

        Fact(Shown shown, Object... events) {
            this.shown = shown;
            this.events = events;
        }

        String[] registeredAt() {
            return switch (this) {
                case REGISTERED_AT_BOTH -> new String[] {"rbs", "calrbs"};
                case REGISTERED_THERE -> new String[] {"calrbs"};
                case REGISTERED_BY_STAFF_OF_ALL, REGISTERED_BY_STAFF_OF_ALL_AND_AN_EXPENSE ->
                        new String[] {};
                default -> new String[] {"rbs"};
            };
        }

        private static StudentApplied applied() {
            return new StudentApplied("e-9", "s-1", "o-9", "d-1", "p-cal", "calrbs", MAY_1);
        }
    }

    /** Queries about her by her id. */
    private static final List<String> OF_HER =
            List.of(
                    "",
                    "?asOf=2026-05-31",
                    "?asOf=2026-05-05",
                    "?knownAt=2026-05-10T00:00:00Z",
                    "?knownAt=2026-06-01T00:00:00Z",
                    "/status",
                    "/status?asOf=2026-05-31",
                    "/status?knownAt=2026-05-10T00:00:00Z",
                    "/statement",
                    "/statement?institutionId=rbs",
                    "/statement?knownAt=2026-05-10T00:00:00Z",
                    "/explanation?field=balanceDue.total",
                    "/explanation?field=balanceDue.total&institutionId=rbs",
                    "/forecast?certificateId=cert-cal",
                    "/enrollments",
                    "/payments",
                    "/awards",
                    "/amendments",
                    "/amendments?knownAt=2026-06-01T00:00:00Z",
                    "/disclosures");

    /** Other queries that may show something of her. */
    private static final List<String> LISTS =
            List.of(
                    "/students",
                    "/students?limit=1",
                    "/students?programId=p-cal",
                    "/students?programId=p-rbs",
                    "/students?name=ada",
                    "/students?name=Lovel",
                    "/students?name=Ada Lovelace",
                    "/students?email=Ada@example.org",
                    "/history?subject=student:s-1",
                    "/history?subject=offering:o-9",
                    "/history?subject=fund:f-cal",
                    "/offerings/o-9/roster?status=any",
                    "/offerings/o-9/waitlist",
                    "/certificates/cert-cal/candidates",
                    "/funds/f-cal",
                    "/funds/f-cal/awards",
                    "/funds/f-cal/statement",
                    "/payments",
                    "/payments?studentId=s-1",
                    "/enrollments/e-1",
                    "/payments/y-1",
                    "/awards/a-1",
                    "/offerings/o-1/roster",
                    "/certificates/cert-rbs/candidates",
                    "/funds/f-1/statement");

    private final QuerySide world = QuerySide.empty();

    @ParameterizedTest
    @EnumSource(Fact.class)
    void shows_on_every_route_what_it_shows_and_no_more(Fact fact) throws Exception {
        happens(fact);
        asksAt("calrbs");
        for (var path : OF_HER) {
            var answer = ask("/students/s-1" + path, "application/json");
            assertThat(answer.getStatus())
                    .as(path)
                    .isEqualTo(fact.shown == Shown.NOTHING ? 404 : 200);
        }
        for (var path : everyPath())
            for (var form : List.of("application/json", "text/csv", XLSX)) {
                var text = text(ask(path, form));
                if (fact.shown != Shown.NAME)
                    assertThat(text).as(path + " " + form).doesNotContain(NAMES);
                assertThat(text).as(path + " " + form).doesNotContain(OF_RBS);
            }
    }

    @ParameterizedTest
    @EnumSource(Fact.class)
    void is_found_by_name_and_address_where_it_is_known_and_listed_where_something_is(Fact fact)
            throws Exception {
        happens(fact);
        asksAt("calrbs");
        for (var query : List.of("name=ada", "name=LOVE", "name=Ada L", "email=ada@EXAMPLE.org")) {
            var page = world.answer("/students?" + query);
            assertThat(JsonPath.<List<String>>read(page, "$.items[*].id"))
                    .as(query)
                    .hasSize(fact.shown == Shown.NAME ? 1 : 0);
            // the same answer as for an unknown name
            if (fact.shown != Shown.NAME)
                assertThat(page).isEqualTo(world.answer("/students?name=nihil"));
        }
        var listed = JsonPath.<List<String>>read(world.answer("/students"), "$.items[*].id");
        assertThat(listed.contains("s-1")).isEqualTo(fact.shown != Shown.NOTHING);
    }

    @ParameterizedTest
    @EnumSource(Fact.class)
    void is_to_those_who_are_shown_nothing_byte_by_byte_as_nobody(Fact fact) throws Exception {
        if (fact.shown != Shown.NOTHING) return;
        happens(fact);
        asksAt("calrbs");
        var tag = "\"0" + "a".repeat(32) + "\"";
        for (var path : everyPath())
            for (var method : List.of(HttpMethod.GET, HttpMethod.HEAD))
                for (var header : new String[] {null, tag, "*"}) {
                    var hers = raw(method, path, header);
                    var nobodys = raw(method, path.replace("s-1", "s-0"), header);
                    assertThat(nobodys.replace("s-0", "s-1")).as(method + path).isEqualTo(hers);
                }
    }

    @Test
    void money_shows_the_figures_of_that_institution_alone() throws Exception {
        happens(Fact.PAYMENT);
        asksAt("calrbs");
        var status = world.answer("/students/s-1/status");
        assertThat(JsonPath.<List<String>>read(status, "$.accounts[*].institutionId"))
                .containsExactly("calrbs");
        assertThat(status).contains("0.01").doesNotContain("1395.00", "familyName");
        assertThat(world.answer("/students/s-1")).isEqualTo("{\"id\":\"s-1\",\"programIds\":[]}");
    }

    @Test
    void what_is_of_the_person_alone_is_for_those_who_know_who_it_is() throws Exception {
        happens(Fact.EXPENSE);
        asksAt("calrbs");
        assertThat(kinds()).containsExactly("AmendmentRequested", "ExpenseRecorded");
        world.commit(enrolled("e-9", "s-1", School.ARCHIVES));
        assertThat(kinds()).contains("StudentRegistered", "StudentEnrolled");
    }

    @Test
    void what_was_before_the_name_was_known_there_is_shown_with_it_once_it_is() throws Exception {
        happens(Fact.EXPENSE);
        asksAt("calrbs");
        var past = "/students/s-1?knownAt=2026-05-10T00:00:00Z";
        assertThat(world.answer(past)).doesNotContain("Lovelace");
        world.commit(enrolled("e-9", "s-1", School.ARCHIVES));
        assertThat(world.answer(past)).contains("Lovelace");
    }

    @Test
    void staff_of_all_and_the_student_are_shown_all_of_it() throws Exception {
        happens(Fact.EXPENSE);
        for (var access : List.of(ReadAccess.whole(), new Own("s-1"))) {
            world.isAskedBy(access);
            assertThat(world.answer("/students/s-1")).contains(NAMES.get(1), "optedOut");
            assertThat(world.answer("/students/s-1/amendments"))
                    .contains("wrong at rbs", "wrong at all", "wrong at calrbs");
            assertThat(world.answer("/students/s-1/status"))
                    .contains("stated at rbs", "stated at all", "1395.00", "0.01");
            assertThat(world.answer("/students/s-1/disclosures"))
                    .contains("looked-rbs", "looked-both", "looked-all", "looked-calrbs");
        }
    }

    @Test
    void amendments_and_disclosures_are_for_staff_of_each_institution_they_belong_to()
            throws Exception {
        happens(Fact.ENROLLMENT);
        asksAt("rbs");
        assertThat(texts("wrong at ", "/amendments")).containsExactly("rbs");
        assertThat(texts("stated at ", "/status")).containsExactly("rbs");
        assertThat(texts("looked-", "/disclosures")).containsExactly("rbs");
        asksAt("calrbs");
        assertThat(texts("wrong at ", "/amendments")).containsExactly("calrbs");
        assertThat(texts("stated at ", "/status")).isEmpty();
        assertThat(texts("looked-", "/disclosures")).containsExactly("calrbs");
        asksAt("rbs", "calrbs");
        assertThat(texts("wrong at ", "/amendments")).containsExactly("calrbs", "rbs");
        assertThat(texts("looked-", "/disclosures")).containsExactly("both", "calrbs", "rbs");
    }

    @Test
    void pages_of_one_and_pages_of_many_go_through_the_same_list_once() throws Exception {
        happens(Fact.EXPENSE);
        world.isWrittenAt("calrbs");
        for (var id : List.of("t-1", "t-2", "t-3")) world.commit(student(id, "Given", "Zuse" + id));
        world.isWrittenAt("rbs");
        for (var id : List.of("a-7", "u-8", "u-9")) {
            world.commit(student(id, "Given", "Able" + id));
            if (!id.equals("u-8"))
                world.commit(expense("x-" + id, id, "calrbs", usd("1.00"), "2026-05-02"));
        }
        asksAt("calrbs");
        var all = List.of("t-1", "t-2", "t-3", "a-7", "s-1", "u-9");
        for (int limit : new int[] {1, 2, 3, 4, 5, 6, 200})
            assertThat(walked(limit)).as("by " + limit).isEqualTo(all);
        // auditors must not learn who opted out: such students appear without a name among others
        world.commit(new DirectoryOptOutChanged("t-2", true));
        world.asks(new Actor("x-1", Set.of(Role.AUDITOR), Set.of("calrbs"), null));
        for (int limit : new int[] {1, 2, 5, 200})
            assertThat(walked(limit)).containsExactly("t-1", "t-3", "a-7", "s-1", "t-2", "u-9");
    }

    @Test
    void a_header_that_cannot_be_kept_does_not_tell_whether_somebody_was_found() throws Exception {
        happens(Fact.ENROLLMENT);
        asksAt("calrbs");
        var before = world.looks().all().size();
        var answers = new ArrayList<String>();
        for (var path : List.of("/students?name=Lovelace", "/students?name=Nihil")) {
            var answer =
                    world.ask(
                                    request(HttpMethod.GET, "/api/v1" + path)
                                            .header("Interest", "x".repeat(201)))
                            .andReturn()
                            .getResponse();
            answers.add(answer.getStatus() + answer.getContentAsString());
        }
        assertThat(answers.getFirst()).startsWith("400").isEqualTo(answers.getLast());
        assertThat(world.looks().all()).hasSize(before);
    }

    @Test
    void every_route_that_tells_something_of_a_student_is_asked_here() {
        var asked = String.join(" ", everyPath());
        var known = new TreeMap<String, Boolean>();
        world.bean(
                        "requestMappingHandlerMapping",
                        org.springframework.web.servlet.mvc.method.annotation
                                .RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(
                        route -> {
                            for (var path : route.getPatternValues())
                                if (path.startsWith("/api/v1/students/{id}"))
                                    known.put(
                                            path,
                                            asked.contains(
                                                    path.replace("/api/v1", "")
                                                            .replace("{id}", "s-1")));
                        });
        known.remove("/api/v1/students/{id}/export"); // for staff of all, and for herself
        assertThat(known).isNotEmpty().doesNotContainValue(false);
    }

    private static List<String> everyPath() {
        var all = new ArrayList<>(LISTS);
        OF_HER.forEach(path -> all.add("/students/s-1" + path));
        return all;
    }

    /** She has one of everything at rbs, and this fact at calrbs. */
    private void happens(Fact fact) {
        School.opens(world, BEFORE);
        world.commitAt(BEFORE, fund("f-1", "rbs", "900.00", Coverage.TUITION));
        world.commitAt(BEFORE, fund("f-cal", "calrbs", "900.00", Coverage.TUITION));
        world.isWrittenAt(fact.registeredAt());
        world.commitAt(BEFORE, student("s-1", "Ada", "Lovelace"));
        world.isWrittenAt("rbs");
        world.commitAt(BEFORE, candidacy("s-1", "cert-rbs", "p-rbs", "rbs"));
        world.commitAt(BEFORE, enrolled("e-1", "s-1", School.BINDING));
        world.commitAt(BEFORE, awarded(credit("a-1", "f-1", "s-1", "rbs", usd("100.00"))));
        world.commitAt(
                BEFORE, payment("y-1", "s-1", "rbs", usd("50.00"), Payer.SELF, "2026-05-02"));
        amends("m-1", null, "rbs"); // by an account of rbs
        world.isWrittenAt();
        amends("m-2", null, "all");
        world.commitAt(LATER, requested("m-3", "calrbs", "calrbs"));
        if (fact.events.length > 0) world.commitAt(LATER, fact.events);
        world.now(QuerySide.NOW);
        looks("looked-rbs", "rbs");
        looks("looked-both", "calrbs", "rbs");
        looks("looked-all");
        looks("looked-calrbs", "calrbs");
        world.isAskedBy(ReadAccess.whole());
    }

    private void amends(String id, @Nullable String institutionId, String at) {
        world.commitAt(BEFORE, requested(id, institutionId, at));
        world.commitAt(
                BEFORE,
                new AmendmentDecided("s-1", id, false, sealed("grounds at " + at), List.of(), "y"));
        world.commitAt(BEFORE, new StatementPlaced("s-1", id, sealed("stated at " + at), "z"));
    }

    private static AmendmentRequested requested(
            String id, @Nullable String institutionId, String at) {
        return new AmendmentRequested(
                "s-1",
                id,
                institutionId,
                sealed("wrong at " + at),
                sealed("right at " + at),
                "x" + at);
    }

    private void looks(String who, String... at) {
        world.looks()
                .record(
                        List.of(
                                new Disclosure(
                                        QuerySide.NOW,
                                        who,
                                        "bursar",
                                        "s-1",
                                        "what",
                                        "/path",
                                        "JSON",
                                        null,
                                        "why",
                                        List.of(at))));
    }

    /** Later queries are sent by a registrar of these institutions. */
    private void asksAt(String... institutionIds) {
        var at = Set.of(institutionIds);
        world.isAskedBy(at::contains);
        world.asks(new Actor("asker", Set.of(Role.REGISTRAR), at, null));
    }

    private MockHttpServletResponse ask(String path, String form) throws Exception {
        return world.ask(request(HttpMethod.GET, "/api/v1" + path).accept(form))
                .andReturn()
                .getResponse();
    }

    /** The answer about a student of another institution, without what the path itself contains. */
    private static String text(MockHttpServletResponse answer) throws Exception {
        var text =
                XLSX.equals(answer.getContentType())
                        ? XlsxSheet.markup(answer.getContentAsByteArray())
                        : answer.getContentAsString(StandardCharsets.UTF_8);
        return text.replaceAll("(wrong|right) at calrbs|looked-calrbs", "");
    }

    private String raw(HttpMethod method, String path, @Nullable String tag) throws Exception {
        var asked = request(method, "/api/v1" + path);
        if (tag != null) asked.header("If-None-Match", tag);
        var answer = world.ask(asked).andReturn().getResponse();
        var headers = new TreeMap<String, Object>();
        for (var name : answer.getHeaderNames()) headers.put(name, answer.getHeaders(name));
        return answer.getStatus() + " " + headers + " " + answer.getContentAsString();
    }

    private List<String> kinds() throws Exception {
        return JsonPath.read(world.answer("/history?subject=student:s-1"), "$.items[*].kind");
    }

    /** The texts after that word in an answer about her, in order. */
    private List<String> texts(String word, String path) throws Exception {
        var parts = world.answer("/students/s-1" + path).split(word);
        return Arrays.stream(parts)
                .skip(1)
                .map(part -> part.replaceAll("[^a-z].*", ""))
                .sorted()
                .toList();
    }

    private List<String> walked(int limit) throws Exception {
        var all = new ArrayList<String>();
        Consumer<Map<String, List<Map<String, String>>>> take =
                page -> page.getOrDefault("items", List.of()).forEach(i -> all.add(i.get("id")));
        String next = "";
        while (next != null) {
            var page = world.answer("/students?limit=" + limit + next);
            take.accept(JsonPath.read(page, "$"));
            var cursor = JsonPath.<Map<String, Object>>read(page, "$").get("next");
            next = cursor == null ? null : "&cursor=" + cursor;
        }
        return all;
    }

    private record Own(String id) implements ReadAccess {

        @Override
        public boolean sees(String institutionId) {
            return false;
        }

        @Override
        public boolean isOwn(String studentId) {
            return studentId.equals(id);
        }

        @Override
        public boolean isStaff() {
            return false;
        }
    }
}
