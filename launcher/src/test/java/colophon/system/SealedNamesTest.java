package colophon.system;

import static colophon.system.driver.Answer.quoted;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.system.driver.Campus;
import colophon.system.driver.Program;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A student's identity is readable nowhere: neither in the log nor in a stored answer. */
class SealedNamesTest {

    /** Planted names, none of which occurs by chance. */
    private static final List<String> GIVEN =
            List.of("Zxqorvian", "Þórgnýr", "Wlmqzhébé", "Хвѣкшаръ");

    private static final List<String> FAMILY =
            List.of("Quirblewost", "Ødegårdsvik", "Ypxthrung", "鑫龘麤");

    @TempDir Path parent;

    @Test
    void no_file_but_the_keys_and_no_line_of_output_holds_a_name_or_an_address() throws Exception {
        var data = parent.resolve("data");
        String output;
        var planted = planted();
        try (var program = Program.serving(data)) {
            var campus = Campus.at(program);
            campus.offering("o", 100);
            campus.fund("f", "100000.00");
            for (int n = 0; n < GIVEN.size(); n++) live(program, n);
            // while it runs, since the write-ahead log has data that is not yet in the file
            assertNothingIn(data, planted);
            assertThat(permissions(data)).isEqualTo("rwx------");
            assertThat(permissions(data.resolve("keys.db"))).isEqualTo("rw-------");
            assertThat(permissions(data.resolve("events.db"))).isEqualTo("rw-------");
            program.stop();
            output = program.output();
        }
        int files = assertNothingIn(data, planted);
        planted.forEach((value, _) -> assertThat(output).doesNotContain(value));
        System.out.printf(
                "Sealed names: %d values, each in %d forms, in none of %d files%n",
                planted.size(), planted.values().iterator().next().size(), files);
    }

    @Test
    void the_search_would_find_them() throws Exception {
        var file = parent.resolve("names.txt");
        for (var charset : List.of(UTF_8, UTF_16BE, UTF_16LE)) {
            Files.write(file, ("..." + GIVEN.get(1) + "...").getBytes(charset));
            assertThat(hits(file, planted())).isNotEmpty();
        }
    }

    /** Everything a student does, refusals included, with keys, so that the answers are stored. */
    private static void live(Program program, int n) {
        var id = "s" + n;
        var student =
                quoted(
                        "{'id':'%s','givenName':'%s','familyName':'%s','email':'%s'}",
                        id, GIVEN.get(n), FAMILY.get(n), email(n));
        assertThat(program.post("/students", student, "student-" + n).status()).isEqualTo(201);
        assertThat(program.post("/students", student, "student-" + n).status()).isEqualTo(201);
        assertThat(program.post("/students", student, "again-" + n).status()).isEqualTo(200);
        var other = student.replace(GIVEN.get(n), GIVEN.get(n) + "x");
        assertThat(program.post("/students", other, "other-" + n).status()).isEqualTo(409);
        var broken = student.replace("\"email\":\"", "\"email\":\"not an address ");
        assertThat(program.post("/students", broken, "broken-" + n).status()).isEqualTo(400);
        assertThat(program.post("/students", student + "x").status()).isEqualTo(400);
        program.made("/enrollments", Campus.enrollmentBody("e" + n, id, "o"));
        program.made("/enrollments/e" + n + "/completion", quoted("{'outcome':'completed'}"));
        program.made("/payments", Campus.paymentBody("p" + n, id, "80.00"));
        program.made("/payments/p" + n + "/refunds", Campus.refundBody("r" + n, "10.00"));
        program.made("/awards", Campus.awardBody("a" + n, "f", id, "10.00"));
        var expense = program.made("/expenses", Campus.expenseBody("x" + n, id, "9.99"));
        var status = program.get("/students/" + id + "/status?after=" + expense.position());
        assertThat(status.at("/familyName")).as("readable by staff").isEqualTo(FAMILY.get(n));
    }

    private static String email(int n) {
        return "vqzmail" + n + "@kvzzt.example";
    }

    /** Each value in every form in which it might be written. */
    private static Map<String, List<byte[]>> planted() {
        var values =
                Stream.concat(
                                Stream.concat(GIVEN.stream(), FAMILY.stream()),
                                Stream.of("vqzmail", "kvzzt"))
                        .toList();
        Map<String, List<byte[]>> forms = new HashMap<>();
        for (var value : values) {
            var written = new ArrayList<byte[]>();
            for (Charset charset : List.of(UTF_8, UTF_16BE, UTF_16LE))
                written.add(value.getBytes(charset));
            written.add(escaped(value).getBytes(UTF_8));
            written.add(Base64.getEncoder().withoutPadding().encode(value.getBytes(UTF_8)));
            forms.put(value, written);
        }
        return forms;
    }

    private static String escaped(String value) {
        var json = new StringBuilder();
        for (var c : value.toCharArray())
            json.append(c < 128 ? String.valueOf(c) : "\\u%04x".formatted((int) c));
        return json.toString();
    }

    private static int assertNothingIn(Path data, Map<String, List<byte[]>> planted)
            throws IOException {
        try (var all = Files.walk(data)) {
            var files =
                    all.filter(Files::isRegularFile)
                            .filter(file -> !file.getFileName().toString().startsWith("keys.db"))
                            .toList();
            assertThat(files).isNotEmpty();
            for (var file : files) assertThat(hits(file, planted)).as("in %s", file).isEmpty();
            return files.size();
        }
    }

    private static List<String> hits(Path file, Map<String, List<byte[]>> planted)
            throws IOException {
        // one character a byte, so that a search for text is a search for bytes
        var bytes = new String(Files.readAllBytes(file), ISO_8859_1);
        return planted.entrySet().stream()
                .filter(
                        value ->
                                value.getValue().stream()
                                        .anyMatch(
                                                form ->
                                                        bytes.contains(
                                                                new String(form, ISO_8859_1))))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
