package colophon.system;

import static colophon.system.driver.Answer.quoted;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.system.driver.Answer;
import colophon.system.driver.Campus;
import colophon.system.driver.Program;
import colophon.system.driver.SharedProgram;
import colophon.system.driver.SharesProgram;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Conventions that hold for every call. */
@SharesProgram
class ConventionsTest {

    private static final int MEGABYTE = 1024 * 1024;
    private static final List<String> OURS_ONLY =
            List.of("Exception", "java.", "colophon.", "tools.jackson", "springframework");
    private static final Pattern HEADING = Pattern.compile("(?m)^### ([a-z-]+)$");

    private static Program program;
    private static Campus campus;

    @BeforeAll
    static void start(SharedProgram shared) {
        program = shared.program();
        campus = Campus.at(program);
        campus.offering("o", 1000);
        campus.student("s");
    }

    @Test
    void commands_and_queries_say_where_in_the_log_they_are() {
        var made = program.made("/students", Campus.studentBody("positions-1"));
        var next = program.made("/students", Campus.studentBody("positions-2"));
        assertThat(next.position()).isEqualTo(made.position() + 1);
        var query = program.get("/students/positions-2/status?after=" + next.position());
        assertThat(query.position()).isGreaterThanOrEqualTo(next.position());
    }

    @Test
    void what_was_written_is_read_when_asked_for_with_after() {
        for (int n = 0; n < 300; n++) {
            var id = "read-your-write-" + n;
            var written = program.made("/students", Campus.studentBody(id));
            var read = program.get("/students/" + id + "/status?after=" + written.position());
            assertThat(read.status()).as(read.text()).isEqualTo(200);
            assertThat(read.at("/studentId")).isEqualTo(id);
            assertThat(read.position()).isGreaterThanOrEqualTo(written.position());
        }
    }

    @Test
    void what_is_not_there_yet_is_not_answered() {
        var future = "/students/s/status?after=" + (program.head() + 1_000_000);
        var answer = program.get(future, Map.of("Prefer", "wait=1"));
        assertProblem(answer, 503, "not-caught-up");
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(answer.header("Preference-Applied")).isEqualTo("wait=1");
    }

    @Test
    void what_is_written_while_somebody_waits_for_it_is_answered() throws Exception {
        var future = "/students/s/status?after=" + (program.head() + 1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting =
                    threads.submit(() -> program.get(future, Map.of("Prefer", "wait=60")).status());
            assertThat(waiting.isDone()).isFalse();
            program.made("/students", Campus.studentBody("awaited"));
            assertThat(waiting.get()).isEqualTo(200);
        }
    }

    @Test
    void what_the_client_has_already_is_not_sent_again() {
        var first = program.get("/students/s/status");
        var etag = first.header("ETag");
        assertThat(etag).isNotEmpty();
        var second = program.get("/students/s/status", Map.of("If-None-Match", etag));
        assertThat(second.status()).isEqualTo(304);
        assertThat(second.bytes()).isEmpty();
        var expense = program.made("/expenses", Campus.expenseBody("etag", "s", "1.00"));
        var third =
                program.get(
                        "/students/s/status?after=" + expense.position(),
                        Map.of("If-None-Match", etag));
        assertThat(third.status()).isEqualTo(200);
        assertThat(third.header("ETag")).isNotEqualTo(etag);
    }

    @Test
    void a_list_is_walked_by_cursor_without_gap_or_repetition() {
        for (int n = 0; n < 23; n++) campus.offering("walk-" + n, 1);
        var position = program.made("/offerings", Campus.offeringBody("walk-23", 1, "1.00"));
        var all = ids(program.get("/offerings?limit=200&after=" + position.position()));
        var walked = new ArrayList<String>();
        var next = "";
        int pages = 0;
        do {
            var page =
                    program.get("/offerings?limit=5" + (next.isEmpty() ? "" : "&cursor=" + next));
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            assertThat(ids(page)).hasSizeBetween(1, 5);
            walked.addAll(ids(page));
            next = page.at("/next");
            pages++;
        } while (!next.isEmpty());
        assertThat(walked).isEqualTo(all).doesNotHaveDuplicates().hasSizeGreaterThan(23);
        assertThat(pages).isGreaterThanOrEqualTo(5);
        assertProblem(program.get("/offerings?limit=0"), 400, "invalid-parameter");
        assertProblem(program.get("/offerings?limit=201"), 400, "invalid-parameter");
        assertProblem(program.get("/offerings?limit=many"), 400, "invalid-parameter");
        assertProblem(program.get("/offerings?cursor=bm90IG91cnM"), 400, "invalid-parameter");
        assertProblem(program.get("/offerings?cursor=%25"), 400, "invalid-parameter");
    }

    @Test
    void a_body_is_read_strictly_and_each_mistake_has_its_pointer() {
        var unknown = post("/students", "{'givenName':'A','familyName':'B','nickname':'C'}");
        assertProblem(unknown, 400, "invalid-body");
        assertThat(unknown.at("/errors/0/pointer")).isEqualTo("/nickname");
        var missing = post("/students", "{}");
        assertProblem(missing, 400, "invalid-body");
        assertThat(missing.json().at("/errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/givenName", "/familyName");
        var money =
                post(
                        "/payments",
                        "{'studentId':'s','institutionId':'i','method':'cash',"
                                + "'amount':{'amount':'-1','currency':'USD'}}");
        assertThat(money.at("/errors/0/pointer")).isEqualTo("/amount/amount");
        var doubled = post("/students", "{'givenName':'A','givenName':'B','familyName':'B'}");
        assertProblem(doubled, 400, "malformed-json");
        assertProblem(post("/students", "{'givenName':"), 400, "malformed-json");
        assertProblem(post("/students", ""), 400, "malformed-json");
        assertProblem(post("/students", "null"), 400, null);
        assertProblem(post("/students", "[]"), 400, null);
        assertProblem(post("/students", "{'givenName':'A','familyName':'B'} {}"), 400, null);
        assertProblem(
                post("/students", "{'id':'../x','givenName':'A','familyName':'B'}"),
                400,
                "invalid-body");
    }

    @Test
    void what_is_not_there_or_not_meant_is_said_so() {
        assertProblem(program.get("/students/nobody/status"), 404, "student-not-found");
        assertProblem(program.get("/nothing"), 404, "no-such-path");
        assertProblem(program.get("/students/s/status?afterr=1"), 400, "unknown-parameter");
        assertProblem(program.get("/students/s/status?after=x"), 400, "invalid-parameter");
        assertProblem(program.get("/students/s/status?after=-1"), 400, "invalid-parameter");
        assertProblem(program.get("/students/s/status?after=1&after=2"), 400, "invalid-parameter");
        assertProblem(
                post("/enrollments", Campus.enrollmentBody("x", "s", "nowhere")),
                404,
                "offering-not-found");
        assertProblem(
                post("/enrollments", Campus.enrollmentBody("x", "nobody", "o")),
                404,
                "student-not-found");
        assertProblem(
                program.send(
                        program.request("/api/v1/students/s/status")
                                .method("DELETE", BodyPublishers.noBody())
                                .build()),
                405,
                "method-not-allowed");
        assertProblem(
                program.send(
                        program.request("/api/v1/students")
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString("name=x"))
                                .build()),
                415,
                "unsupported-media-type");
        assertProblem(
                program.get("/students/s/status", Map.of("Accept", "image/png")),
                406,
                "not-acceptable");
        assertProblem(
                program.post("/students", Campus.studentBody("key"), "k".repeat(129)),
                400,
                "invalid-idempotency-key");
    }

    @Test
    void a_body_over_a_megabyte_is_refused_whether_or_not_it_says_its_length() {
        var tooLong = "\"" + "x".repeat(MEGABYTE - 1) + "\"";
        assertThat(tooLong).hasSize(MEGABYTE + 1);
        assertProblem(program.post("/students", tooLong), 413, "body-too-large");
        assertProblem(chunked(tooLong), 413, "body-too-large");
        var justFits = tooLong.substring(0, MEGABYTE - 1) + "\"";
        assertThat(program.post("/students", justFits).status()).isEqualTo(400);
        assertThat(chunked(justFits).status()).isEqualTo(400);
    }

    @Test
    void deep_nesting_is_refused() {
        for (int depth : List.of(1_000, 10_000, 200_000)) {
            var arrays = "[".repeat(depth) + "]".repeat(depth);
            var body = "{\"title\":\"T\",\"requirement\":{\"allOf\":" + arrays + "}}";
            assertProblem(program.post("/programs/p/certificates", body), 400, null);
            var objects = "{\"within\":".repeat(depth / 10) + "1" + "}".repeat(depth / 10);
            var other = "{\"title\":\"T\",\"requirement\":" + objects + "}";
            assertProblem(program.post("/programs/p/certificates", other), 400, null);
        }
    }

    @Test
    void creating_the_same_again_finds_the_first_and_another_is_refused() {
        assertSameAgain("/students", Campus.studentBody("same-s"), "Ada", "Eve");
        assertSameAgain("/offerings", Campus.offeringBody("same-o", 9, "5.00"), "5.00", "6.00");
        var enrollment = Campus.enrollmentBody("same-e", "same-s", "same-o");
        assertSameAgain("/enrollments", enrollment, "same-o", "o");
        assertSameAgain("/payments", Campus.paymentBody("same-p", "s", "7.00"), "7.00", "8.00");
        assertSameAgain(
                "/payments/same-p/refunds", Campus.refundBody("same-r", "1.00"), "1.00", "2.00");
        assertSameAgain("/expenses", Campus.expenseBody("same-x", "s", "1.00"), "1.00", "2.00");
        campus.fund("same-f", "100.00");
        assertSameAgain(
                "/awards", Campus.awardBody("same-a", "same-f", "s", "1.00"), "1.00", "2.00");
        assertSameAgain(
                "/institutions",
                quoted("{'id':'same-i','name':'One','currency':'USD'}"),
                "One",
                "Two");
        assertSameAgain(
                "/programs",
                quoted("{'id':'same-pr','institutionId':'i','name':'One'}"),
                "One",
                "Two");
        assertSameAgain(
                "/programs/p/courses", quoted("{'id':'same-c','title':'One'}"), "One", "Two");
        assertSameAgain(
                "/programs/p/certificates",
                quoted(
                        "{'id':'same-ce','title':'One','requirement':{'courses':{'count':1,"
                                + "'of':'program'}}}"),
                "One",
                "Two");
    }

    @Test
    void every_reason_is_explained_where_its_type_leads() throws IOException {
        var explained = new TreeSet<String>();
        HEADING.matcher(Files.readString(Program.root().resolve("docs/problems.md")))
                .results()
                .forEach(heading -> explained.add(heading.group(1)));
        for (var problem : onePerReason()) {
            assertThat(explained).contains(problem.at("/reason"));
            var page = program.send(program.request(problem.at("/type")).build());
            assertThat(page.status()).as(problem.text()).isEqualTo(200);
            assertThat(page.text()).startsWith("### " + problem.at("/reason") + "\n");
        }
    }

    @Test
    void the_description_covers_every_path_and_none_of_them_fails_on_an_empty_request() {
        var description = program.send(program.request("/v3/api-docs").build());
        assertThat(description.status()).isEqualTo(200);
        assertThat(description.at("/openapi")).startsWith("3.");
        var paths = description.json().get("paths");
        assertThat(paths.propertyNames())
                .contains("/api/v1/students/{id}/status", "/api/v1/enrollments");
        int calls = 0;
        for (var path : paths.properties())
            for (var method : path.getValue().propertyNames()) {
                if (!Set.of("get", "post", "put", "delete", "patch").contains(method)) continue;
                var request =
                        program.request(path.getKey().replaceAll("\\{[^}]*}", "nothing"))
                                .header("Content-Type", "application/json")
                                .method(method.toUpperCase(Locale.ROOT), BodyPublishers.noBody())
                                .build();
                var answer = program.send(request);
                var what = method + " " + path.getKey() + ": " + answer.text();
                assertThat(answer.status()).as(what).isLessThan(500);
                if (answer.status() >= 400) assertProblem(answer, answer.status(), null);
                var content = path.getValue().path(method).at("/requestBody/content");
                if (method.equals("post") && content.has("text/csv"))
                    assertThat(answer.status()).as(what).isEqualTo(415);
                else if (method.equals("post")) assertThat(answer.status()).as(what).isIn(400, 404);
                calls++;
            }
        System.out.printf("Described: %d paths, %d calls%n", paths.size(), calls);
        assertThat(calls).isGreaterThan(25);
    }

    @Test
    void the_description_names_the_parts_of_each_path_and_what_it_takes_to_call_it() {
        var description = program.send(program.request("/v3/api-docs").build()).json();
        assertThat(description.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
        for (var path : description.get("paths").properties())
            for (var operation : path.getValue().values()) {
                var named = new ArrayList<String>();
                for (var parameter : operation.path("parameters"))
                    if (parameter.at("/in").asString().equals("path"))
                        named.add("{" + parameter.at("/name").asString() + "}");
                var parts = Pattern.compile("\\{[^}]*}").matcher(path.getKey()).results();
                assertThat(named)
                        .as(path.getKey())
                        .containsExactlyInAnyOrderElementsOf(
                                parts.map(MatchResult::group).toList());
                assertThat(operation.at("/security/0").has("token"))
                        .as(path.getKey())
                        .isNotEqualTo(path.getKey().equals("/api/v1/credentials/{id}"));
            }
    }

    private static List<Answer> onePerReason() {
        var answers =
                List.of(
                        post("/students", "{"),
                        post("/students", "{}"),
                        program.post("/students", Campus.studentBody("k"), "k".repeat(129)),
                        program.get("/nothing"),
                        program.get("/students?nothing=1"),
                        program.get("/students?limit=0"),
                        program.get(
                                "/students/s/status?after=999999999", Map.of("Prefer", "wait=0")),
                        program.get("/students/s/status", Map.of("Accept", "image/png")),
                        program.get("/students/nobody/status"),
                        program.send(
                                program.request("/api/v1/students/s/status")
                                        .method("DELETE", BodyPublishers.noBody())
                                        .build()),
                        program.send(
                                program.request("/api/v1/students")
                                        .header("Content-Type", "text/plain")
                                        .POST(BodyPublishers.ofString("x"))
                                        .build()),
                        program.post("/students", "x".repeat(MEGABYTE + 1)));
        assertThat(answers)
                .extracting(answer -> answer.at("/reason"))
                .doesNotContain("")
                .doesNotHaveDuplicates();
        return answers;
    }

    private static void assertSameAgain(String path, String body, String part, String other) {
        var first = program.post(path, body);
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        var again = program.post(path, body);
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        var different = program.post(path, body.replace("\"" + part + "\"", "\"" + other + "\""));
        assertProblem(different, 409, "id-taken");
    }

    /**
     * A problem in the form of RFC 9457, with words for people and without names of our classes.
     */
    private static void assertProblem(Answer answer, int status, @Nullable String reason) {
        var text = answer.text();
        assertThat(answer.status()).as(text).isEqualTo(status);
        assertThat(answer.header("Content-Type")).as(text).isEqualTo("application/problem+json");
        var problem = answer.json();
        var word = problem.path("reason").asString("");
        assertThat(problem.path("status").asInt()).as(text).isEqualTo(status);
        assertThat(word).as(text).matches("[a-z-]+");
        if (reason != null) assertThat(word).as(text).isEqualTo(reason);
        assertThat(answer.at("/type")).as(text).isEqualTo("/problems/" + word);
        assertThat(answer.at("/title")).as(text).isNotBlank();
        assertThat(answer.at("/detail")).as(text).isNotBlank();
        assertThat(answer.at("/instance")).as(text).startsWith("/api/v1/");
        assertThat(text).doesNotContain(OURS_ONLY);
    }

    private static Answer post(String path, String json) {
        return program.post(path, quoted(json));
    }

    private static Answer chunked(String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return program.send(
                program.request("/api/v1/students")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
                        .build());
    }

    private static List<String> ids(Answer page) {
        return page.json()
                .get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }
}
