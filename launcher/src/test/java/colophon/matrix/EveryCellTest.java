package colophon.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import colophon.api.access.Actor;
import colophon.api.access.Role;
import colophon.architecture.WrittenDocument;
import colophon.launcher.serve.Application;
import colophon.security.BearerTokens;
import colophon.security.matrix.AuthorizationMatrix;
import colophon.security.matrix.OwnershipRule;
import colophon.security.matrix.RouteRule;
import colophon.security.matrix.ServedRoutes;
import colophon.system.driver.DescribedApi;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Calls every route of the router as every kind of caller, about data of the institution alpha and
 * its student, through the real filter chain and with the real answers.
 */
@Tag("io")
@TestInstance(Lifecycle.PER_CLASS)
class EveryCellTest {

    private static final String MISSING = "nihil";

    /** The callers. Their names are also their tokens. */
    private static final Map<String, Actor> CALLERS = callers();

    /** The bodies of requests, and the query strings of GET requests. */
    private static final Map<String, String> REQUESTS = requests();

    private static final Form PLAIN = new Form("GET", "", "", "");

    /** Other formats in which the answer to a GET is available. */
    private static final List<Form> FORMS =
            List.of(
                    new Form("HEAD", "", "", ""),
                    new Form("GET", "", "Accept", "text/csv"),
                    new Form(
                            "GET",
                            "",
                            "Accept",
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
                    new Form("GET", "asOf=2026-06-01", "", ""),
                    new Form("GET", "knownAt=2100-01-01T00:00:00Z", "", ""),
                    new Form("GET", "q=alpha", "", ""));

    private final HttpClient client = HttpClient.newHttpClient();
    private ConfigurableApplicationContext program;
    private DescribedApi described =
            new DescribedApi(JsonMapper.shared().readTree("{\"paths\":{}}"));
    private String base = "";
    private long position;
    private int pairs;
    private String credential = "";

    private record Answer(int status, Map<String, List<String>> headers, String body) {

        String header(String name) {
            return Objects.requireNonNull(headers.get(name)).getFirst();
        }

        /** The answer as it would be about the other id. */
        Answer about(String id, String other) {
            return new Answer(status, headers, body.replace(id, other));
        }
    }

    /** A way to ask for an answer: an additional parameter and header, or none. */
    private record Form(String method, String parameter, String header, String value) {}

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        program =
                new SpringApplicationBuilder(Application.class)
                        .initializers(
                                context ->
                                        ((GenericApplicationContext) context)
                                                .registerBean(
                                                        "callers",
                                                        BearerTokens.class,
                                                        () -> EveryCellTest::caller,
                                                        definition -> definition.setPrimary(true)))
                        .run("--server.port=0", "--colophon.data-dir=" + directory);
        var server = ((ServletWebServerApplicationContext) program).getWebServer();
        base = "http://127.0.0.1:" + (server == null ? 0 : server.getPort());
        var api = HttpRequest.newBuilder(URI.create(base + "/v3/api-docs")).build();
        described =
                new DescribedApi(
                        JsonMapper.shared()
                                .readTree(client.send(api, BodyHandlers.ofByteArray()).body()));
        world("alpha");
        world("beta-");
        var csv =
                send(
                        "POST",
                        "/api/v1/imports?kind=students&id=alpha-import",
                        "id,givenName,familyName\nuntied,G,F\n",
                        "administrator");
        assertThat(csv.status).isEqualTo(202);
        var status =
                send(
                        "GET",
                        "/api/v1/students/alpha-student/status?after=" + position,
                        "",
                        "administrator");
        var named = Pattern.compile("\"credentialId\":\"([^\"]+)\"").matcher(status.body);
        assertThat(named.find()).describedAs(status.body).isTrue();
        credential = named.group(1);
    }

    @AfterAll
    void stop() {
        program.close();
    }

    @Test
    void every_route_has_a_row_and_every_row_a_route() {
        var rows =
                AuthorizationMatrix.ROWS.stream().map(RouteRule::route).collect(Collectors.toSet());
        assertThat(new TreeSet<>(rows)).isEqualTo(routes());
    }

    @Test
    void the_paper_shows_the_table() {
        new WrittenDocument("docs/who-may.md").hold(AuthorizationMatrix.table());
    }

    /** Foreign cells come first, because an allowed request may change the data. */
    @Test
    void every_cell_is_as_declared() throws Exception {
        var wrong = new ArrayList<String>();
        int cells = 0;
        for (var allowed : List.of(false, true))
            for (var rule : AuthorizationMatrix.ROWS)
                for (var who : CALLERS.keySet()) {
                    if (!rule.pattern().startsWith("/api/")) continue;
                    if (isAllowed(rule, who) != allowed) continue;
                    cells++;
                    var problem = check(rule, who);
                    if (problem != null) wrong.add(rule.route() + " by " + who + ": " + problem);
                }
        assertThat(wrong).isEmpty();
        assertThat(cells).isEqualTo(CALLERS.size() * (int) apiRows());
    }

    @Test
    void no_other_form_of_an_answer_shows_more() throws Exception {
        var wrong = new ArrayList<String>();
        var seen = new TreeSet<Integer>();
        for (var rule : AuthorizationMatrix.ROWS) {
            if (!rule.method().equals("GET") || !rule.pattern().startsWith("/api/")) continue;
            var forms = new ArrayList<>(FORMS);
            var tag = ask(rule, "administrator", Function.identity()).headers.get("etag");
            if (tag != null) forms.add(new Form("GET", "", "If-None-Match", tag.getFirst()));
            for (var who : CALLERS.keySet())
                for (var form : forms) {
                    var answer = ask(rule, who, form, Function.identity());
                    var problem = checkForm(rule, who, form, answer);
                    if (problem != null)
                        wrong.add(rule.route() + " by " + who + " as " + form + ": " + problem);
                    seen.add(answer.status);
                }
        }
        assertThat(wrong).isEmpty();
        assertThat(seen).contains(200, 304, 401, 403, 404);
        // pairs of answers, about a foreign id and about a missing id, that are equal
        assertThat(pairs).isGreaterThan(1_300);
    }

    /** What staff of beta can do to a student of alpha on their own; {@code S} is the student. */
    private static final Map<String, List<String>> MONEY =
            Map.of(
                    "expense",
                    List.of(
                            "bursar.beta",
                            "/expenses",
                            "{'studentId': 'S', 'institutionId': 'beta--institution', 'category':"
                                + " 'travel', 'amount': {'amount': '0.01', 'currency': 'USD'}}"),
                    "charge",
                    List.of(
                            "bursar.beta",
                            "/charges",
                            "{'studentId': 'S', 'institutionId': 'beta--institution', 'kind':"
                                    + " 'fee', 'description': 'd', 'amount': {'amount': '0.01',"
                                    + " 'currency': 'USD'}}"),
                    "payment",
                    List.of(
                            "bursar.beta",
                            "/payments",
                            "{'studentId': 'S', 'institutionId': 'beta--institution', 'method':"
                                    + " 'cash', 'amount': {'amount': '0.01', 'currency': 'USD'}}"),
                    "award",
                    List.of(
                            "scholarship-officer.beta",
                            "/awards",
                            "{'fundId': 'beta--fund', 'studentId': 'S', 'amount': {'amount':"
                                    + " '0.01', 'currency': 'USD'}}"),
                    "credit",
                    List.of(
                            "registrar.beta",
                            "/students/S/transcript/credits",
                            "{'courseId': 'beta--course', 'source': 's', 'reason': 'r'}"));

    private static final List<String> LOOKS =
            List.of(
                    "/students",
                    "/students?name=verborg",
                    "/students?email=S@verborgen.example",
                    "/students/S",
                    "/students/S?knownAt=2100-01-01T00:00:00Z",
                    "/students/S/status",
                    "/students/S/statement",
                    "/students/S/amendments",
                    "/students/S/disclosures",
                    "/history?subject=student:S",
                    "/history?subject=fund:beta--fund",
                    "/funds/beta--fund/statement");

    @Test
    void money_at_an_institution_tells_it_nobodys_name() throws Exception {
        for (var fact : MONEY.entrySet()) {
            var id = "known-by-" + fact.getKey();
            register(id, "registrar.alpha");
            assertThat(get("/students/" + id, "registrar.alpha").body).contains("Verborgen");
            assertThat(get("/students/" + id, "registrar.beta").status).isEqualTo(404);
            var command = fact.getValue();
            // the person they act for makes no difference
            var done =
                    send(
                            new Form("POST", "", "On-Behalf-Of", "registrar.alpha"),
                            "/api/v1" + command.get(1).replace("S", id),
                            command.get(2).replace("'S'", "'" + id + "'").replace('\'', '"'),
                            command.getFirst());
            assertThat(done.status).describedAs(done.body).isEqualTo(201);
            position = Long.parseLong(done.header("event-position"));
            for (var who : List.of("registrar.beta", "bursar.beta", "administrator.beta"))
                for (var look : LOOKS)
                    for (var form : List.of("application/json", "text/csv")) {
                        var path = look.replace("S", id);
                        var answer = get(path, who, form);
                        assertThat(answer.body.toLowerCase(Locale.ROOT))
                                .as(path + " by " + who)
                                .doesNotContain("verborgen\"", "vorname", "@verborgen");
                        if (path.startsWith("/students/" + id))
                            assertThat(answer.status).as(path).isIn(200, 403, 406);
                    }
            assertThat(get("/students?name=verborg", "registrar.beta").body)
                    .isEqualTo(get("/students?name=nihil", "registrar.beta").body);
        }
    }

    @Test
    void a_name_is_known_where_its_student_was_registered_or_applies() throws Exception {
        register("registered-by-all", "administrator");
        assertThat(get("/students/registered-by-all", "registrar.beta").status).isEqualTo(404);
        // rows are carried out only while their account has the rights
        var account =
                "{'id': 'registrar.alpha', 'kind': 'program', 'name': 'alpha-registry', 'roles':"
                        + " ['registrar'], 'institutions': ['alpha-institution']}";
        assertThat(
                        send(
                                        "POST",
                                        "/api/v1/accounts",
                                        account.replace('\'', '"'),
                                        "administrator")
                                .status)
                .isEqualTo(201);
        var file = "id,givenName,familyName\nimported,Vorname,Verborgen\n";
        var path = "/api/v1/imports?kind=students&id=names";
        assertThat(send("POST", path, file, "registrar.alpha").status).isEqualTo(202);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> get("/students/imported", "registrar.alpha").status == 200);
        assertThat(get("/students/imported", "registrar.alpha").body).contains("Verborgen");
        assertThat(get("/students/imported", "registrar.beta").status).isEqualTo(404);
        for (var id : List.of("registered-by-all", "imported")) {
            var enrolled =
                    send(
                            "POST",
                            "/api/v1/enrollments",
                            "{\"studentId\": \"" + id + "\", \"offeringId\": \"beta--offering\"}",
                            "registrar.beta");
            assertThat(enrolled.status).describedAs(enrolled.body).isEqualTo(201);
            position = Long.parseLong(enrolled.header("event-position"));
            assertThat(get("/students/" + id, "registrar.beta").body).contains("Verborgen");
        }
    }

    private void register(String id, String who) throws Exception {
        var body =
                "{'id': '%s', 'givenName': 'Vorname', 'familyName': 'Verborgen', 'email': '%s@verborgen.example'}"
                        .formatted(id, id)
                        .replace('\'', '"');
        var made = send("POST", "/api/v1/students", body, who);
        assertThat(made.status).describedAs(made.body).isEqualTo(201);
        position = Long.parseLong(made.header("event-position"));
    }

    private Answer get(String path, String who) throws Exception {
        return get(path, who, "application/json");
    }

    private Answer get(String path, String who, String form) throws Exception {
        var after = (path.contains("?") ? "&" : "?") + "after=" + position;
        return send(
                new Form("GET", "", "Accept", form + ", application/json;q=0.1"),
                "/api/v1" + path + after,
                "",
                who);
    }

    /** All ids belong to the caller except one, in the path or anywhere in the body. */
    @Test
    void one_foreign_id_among_ones_own_is_answered_like_one_of_nothing() throws Exception {
        var wrong = new ArrayList<String>();
        int pairs = 0;
        for (var rule : AuthorizationMatrix.ROWS) {
            if (rule.method().equals("GET") || !rule.pattern().startsWith("/api/")) continue;
            if (rule.route().equals("POST /api/v1/imports")) continue;
            var body = REQUESTS.getOrDefault(rule.route(), "{\"reason\": \"because\"}");
            var text = path(rule) + "\n" + body;
            for (var who : CALLERS.keySet()) {
                var actor = Objects.requireNonNull(CALLERS.get(who));
                if (!sees(rule, actor, "beta-") || !isAdmitted(rule, actor)) continue;
                if (actor.institutions().isEmpty() && actor.isStaff()) continue;
                if (actor.isStudent("alpha-student")) continue; // to them it is not foreign
                for (int at = text.indexOf("alpha"); at >= 0; at = text.indexOf("alpha", at + 1)) {
                    if (isForAll(text.substring(at), actor)) continue;
                    pairs++;
                    var foreign = sendAll(rule, who, one(text, at, "alpha"));
                    var missing = sendAll(rule, who, one(text, at, MISSING));
                    if (foreign.status < 400 || !missing.about(MISSING, "alpha").equals(foreign))
                        wrong.add(
                                rule.route()
                                        + " by "
                                        + who
                                        + " at "
                                        + at
                                        + ": "
                                        + foreign
                                        + "\n is not as missing:\n"
                                        + missing);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(pairs).isGreaterThan(150);
    }

    /** Staff may start with any student, and a student with any offering. */
    private static boolean isForAll(String id, Actor actor) {
        return actor.isStaff()
                ? id.startsWith("alpha-student")
                : id.matches("(?s)alpha-(institution|offering|fund).*");
    }

    private static String one(String text, int at, String id) {
        var before = text.substring(0, at).replace("alpha", "beta-");
        var after = text.substring(at + "alpha".length()).replace("alpha", "beta-");
        return before + id + after;
    }

    private Answer sendAll(RouteRule rule, String who, String text) throws Exception {
        var parts = text.split("\n", 2);
        return send(rule.method(), parts[0], parts[1], who);
    }

    private @Nullable String checkForm(RouteRule rule, String who, Form form, Answer answer)
            throws Exception {
        if (answer.status >= 500) return "failed: " + answer;
        if (rule.audience().anyone()) return null;
        var isShown = answer.status < 400;
        if (!isAllowed(rule, who) && isShown) return "shown: " + answer;
        var actor = Objects.requireNonNull(CALLERS.get(who));
        if (who.equals("anonymous") || who.equals("expired")) return null;
        if (isAdmitted(rule, actor) && isForeign(rule, actor)) {
            pairs++;
            var missing = ask(rule, who, form, text -> missing(text, rule, actor));
            return missing.about(MISSING, "alpha").equals(answer) ? null : "tells: " + answer;
        }
        var others = isShown && !sees(rule, actor, "alpha") && rule.whose() != OwnershipRule.OPEN;
        return others && answer.body.contains("alpha") ? "leaks: " + answer : null;
    }

    private static long apiRows() {
        return AuthorizationMatrix.ROWS.stream()
                .filter(rule -> rule.pattern().startsWith("/api/"))
                .count();
    }

    private @Nullable String check(RouteRule rule, String who) throws Exception {
        var actor = Objects.requireNonNull(CALLERS.get(who));
        var answer = ask(rule, who, Function.identity());
        if (who.equals("expired") || who.equals("anonymous") && !rule.audience().anyone())
            return answer.status == 401 ? null : "not 401 but " + answer;
        if (rule.audience().anyone()) return answer.status < 400 ? null : "not open but " + answer;
        if (!isAdmitted(rule, actor))
            return answer.status == 403 && answer.body.contains("\"forbidden\"")
                    ? null
                    : "not 403 but " + answer;
        if (isForeign(rule, actor)) return checkForeign(rule, who, actor, answer);
        if (answer.status == 401 || answer.status == 403) return "denied: " + answer;
        if (rule.method().equals("GET") && answer.status != 200) return "not shown: " + answer;
        if (sees(rule, actor, "alpha")) return null;
        // nothing of the other institution, except what is open to all
        if (rule.whose() != OwnershipRule.OPEN && answer.body.contains("alpha"))
            return "leaks: " + answer;
        return null;
    }

    /** The same answer, header by header and byte for byte, as for a missing id. */
    private @Nullable String checkForeign(RouteRule rule, String who, Actor actor, Answer answer)
            throws Exception {
        if (answer.status != 404) return "not 404 but " + answer;
        var missing = ask(rule, who, text -> missing(text, rule, actor)).about(MISSING, "alpha");
        return missing.equals(answer) ? null : answer + "\n is not as missing:\n" + missing;
    }

    /** The text with the deciding id missing, and all else unchanged. */
    private static String missing(String text, RouteRule rule, Actor actor) {
        if (rule.whose() != OwnershipRule.NAMED) return text.replace("alpha", MISSING);
        if (actor.isStaff()) return text.replaceAll("alpha(?!-student)", MISSING);
        return text.replaceAll("alpha(?!-institution|-offering|-fund)", MISSING);
    }

    private static boolean isAllowed(RouteRule rule, String who) {
        var actor = Objects.requireNonNull(CALLERS.get(who));
        return rule.audience().anyone()
                || !who.equals("anonymous")
                        && !who.equals("expired")
                        && isAdmitted(rule, actor)
                        && !isForeign(rule, actor);
    }

    private static boolean isAdmitted(RouteRule rule, Actor actor) {
        if (rule.route().equals("POST /api/v1/imports"))
            return actor.is(Role.ADMINISTRATOR, Role.REGISTRAR);
        return rule.audience().admits(actor);
    }

    private static boolean isForeign(RouteRule rule, Actor actor) {
        return switch (rule.whose()) {
            case OPEN, ITEMS, SELF -> false;
            case NAMED ->
                    !rule.route().equals("POST /api/v1/imports") && !sees(rule, actor, "alpha");
            case PERSON, SUBJECT -> !sees(rule, actor, "alpha");
            case STARTER ->
                    !actor.institutions().isEmpty() || !actor.is(Role.ADMINISTRATOR, Role.AUDITOR);
        };
    }

    /** With the roles that the row is for. */
    private static boolean sees(RouteRule rule, Actor actor, String institution) {
        var audience = rule.audience();
        return audience.roles().contains(Role.STUDENT) && actor.isStudent(institution + "-student")
                || actor.worksFor(institution + "-institution")
                        && (!audience.ofAllInstitutions() || actor.institutions().isEmpty());
    }

    private Answer ask(RouteRule rule, String who, Function<String, String> change)
            throws Exception {
        return ask(rule, who, PLAIN, change);
    }

    private Answer ask(RouteRule rule, String who, Form form, Function<String, String> change)
            throws Exception {
        var request = REQUESTS.getOrDefault(rule.route(), "{\"reason\": \"because\"}");
        var path = path(rule);
        if (rule.method().equals("GET")) {
            var query = REQUESTS.getOrDefault(rule.route(), "");
            var after = rule.pattern().startsWith("/api/v1/imports") ? "" : "after=" + position;
            var all =
                    Stream.of(query, after, form.parameter)
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining("&"));
            return send(
                    form,
                    change.apply(path) + (all.isEmpty() ? "" : "?" + change.apply(all)),
                    "",
                    who);
        }
        if (rule.route().equals("POST /api/v1/imports")) path += "?kind=students&dryRun=true";
        return send(rule.method(), change.apply(path), change.apply(request), who);
    }

    private static String path(RouteRule rule) {
        var kind = rule.pattern().replaceFirst("/api/v1/", "").replaceFirst("ies?/.*|s/.*", "");
        var id = "alpha-" + kind;
        return rule.pattern()
                .replace("{id}", id)
                .replace("{studentId}", "alpha-student")
                .replace("{institutionId}", "alpha-institution")
                .replace("{certificateId}", "alpha-certificate")
                .replace("{amendmentId}", "alpha-amendment")
                .replace("{entryId}", "alpha-credit")
                .replace("{chargeId}", "alpha-enrollment:tuition")
                .replace("{planId}", "alpha-plan")
                .replace("{lockId}", "alpha-lock");
    }

    private Answer send(String method, String path, String body, String who) throws Exception {
        return send(new Form(method, "", "", ""), path, body, who);
    }

    private Answer send(Form form, String path, String body, String who) throws Exception {
        var method = form.method;
        var there = credential.isEmpty() ? path : path.replace("alpha-credential", credential);
        var request = HttpRequest.newBuilder(URI.create(base + there));
        if (!who.equals("anonymous")) request.header("Authorization", "Bearer " + who);
        if (!form.header.isEmpty()) request.header(form.header, form.value);
        if (method.equals("GET") || method.equals("HEAD"))
            request.method(method, BodyPublishers.noBody());
        else
            request.method(method, BodyPublishers.ofString(body, UTF_8))
                    .header(
                            "Content-Type",
                            path.contains("/imports?") ? "text/csv" : "application/json");
        var response = client.send(request.build(), BodyHandlers.ofByteArray());
        var mistakes =
                described.mistakes(
                        method,
                        URI.create(path).getPath(),
                        response.statusCode(),
                        response.headers().firstValue("Content-Type").orElse(null),
                        response.body());
        assertThat(mistakes).as(method + " " + path).isEmpty();
        var headers = new TreeMap<>(response.headers().map());
        headers.keySet().removeAll(Set.of("date", "keep-alive", "connection", "content-length"));
        var text = text(response.body());
        return new Answer(
                response.statusCode(),
                headers,
                credential.isEmpty() ? text : text.replace(credential, "alpha-credential"));
    }

    /** A spreadsheet is compressed; this gives its content. */
    private static String text(byte[] body) throws IOException {
        if (body.length < 2 || body[0] != 'P' || body[1] != 'K') return new String(body, UTF_8);
        // read from a file, because a stream cannot unpack what was compressed while it was sent
        var file = Files.createTempFile("sheet", ".xlsx");
        var text = new StringBuilder();
        try (var sheet = new ZipFile(Files.write(file, body).toFile())) {
            for (var part : Collections.list(sheet.entries()))
                text.append(new String(sheet.getInputStream(part).readAllBytes(), UTF_8));
        } finally {
            Files.delete(file);
        }
        return text.toString();
    }

    private static Actor caller(String token) {
        var actor = CALLERS.get(token);
        if (actor == null || token.equals("expired"))
            throw new InvalidBearerTokenException("It has expired");
        return actor;
    }

    private Set<String> routes() {
        return new TreeSet<>(
                ServedRoutes.routes(
                        program.getBeansOfType(RequestMappingHandlerMapping.class).values()));
    }

    private static Map<String, Actor> callers() {
        var all = new LinkedHashMap<String, Actor>();
        var nobody = new Actor("nobody", Set.of(), Set.of(), null);
        all.put("anonymous", nobody);
        all.put("expired", nobody);
        all.put("owner", student("owner", "alpha-student"));
        all.put("other-student", student("other-student", "beta--student"));
        for (var role : Role.values()) {
            if (role == Role.STUDENT) continue;
            for (var at : List.of("alpha", "beta-")) {
                var name = role.word() + "." + at.replace("-", "");
                all.put(name, new Actor(name, Set.of(role), Set.of(at + "-institution"), null));
            }
        }
        // staff of the other institution who are students here
        for (var role : Role.values()) {
            if (role == Role.STUDENT) continue;
            var name = role.word() + ".owner";
            var institutions = Set.of("beta--institution");
            var both = Set.of(role, Role.STUDENT);
            all.put(name, new Actor(name, both, institutions, "alpha-student"));
        }
        all.put("auditor", new Actor("auditor", Set.of(Role.AUDITOR), Set.of(), null));
        all.put(
                "administrator",
                new Actor("administrator", Set.of(Role.ADMINISTRATOR), Set.of(), null));
        return all;
    }

    private static Actor student(String name, String id) {
        return new Actor(name, Set.of(Role.STUDENT), Set.of(), id);
    }

    private static Map<String, String> requests() {
        return """
        POST /institutions {"name": "N", "currency": "USD", "zone": "UTC"}
        POST /programs {"institutionId": "alpha-institution", "name": "P"}
        POST /programs/{id}/courses {"title": "C"}
        POST /programs/{id}/certificates {"title": "T", "requirement": {"allOf": [{"courses": {"count": 1, "of": ["alpha-course"]}}, {"choose": {"count": 1, "of": [{"units": {"count": 1, "of": ["alpha-course"]}, "within": "P8Y"}]}}]}, "pathways": [{"id": "p", "title": "P", "courses": ["alpha-course"]}]}
        PUT /certificates/{id}/requirement {"requirement": {"allOf": [{"courses": {"count": 1, "of": ["alpha-course"]}}, {"choose": {"count": 1, "of": [{"units": {"count": 1, "of": ["alpha-course"]}, "within": "P8Y"}]}}]}, "pathways": [{"id": "p", "title": "P", "courses": ["alpha-course"]}], "appliesFrom": "2026-01-01"}
        POST /offerings {"courseId": "alpha-course", "startsOn": "2027-01-01", "endsOn": "2027-02-01", "capacity": 5, "tuition": {"amount": "10.00", "currency": "USD"}}
        PUT /offerings/{id}/refund-policy {"reason": "r", "refundPolicy": {"tiers": [{"withinDays": 3, "percent": 100}]}}
        POST /offerings/{id}/lapses {}
        POST /students {"givenName": "G", "familyName": "F"}
        POST /students/{id}/directory-opt-out {"optedOut": false}
        POST /students/{id}/amendments {"wrong": "w", "right": "r"}
        POST /students/{id}/amendments/{amendmentId}/decision {"granted": false, "reason": "r"}
        POST /students/{id}/amendments/{amendmentId}/statement {"statement": "s"}
        POST /students/{id}/candidacies {"certificateId": "alpha-certificate"}
        POST /students/{id}/candidacies/{certificateId}/move {"requirementVersion": 1, "reason": "r"}
        POST /students/{id}/candidacies/{certificateId}/leave {"from": "2026-01-01", "until": "2026-02-01", "reason": "r"}
        POST /students/{id}/candidacies/{certificateId}/conferral {}
        POST /students/{id}/transcript/credits {"courseId": "alpha-course", "source": "s", "reason": "r"}
        POST /students/{id}/transcript/waivers {"certificateId": "alpha-certificate", "node": "/courses", "reason": "r"}
        POST /students/{id}/transcript/substitutions {"certificateId": "alpha-certificate", "courseId": "alpha-course", "byCourseId": "alpha-course", "reason": "r"}
        POST /students/{id}/transcript/sharings {"creditId": "alpha-credit", "degree": "BA", "reason": "r"}
        POST /enrollments {"studentId": "alpha-student", "offeringId": "alpha-offering"}
        POST /enrollments/{id}/acceptance {}
        POST /enrollments/{id}/seat-offer {}
        POST /enrollments/{id}/confirmation {}
        POST /enrollments/{id}/transfer {"offeringId": "alpha-offering", "reason": "r"}
        POST /enrollments/{id}/completion {"outcome": "completed"}
        POST /charges {"studentId": "alpha-student", "institutionId": "alpha-institution", "kind": "fee", "description": "d", "amount": {"amount": "1.00", "currency": "USD"}}
        POST /students/{studentId}/accounts/{institutionId}/plans {"instalments": [{"dueOn": "2026-05-01", "amount": {"amount": "1.00", "currency": "USD"}}]}
        POST /students/{studentId}/accounts/{institutionId}/locks {"chargeId": "alpha-enrollment:tuition", "amount": {"amount": "1.00", "currency": "USD"}, "paymentId": "alpha-payment", "reason": "r"}
        POST /payments {"studentId": "alpha-student", "institutionId": "alpha-institution", "method": "cash", "amount": {"amount": "1.00", "currency": "USD"}}
        POST /payments/{id}/refunds {"amount": {"amount": "1.00", "currency": "USD"}, "reason": "r"}
        POST /expenses {"studentId": "alpha-student", "institutionId": "alpha-institution", "category": "travel", "amount": {"amount": "1.00", "currency": "USD"}}
        POST /funds {"institutionId": "alpha-institution", "name": "F", "fundedBy": "program", "budget": {"amount": "1.00", "currency": "USD"}}
        POST /funds/{id}/contributions {"amount": {"amount": "1.00", "currency": "USD"}}
        POST /funds/{id}/expiries {}
        POST /awards {"fundId": "alpha-fund", "studentId": "alpha-student", "amount": {"amount": "1.00", "currency": "USD"}}
        POST /awards/{id}/acceptance {}
        POST /awards/{id}/reduction {"amount": {"amount": "1.00", "currency": "USD"}, "reason": "r"}
        PUT /awards/{id}/alternates {"studentIds": ["alpha-student"]}
        POST /imports id,givenName,familyName
        GET /history subject=student:alpha-student
        GET /students/{id}/explanation field=balanceDue.total
        GET /students/{id}/forecast certificateId=alpha-certificate
        GET /me/explanation field=balanceDue.total
        """
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.split(" ", 3))
                .collect(toMap(parts -> parts[0] + " /api/v1" + parts[1], parts -> parts[2]));
    }

    /** One institution with some data of every kind. */
    private void world(String x) throws Exception {
        make(
                "/institutions",
                "{'id': 'X-institution', 'name': 'X', 'currency': 'USD', 'zone': 'UTC'}",
                x);
        make(
                "/accounts",
                "{'id': 'X-account', 'kind': 'program', 'name': 'X', 'roles': ['auditor']}",
                x);
        make("/programs", "{'id': 'X-program', 'institutionId': 'X-institution', 'name': 'X'}", x);
        make("/programs/X-program/courses", "{'id': 'X-course', 'title': 'X'}", x);
        make(
                "/programs/X-program/certificates",
                "{'id': 'X-certificate', 'title': 'X', 'requirement': {'courses': {'count': 1,"
                        + " 'of': 'program'}}}",
                x);
        make(
                "/offerings",
                "{'id': 'X-offering', 'courseId': 'X-course', 'startsOn': '2026-01-01', 'endsOn':"
                    + " '2026-03-01', 'capacity': 9, 'tuition': {'amount': '100.00', 'currency':"
                    + " 'USD'}}",
                x);
        make("/students", "{'id': 'X-student', 'givenName': 'X', 'familyName': 'X-family'}", x);
        make(
                "/students/X-student/amendments",
                "{'id': 'X-amendment', 'wrong': 'X', 'right': 'X'}",
                x);
        make("/students/X-student/candidacies", "{'certificateId': 'X-certificate'}", x);
        make(
                "/enrollments",
                "{'id': 'X-enrollment', 'studentId': 'X-student', 'offeringId': 'X-offering'}",
                x);
        make(
                "/students/X-student/transcript/credits",
                "{'id': 'X-credit', 'courseId': 'X-course', 'source': 's', 'reason': 'r'}",
                x);
        make(
                "/funds",
                "{'id': 'X-fund', 'institutionId': 'X-institution', 'name': 'X', 'fundedBy':"
                        + " 'program', 'budget': {'amount': '900.00', 'currency': 'USD'}}",
                x);
        make(
                "/awards",
                "{'id': 'X-award', 'fundId': 'X-fund', 'studentId': 'X-student', 'status':"
                        + " 'offered', 'amount': {'amount': '9.00', 'currency': 'USD'}}",
                x);
        make(
                "/payments",
                "{'id': 'X-payment', 'studentId': 'X-student', 'institutionId': 'X-institution',"
                        + " 'method': 'cash', 'amount': {'amount': '20.00', 'currency': 'USD'}}",
                x);
        make(
                "/expenses",
                "{'id': 'X-expens', 'studentId': 'X-student', 'institutionId': 'X-institution',"
                        + " 'category': 'travel', 'amount': {'amount': '5.00', 'currency': 'USD'}}",
                x);
    }

    private void make(String path, String body, String x) throws IOException, InterruptedException {
        try {
            var answer =
                    send(
                            "POST",
                            "/api/v1" + path.replace("X", x),
                            body.replace("X", x).replace('\'', '"'),
                            "administrator");
            assertThat(answer.status).describedAs(path + ": " + answer.body).isEqualTo(201);
            // accounts are not in the log
            if (answer.headers.containsKey("event-position"))
                position = Long.parseLong(answer.header("event-position"));
        } catch (IOException | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
