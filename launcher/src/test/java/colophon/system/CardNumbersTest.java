package colophon.system;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.system.driver.Answer;
import colophon.system.driver.Campus;
import colophon.system.driver.LogFile;
import colophon.system.driver.Program;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A card number is refused wherever it is written, and is stored nowhere. */
class CardNumbersTest {

    /** How card numbers begin, and how long they are. */
    private static final List<String> KINDS =
            List.of(
                    "4:13",
                    "4:16",
                    "4:19",
                    "51:16",
                    "55:16",
                    "2221:16",
                    "2720:16",
                    "34:15",
                    "37:15",
                    "300:14",
                    "3095:14",
                    "36:14",
                    "39:14",
                    "3528:16",
                    "3589:19",
                    "6011:16",
                    "649:17",
                    "65:18",
                    "62:16",
                    "622126:19",
                    "81:16");

    private static final List<String> TYPES =
            List.of("text/csv", "TEXT/CSV", "Text/csv;charset=utf-8", "text/CSV ; header=present");

    private static final Pattern DIGITS = Pattern.compile("[^0-9]");

    @TempDir Path data;
    private Program program;
    private final List<String> numbers = hundred();
    private final Set<String> said = new TreeSet<>();

    @BeforeEach
    void start() {
        program = Program.serving(data.resolve("data"), "--colophon.limits.strangers-per-second=0");
        Campus.at(program).student("s");
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void a_hundred_of_them_are_refused_in_every_field_and_leave_no_trace() throws IOException {
        var head = program.head();
        var softly = new SoftAssertions();
        int places = 0;
        for (var number : numbers) payment(softly, number);
        for (var field : fields()) inField(softly, field, numbers.get(places++ % numbers.size()));
        for (var number : numbers) besideTheBody(softly, number);
        for (var number : numbers) inFile(softly, number, TYPES.get(places++ % TYPES.size()));
        softly.assertAll();
        System.out.printf("Card numbers: %d in %d fields%n", numbers.size(), places);
        assertThat(places).isGreaterThan(100);
        program.stop();
        assertThat(LogFile.of(data.resolve("data")).head()).isEqualTo(head);
        assertNowhere(program.output(), "what it said");
        for (var answer : said) assertNowhere(answer, "an answer");
        try (var files = Files.walk(data)) {
            for (var file : files.filter(Files::isRegularFile).toList())
                assertNowhere(Files.readString(file, StandardCharsets.ISO_8859_1), "" + file);
        }
    }

    @Test
    void other_long_numbers_are_taken() {
        var body = Campus.paymentBody("p", "s", "1.00");
        for (var reference :
                List.of(
                        "4111111111111112",
                        "+49 30 12345678",
                        "978-3-16-148410-0",
                        "31234000123456"))
            program.made(
                    "/payments",
                    body.replace("\"p\"", "\"p" + reference.hashCode() + "\"")
                            .replace("{\"id\"", "{\"reference\":\"" + reference + "\",\"id\""));
    }

    private void payment(SoftAssertions softly, String number) {
        var body = Campus.paymentBody("p", "s", "1.00");
        refused(
                softly,
                program.post(
                        "/payments",
                        body.replace("{\"id\"", "{\"reference\":\"" + number + "\",\"id\"")),
                "/reference");
    }

    private record Field(String method, String path, String pointer) {}

    /** Every text in every body of the API's description, as {@code /a/b}. */
    private List<Field> fields() {
        var api = program.send(program.request("/v3/api-docs").build()).json();
        var fields = new ArrayList<Field>();
        for (var path : api.get("paths").properties())
            for (var call : path.getValue().properties()) {
                var schema = call.getValue().at("/requestBody/content/application~1json/schema");
                if (schema.isMissingNode()) continue;
                for (var pointer : texts(api, schema, 3))
                    fields.add(new Field(call.getKey(), path.getKey(), pointer));
            }
        return fields;
    }

    private static List<String> texts(JsonNode api, JsonNode schema, int depth) {
        var reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) return texts(api, api.at(reference.substring(1)), depth);
        var found = new ArrayList<String>();
        if (schema.path("type").asString("").equals("string")) found.add("");
        if (depth > 0)
            for (var property : schema.path("properties").properties())
                for (var rest : texts(api, property.getValue(), depth - 1))
                    found.add("/" + property.getKey() + rest);
        return found;
    }

    private void inField(SoftAssertions softly, Field field, String number) {
        var body = "\"" + number + "\"";
        var names = field.pointer.substring(1).split("/");
        for (int n = names.length - 1; n >= 0; n--) body = "{\"" + names[n] + "\":" + body + "}";
        var request =
                program.request(field.path.replaceAll("\\{[^}]*}", "s"))
                        .header("Content-Type", "application/json");
        var upper = field.method.toUpperCase(Locale.ROOT);
        var answer = program.send(request.method(upper, BodyPublishers.ofString(body)).build());
        refused(softly, answer, field.pointer);
    }

    private void besideTheBody(SoftAssertions softly, String number) {
        var digits = DIGITS.matcher(number).replaceAll("");
        var student = Campus.studentBody("t");
        refused(softly, program.post("/students", student, digits), "Idempotency-Key");
        refused(softly, program.post("/students", student, number.replace(' ', '-')), "-Key");
        for (var header : List.of("Interest", "On-Behalf-Of"))
            refused(softly, program.get("/students", Map.of(header, number)), header);
        var escaped = new StringBuilder();
        digits.chars().forEach(digit -> escaped.append("\\u%04x".formatted(digit)));
        refused(softly, program.post("/students", "{\"" + escaped + "\":1}"), "whose name");
        refused(softly, program.post("/students", "{\"id\":" + digits + "}"), "/id");
        refused(softly, program.get("/students/" + encoded(number) + "/status"), "students/*");
        // a path in another spelling is refused for that reason, and is not repeated either
        var spelled = program.get("/students/" + allEncoded(number) + "/status");
        softly.assertThat(spelled.outcome()).isEqualTo("400 invalid-request");
        softly.assertThat(spelled.text()).doesNotContain("%3");
        said.add(spelled.text());
        for (var encoded : List.of(encoded(number), allEncoded(number))) {
            refused(softly, program.get("/students?name=" + encoded), "A parameter");
            refused(softly, program.get("/students?" + encoded + "=a"), "A parameter");
            for (var path : List.of("/sign-in", "/set-up", "/oauth2/token", "/account/password"))
                refused(softly, form(path, "name=a%20b&other=" + encoded + "&c=d"), "the form");
        }
    }

    private void inFile(SoftAssertions softly, String number, String type) {
        var rows = "id,givenName,familyName\na,Ada,Winter\nb,\"Ben " + number + "\",Orchard\n";
        for (var dry : List.of("", "&dryRun=true"))
            refused(
                    softly,
                    program.send(
                            program.request("/api/v1/imports?kind=students" + dry)
                                    .header("Content-Type", type)
                                    .POST(BodyPublishers.ofString(rows))
                                    .build()),
                    "Line 3");
    }

    private Answer form(String path, String fields) {
        var request = path.startsWith("/account") ? program.request(path) : program.anonymous(path);
        return program.send(
                request.header("Content-Type", "Application/X-WWW-Form-Urlencoded")
                        .POST(BodyPublishers.ofString(fields))
                        .build());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String allEncoded(String text) {
        var encoded = new StringBuilder();
        for (var one : text.getBytes(StandardCharsets.UTF_8))
            encoded.append("%%%02x".formatted(one));
        return encoded.toString();
    }

    private void refused(SoftAssertions softly, Answer answer, String place) {
        softly.assertThat(answer.outcome()).as(place).isEqualTo("400 card-number");
        softly.assertThat(answer.text()).contains(place, "write the last four digits");
        said.add(answer.text());
    }

    private void assertNowhere(String text, String where) {
        for (var number : numbers) {
            assertThat(text.contains(number)).as("%s in %s", number, where).isFalse();
            var digits = DIGITS.matcher(number).replaceAll("");
            assertThat(text.contains(digits)).as("%s in %s", digits, where).isFalse();
        }
    }

    /** A number of every issuer, in each length and each spelling. */
    private static List<String> hundred() {
        var random = new Random(7);
        var numbers = new ArrayList<String>();
        while (numbers.size() < 100)
            for (var kind : KINDS) {
                var parts = kind.split(":");
                int length = Integer.parseInt(parts[1]);
                var digits = new StringBuilder(parts[0]);
                while (digits.length() < length - 1) digits.append(random.nextInt(10));
                digits.append(check(digits));
                numbers.add(written(digits.toString(), numbers.size() % 5));
            }
        return numbers;
    }

    private static String written(String digits, int how) {
        var between = how == 1 || how == 3 ? " " : "-";
        if (how == 0) return digits;
        if (how <= 2 || digits.length() < 14 || digits.length() > 15)
            return digits.replaceAll("(.{4})(?=.)", "$1" + between);
        return digits.substring(0, 4)
                + between
                + digits.substring(4, 10)
                + between
                + digits.substring(10);
    }

    private static int check(CharSequence digits) {
        int sum = 0;
        boolean doubled = true;
        for (int n = digits.length() - 1; n >= 0; n--, doubled = !doubled) {
            int value = (digits.charAt(n) - '0') * (doubled ? 2 : 1);
            sum += value / 10 + value % 10;
        }
        return (10 - sum % 10) % 10;
    }
}
