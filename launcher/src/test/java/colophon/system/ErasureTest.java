package colophon.system;

import static colophon.system.driver.Answer.quoted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.storage.mongo.NeedsMongoDb;
import colophon.system.driver.Answer;
import colophon.system.driver.Campus;
import colophon.system.driver.Issuer;
import colophon.system.driver.PlantedValues;
import colophon.system.driver.Program;
import colophon.system.driver.SharedProcesses;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;

import org.bson.RawBsonDocument;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An erased student can be found nowhere; all other students and all sums stay the same. */
class ErasureTest {

    private static final int PEOPLE = 4;

    /** Enough rows that the import still runs long after the erasure. */
    private static final int ROWS = 6_000;

    private static final String ERASED = "s0";
    private static final Duration SOON = Duration.ofMinutes(5);

    @TempDir Path parent;

    @Test
    void nothing_is_left_of_who_was_erased_and_no_backup_brings_them_back() throws Exception {
        var data = parent.resolve("data");
        var backup = parent.resolve("events.backup");
        var keys = parent.resolve("keys.backup");
        var planted = PlantedValues.of(IntStream.range(0, 20).mapToObj(n -> value(0, n)).toList());
        var key = new byte[0];
        Map<String, String> before;
        String credential;
        try (var program = serving(data)) {
            before = lives(program);
            credential = program.get("/students/s0/export").at("/held/credentials/0/id");
            assertThat(program.get("/students/s0").at("/familyName")).isEqualTo(value(0, 1));
            key = keyOf(data, ERASED);
            assertThat(PlantedValues.of(key).in(data)).isNotEmpty();
            assertDone(job("backup", data, backup + "", "--keys", keys + ""), "events.backup");
            assertThat(program.made("/students/s0/erasure", REASON).at("/status"))
                    .isEqualTo("requested");
            assertThat(program.post("/students/s0/erasure/confirmation", "").outcome())
                    .as("the account that asked cannot confirm")
                    .contains("second-administrator-needed");
            var importId = importing(program);
            assertThat(planted.in(data)).as("while it is imported").isNotEmpty();

            assertThat(confirmed(program).at("/status")).isEqualTo("erased");

            assertThat(planted.in(data)).isEmpty();
            assertThat(program.get("/imports/" + importId).at("/status"))
                    .as("the import still has rows: its file was there and contained no name")
                    .isEqualTo("running");
            assertThat(PlantedValues.of(List.of(other(ROWS - 1))).in(data)).isNotEmpty();
            assertThat(PlantedValues.of(key).in(data)).isEmpty();
            assertForgotten(program);
            await().atMost(Duration.ofMinutes(10))
                    .pollInterval(Duration.ofMillis(200))
                    .until(
                            () ->
                                    !program.get("/imports/" + importId)
                                            .at("/status")
                                            .equals("running"));
            assertThat(program.get("/imports/" + importId).text()).contains("\"refused\":1,");
            assertUnchanged(program, before);
            assertThat(program.get("/credentials/" + credential).at("/status")).isEqualTo("valid");
            program.stop();
            assertThat(planted.in(program.output().getBytes(UTF_8))).isEmpty();
        }
        assertThat(planted.in(data)).isEmpty();
        assertThat(PlantedValues.of(key).in(data)).isEmpty();
        assertDone(job("verify-log", data), "commits");

        // a crash between the commit and the destruction of the key, or keys restored by hand
        Files.copy(keys, data.resolve("keys.db"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(PlantedValues.of(key).in(data)).isNotEmpty();
        try (var program = serving(data)) {
            assertForgotten(program);
            assertThat(PlantedValues.of(key).in(data)).isEmpty();
            assertUnchanged(program, before);
        }

        // the log is from before the erasure, too
        var careless = parent.resolve("careless");
        assertDone(job("restore", careless, backup + "", "--keys", keys + ""), "0 students");
        var restored = parent.resolve("restored");
        var list = data.resolve("erasures.list");
        assertDone(
                job("restore", restored, backup + "", "--keys", keys + "", "--erasures", list + ""),
                "1 students are erased");
        assertThat(PlantedValues.of(key).in(restored)).isEmpty();
        try (var program = serving(restored)) {
            assertForgotten(program);
            assertUnchanged(program, before);
        }
        // without the list the student would come back, which proves that the checks above can fail
        try (var program = serving(careless)) {
            assertThat(program.get("/students/s0").at("/familyName")).isEqualTo(value(0, 1));
        }
        System.out.printf(
                "Erasure: %d planted values of one student and their key, in no file%n",
                planted.size());
    }

    @Test
    @NeedsMongoDb
    void on_a_server_every_process_forgets_and_no_database_holds_anything() throws Exception {
        var planted = PlantedValues.of(IntStream.range(0, 20).mapToObj(n -> value(0, n)).toList());
        try (var shared = SharedProcesses.start();
                var client = MongoClients.create(shared.uri())) {
            var name = String.valueOf(new ConnectionString(shared.uri()).getDatabase());
            var databases =
                    List.of(
                            client.getDatabase(name),
                            client.getDatabase(name + "_keys"),
                            client.getDatabase(name + "_erasures"));
            var before = lives(shared.command(0), shared.query(0));
            assertThat(shared.query(1).get("/students/s0").at("/familyName"))
                    .isEqualTo(value(0, 1));
            var stored = databases.get(1).getCollection("keys").find().into(new ArrayList<>());
            var key =
                    stored.stream()
                            .filter(one -> ERASED.equals(one.get("_id")))
                            .map(one -> one.get("k", Binary.class).getData())
                            .findFirst()
                            .orElseThrow();
            assertThat(found(databases, PlantedValues.of(key))).isNotEmpty();
            shared.command(0).made("/students/s0/erasure", REASON);
            var erased = confirmed(shared.command(1));
            await().atMost(SOON)
                    .pollInterval(Duration.ofMillis(200))
                    .untilAsserted(
                            () -> {
                                for (int n = 0; n < 2; n++) {
                                    assertForgotten(shared.query(n), shared.command(n));
                                }
                                assertThat(found(databases, PlantedValues.of(key))).isEmpty();
                            });
            assertThat(found(databases, planted)).isEmpty();
            assertThat(databases.get(2).getCollection("erasures").find().first())
                    .containsEntry("_id", ERASED);
            shared.query(0).get("/students?after=" + erased.position());
            assertUnchanged(shared.query(0), before);
            assertDone(Program.run("verify-log", "--from", shared.uri()), "commits");
            for (int n = 0; n < 2; n++)
                for (var program : List.of(shared.command(n), shared.query(n)))
                    assertThat(planted.in(program.output().getBytes(UTF_8))).isEmpty();
        }
    }

    private static final String REASON = quoted("{'reason':'asked by letter'}");

    private static Program serving(Path data) {
        return Program.serving(data, Issuer.SHARED.option());
    }

    /** Everything that students do, refusals included. Gives the answers that must not change. */
    private static Map<String, String> lives(Program program) {
        return lives(program, program);
    }

    private static Map<String, String> lives(Program commands, Program queries) {
        var campus = Campus.at(commands);
        campus.offering("o", 100);
        campus.fund("f", "100000.00");
        commands.made(
                "/programs/p/certificates",
                quoted(
                        "{'id':'cert','title':'Certificate','requirement':{'courses':{'count':1,"
                                + "'of':'program'}}}"));
        for (int n = 0; n < PEOPLE; n++) live(commands, queries, n);
        var before = new LinkedHashMap<String, String>();
        var position = commands.made("/funds/f/contributions", contribution()).position();
        queries.get("/students?after=" + position);
        for (var path : unchanged()) before.put(path, comparable(queries.get(path)));
        return before;
    }

    private static String contribution() {
        return quoted("{'amount':%s}", Campus.usd("1.00"));
    }

    private static void live(Program program, Program queries, int n) {
        var id = "s" + n;
        var student =
                quoted(
                        "{'id':'%s','givenName':'%s','familyName':'%s','email':'%s@%s.example'}",
                        id, value(n, 0), value(n, 1), value(n, 2), value(n, 3));
        assertThat(program.post("/students", student, "student-" + n).status()).isEqualTo(201);
        assertThat(program.post("/students", student, value(n, 4)).status()).isEqualTo(200);
        var other =
                quoted(
                        "{'id':'%s','givenName':'%s','familyName':'%s','email':'%s@x.example'}",
                        id, value(n, 5), value(n, 6), value(n, 7));
        assertThat(program.post("/students", other, "other-" + n).status()).isEqualTo(409);
        for (var broken :
                List.of(
                        quoted("{'givenName':'%s','familyName':17}", value(n, 8)),
                        quoted("{'givenName':'Ada','familyName':'A','email':'%s'}", value(n, 9)),
                        quoted("{'givenName':'Ada','%s':'A'}", value(n, 10)),
                        quoted("{'givenName':'%s'", value(n, 11))))
            assertThat(program.post("/students", broken, "broken-" + n).status()).isEqualTo(400);
        queries.get("/students?name=" + value(n, 0));
        queries.get("/students?email=" + value(n, 2) + "@" + value(n, 3) + ".example");
        assertThat(queries.get("/students/" + value(n, 12)).status()).isEqualTo(404);
        assertThat(queries.get("/students?cursor=" + value(n, 13)).status()).isEqualTo(400);
        assertThat(queries.get("/students?limit=" + value(n, 14)).status()).isEqualTo(400);
        // a file without a header: the refusal repeats the first row, and its key stores nothing
        var headless =
                program.request("/api/v1/imports?kind=students")
                        .header("Content-Type", "text/csv")
                        .header("Idempotency-Key", "headless-" + n)
                        .POST(BodyPublishers.ofString(value(n, 15) + ",Wost\nA,B\n"));
        assertThat(program.send(headless.build()).text()).contains(value(n, 15));
        var position =
                program.made("/students/" + id + "/candidacies", quoted("{'certificateId':'cert'}"))
                        .position();
        program.made("/enrollments", Campus.enrollmentBody("e" + n, id, "o"));
        program.made("/enrollments/e" + n + "/completion", quoted("{'outcome':'completed'}"));
        program.made("/payments", Campus.paymentBody("p" + n, id, "80.00"));
        program.made("/payments/p" + n + "/refunds", Campus.refundBody("r" + n, "10.00"));
        program.made("/awards", Campus.awardBody("a" + n, "f", id, "10.00"));
        program.made("/expenses", Campus.expenseBody("x" + n, id, "9.99"));
        for (var accept : List.of("application/json", "text/csv"))
            queries.get("/students?after=" + position, Map.of("Accept", accept));
        queries.get("/students/" + id + "/export?after=" + position);
    }

    /** Their row is the last of many, with values of its own. So is a row of a dry run. */
    private static String importing(Program program) {
        var rows =
                IntStream.range(0, ROWS)
                        .mapToObj(n -> "i" + n + ",Ida," + other(n) + ",\n")
                        .collect(Collectors.joining());
        var theirs = "s0,%s,%s,%s@x.example\n".formatted(value(0, 16), value(0, 17), value(0, 18));
        var header = "id,givenName,familyName,email\n";
        var rehearsed =
                sent(
                        program,
                        "?kind=students&dryRun=true",
                        header + "s0," + value(0, 19) + ",Wost,\n");
        assertThat(rehearsed.status()).as(rehearsed.text()).isEqualTo(202);
        var answer = sent(program, "?kind=students", header + rows + theirs);
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return answer.at("/id");
    }

    private static Answer sent(Program program, String query, String rows) {
        return program.send(
                program.request("/api/v1/imports" + query)
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofString(rows))
                        .build());
    }

    private static Answer confirmed(Program program) {
        var second =
                Issuer.SHARED.signed(
                        Issuer.SHARED.claims("second-administrator", "administrator").build());
        var answer =
                program.send(
                        program.anonymous("/api/v1/students/s0/erasure/confirmation")
                                .header("Authorization", "Bearer " + second)
                                .POST(BodyPublishers.noBody())
                                .build());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private static void assertForgotten(Program program) {
        assertForgotten(program, program);
    }

    private static void assertForgotten(Program queries, Program commands) {
        var answers =
                List.of(
                        queries.get("/students/s0"),
                        queries.get("/students/s0/status"),
                        queries.get("/students/s0/export"),
                        queries.get("/students?limit=200"),
                        queries.get("/offerings/o/roster"),
                        queries.get("/funds/f/statement"),
                        queries.get("/certificates/cert/candidates"),
                        queries.get("/history?subject=student:s0"));
        var all = PlantedValues.of(IntStream.range(0, 20).mapToObj(n -> value(0, n)).toList());
        for (var answer : answers) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(all.in(answer.bytes())).isEmpty();
        }
        assertThat(queries.get("/students?name=" + value(0, 1)).at("/items/0/id")).isEmpty();
        var again = quoted("{'id':'s0','givenName':'%s','familyName':'Wost'}", value(0, 0));
        assertThat(commands.post("/students", again).outcome()).contains("student-erased");
    }

    /**
     * The answers about the other students, byte for byte; and those about the erased ones, without
     * the names.
     */
    private static List<String> unchanged() {
        var paths = new ArrayList<String>();
        for (int n = 0; n < PEOPLE; n++)
            for (var question :
                    List.of("", "/status", "/statement", "/explanation?field=balanceDue"))
                paths.add("/students/s" + n + question);
        for (int n = 1; n < PEOPLE; n++) paths.add("/history?subject=student:s" + n);
        paths.addAll(
                List.of(
                        "/offerings/o",
                        "/offerings/o/roster",
                        "/funds/f",
                        "/funds/f/statement",
                        "/programs/p/overview",
                        "/payments",
                        "/certificates/cert/candidates"));
        return paths;
    }

    private static void assertUnchanged(Program program, Map<String, String> before) {
        before.forEach(
                (path, answer) ->
                        assertThat(comparable(program.get(path))).as(path).isEqualTo(answer));
    }

    private static String comparable(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        // an answer leaves out missing fields, and so the names of an erased student
        var name = "\"(givenName|familyName|email)\":\"Qzx" + word(0) + "vorb[^\"]*\",?";
        return answer.text().replaceAll(name, "").replace(",}", "}");
    }

    /**
     * None of them occurs by chance. They have only letters, so that an address can contain them.
     */
    private static String value(int student, int n) {
        return "Qzx" + word(student) + "vorb" + word(n) + "wyk";
    }

    private static String other(int n) {
        return "Yply" + word(n) + "thrung";
    }

    private static String word(int n) {
        return Integer.toString(n + 1000, 20)
                .chars()
                .mapToObj(c -> String.valueOf((char) (c < 'a' ? 'k' + c - '0' : c)))
                .collect(Collectors.joining());
    }

    private static byte[] keyOf(Path data, String student) throws SQLException {
        try (var connection =
                        DriverManager.getConnection("jdbc:sqlite:" + data.resolve("keys.db"));
                var query = connection.prepareStatement("SELECT key FROM keys WHERE student = ?")) {
            query.setString(1, student);
            return query.executeQuery().getBytes(1);
        }
    }

    private static List<String> found(List<MongoDatabase> databases, PlantedValues traces) {
        var found = new ArrayList<String>();
        for (var database : databases)
            for (var collection : database.listCollectionNames())
                for (var document :
                        database.getCollection(collection, RawBsonDocument.class).find())
                    for (var value : traces.in(bytes(document)))
                        found.add(value + " in " + collection);
        return found;
    }

    private static byte[] bytes(RawBsonDocument document) {
        var buffer = document.getByteBuffer();
        var all = new byte[buffer.remaining()];
        buffer.get(all);
        return all;
    }

    private static Program.Ended job(String name, Path data, String... more) {
        var arguments = new ArrayList<>(List.of(name, "--colophon.data-dir=" + data));
        arguments.addAll(Arrays.asList(more));
        return Program.run(arguments.toArray(String[]::new));
    }

    private static void assertDone(Program.Ended ended, String says) {
        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output()).contains(says);
    }
}
