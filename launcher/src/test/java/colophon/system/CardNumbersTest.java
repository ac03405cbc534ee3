package colophon.system;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.system.driver.Answer;
import colophon.system.driver.Campus;
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
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A number of a card is refused wherever it is written, and is nowhere afterwards. */
class CardNumbersTest {

    private static final List<String> BEGINNINGS =
            List.of("4", "51", "55", "2221", "34", "37", "36", "38", "3528", "6011", "65", "62");
    private static final Pattern DIGITS = Pattern.compile("[^0-9]");

    @TempDir Path data;
    private Program program;
    private final List<String> numbers = hundred();
    private final Set<String> said = new TreeSet<>();

    @BeforeEach
    void start() {
        program = Program.serving(data.resolve("data"));
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
        softly.assertAll();
        System.out.printf("Card numbers: %d in %d fields%n", numbers.size(), places);
        assertThat(places).isGreaterThan(100);
        assertThat(program.head()).isEqualTo(head);
        program.stop();
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
        for (var reference : List.of("4111111111111112", "+49 30 12345678", "978-3-16-148410-0"))
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

    /** Every text in every body that the API's own description knows, as {@code /a/b}. */
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
        var escaped = new StringBuilder();
        digits.chars().forEach(digit -> escaped.append("\\u%04x".formatted(digit)));
        refused(softly, program.post("/students", "{\"" + escaped + "\":1}"), "whose name");
        refused(softly, program.post("/students", "{\"id\":" + digits + "}"), "/id");
        var encoded = URLEncoder.encode(number, StandardCharsets.UTF_8).replace("+", "%20");
        refused(softly, program.get("/students/" + encoded + "/status"), "/api/v1/students/*");
        refused(softly, program.get("/students?name=" + encoded), "A parameter");
        var rows = "id,givenName,familyName\na,Ada,Winter\nb,\"Ben " + number + "\",Orchard\n";
        for (var dry : List.of("", "&dryRun=true"))
            refused(
                    softly,
                    program.send(
                            program.request("/api/v1/imports?kind=students" + dry)
                                    .header("Content-Type", "text/csv")
                                    .POST(BodyPublishers.ofString(rows))
                                    .build()),
                    "Line 3");
    }

    private void refused(SoftAssertions softly, Answer answer, String place) {
        softly.assertThat(answer.outcome()).as(place).isEqualTo("400 card-number");
        softly.assertThat(answer.text()).contains(place);
        said.add(answer.text());
    }

    private void assertNowhere(String text, String where) {
        for (var number : numbers) {
            assertThat(text.contains(number)).as("%s in %s", number, where).isFalse();
            var digits = DIGITS.matcher(number).replaceAll("");
            assertThat(text.contains(digits)).as("%s in %s", digits, where).isFalse();
        }
    }

    private static List<String> hundred() {
        var random = new Random(7);
        var numbers = new ArrayList<String>();
        while (numbers.size() < 100) {
            int length = 13 + numbers.size() % 7;
            var digits = new StringBuilder(BEGINNINGS.get(numbers.size() % BEGINNINGS.size()));
            while (digits.length() < length - 1) digits.append(random.nextInt(10));
            digits.append(check(digits));
            numbers.add(written(digits.toString(), numbers.size() % 4));
        }
        return numbers;
    }

    private static String written(String digits, int how) {
        return switch (how) {
            case 0 -> digits;
            case 1 -> digits.replaceAll("(.{4})(?=.)", "$1 ");
            case 2 -> digits.replaceAll("(.{4})(?=.)", "$1-");
            default ->
                    digits.substring(0, 4)
                            + " "
                            + digits.substring(4, 10)
                            + "-"
                            + digits.substring(10);
        };
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
