package colophon.system;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.system.driver.Answer;
import colophon.system.driver.Program;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The first five minutes, as the README describes them. */
class WalkThroughTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern PART =
            Pattern.compile("(?s)<!-- walk-through -->(.*?)<!-- /walk-through -->");
    private static final Pattern BLOCK = Pattern.compile("(?s)```bash\n(.*?)```");

    private static final List<String> MONEY_FIELDS =
            List.of(
                    "grossTuition",
                    "fees",
                    "awardsApplied",
                    "netTuition",
                    "paymentsReceived",
                    "refundsPaid",
                    "creditBalance",
                    "anticipatedAid",
                    "indirectCosts",
                    "outOfPocketToDate",
                    "outOfPocketCommitted",
                    "outOfPocketToCertificate");

    @TempDir Path parent;

    @Test
    void the_demonstration_has_what_it_says_and_the_walk_through_gives_the_figures_it_says()
            throws Exception {
        try (var program =
                Program.start(
                        List.of(
                                "demo",
                                "--server.port=0",
                                "--colophon.data-dir=" + parent.resolve("data")))) {
            program.awaitReady();
            assertDemonstration(program);
            var printed = run(program.address(), Map.of("COLOPHON_CLIENT", Program.CLIENT));
            var statuses = printed.stream().filter(json -> json.has("accounts")).toList();
            assertThat(statuses).hasSize(2);
            assertAda(statuses.get(0));
            assertBen(statuses.get(1));
        }
    }

    private static void assertDemonstration(Program program) {
        assertThat(items(program, "/institutions"))
                .extracting(item -> item.get("id").asString())
                .containsExactlyInAnyOrder("rbs", "calrbs", "sjsu", "arizona");
        var students = items(program, "/students");
        assertThat(students).hasSize(200);
        assertThat(items(program, "/dead-letters")).isEmpty();
        int accounts = 0;
        for (var student : students.subList(0, 20)) {
            var status = program.get("/students/" + student.get("id").asString() + "/status");
            assertThat(status.status()).isEqualTo(200);
            for (var account : status.json().get("accounts")) {
                assertEveryFigure(account);
                accounts++;
            }
        }
        assertThat(accounts).isPositive();
    }

    private static void assertEveryFigure(JsonNode account) {
        for (var field : MONEY_FIELDS) assertMoney(account, "/" + field);
        for (var part : List.of("total", "dueNow", "pastDue", "future"))
            assertMoney(account, "/balanceDue/" + part);
    }

    private static void assertMoney(JsonNode account, String at) {
        assertThat(account.at(at + "/amount").asString(""))
                .as("%s of %s", at, account)
                .matches("[0-9]+[.][0-9]{2}");
        assertThat(account.at(at + "/currency").asString("")).isEqualTo("USD");
    }

    /** California Rare Book School: five courses at 1,200, one on a scholarship. */
    static void assertAda(JsonNode status) {
        assertThat(status.at("/certificates/0/status").asString()).isEqualTo("conferred");
        assertThat(status.at("/certificates/0/completed").asInt()).isEqualTo(5);
        assertThat(status.at("/certificates/0/required").asInt()).isEqualTo(5);
        assertFigure(status, "grossTuition", "6000.00");
        assertFigure(status, "awardsApplied", "1200.00");
        assertFigure(status, "netTuition", "4800.00");
        assertFigure(status, "balanceDue/total", "1200.00");
        assertFigure(status, "indirectCosts", "900.00");
        assertFigure(status, "outOfPocketToDate", "4500.00");
        assertFigure(status, "outOfPocketCommitted", "5700.00");
    }

    /** Rare Book School: five courses at 1,395, one on a scholarship. */
    static void assertBen(JsonNode status) {
        assertFigure(status, "grossTuition", "6975.00");
        assertFigure(status, "netTuition", "5580.00");
        assertFigure(status, "balanceDue/total", "5580.00");
        assertFigure(status, "indirectCosts", "900.00");
        assertFigure(status, "outOfPocketToDate", "900.00");
        assertFigure(status, "outOfPocketCommitted", "6480.00");
    }

    private static void assertFigure(JsonNode status, String field, String amount) {
        assertThat(status.at("/accounts/0/" + field + "/amount").asString(""))
                .as("%s of %s", field, status)
                .isEqualTo(amount);
    }

    /** The output of the code blocks, line by line; the variables hold the credentials. */
    static List<JsonNode> run(String address, Map<String, String> variables)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder("bash", "-eu", "-o", "pipefail", "-c", script());
        builder.environment().put("COLOPHON", address);
        builder.environment().putAll(variables);
        var errors = Files.createTempFile("walk", ".err");
        builder.redirectError(errors.toFile());
        var shell = builder.start();
        List<JsonNode> printed = new ArrayList<>();
        try (var lines = shell.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine())
                if (!line.isBlank()) printed.add(JSON.readTree(line));
        }
        assertThat(shell.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(shell.exitValue()).as("%s%n%s", Files.readString(errors), printed).isZero();
        return printed;
    }

    private static String script() throws IOException {
        var part = PART.matcher(Files.readString(Program.root().resolve("README.md")));
        assertThat(part.find()).as("README.md has the markers of the walk-through").isTrue();
        var blocks = BLOCK.matcher(part.group(1));
        var script =
                blocks.results().map(block -> block.group(1)).collect(Collectors.joining("\n"));
        assertThat(script).isNotBlank();
        return script;
    }

    private static List<JsonNode> items(Program program, String list) {
        var items = new ArrayList<JsonNode>();
        Answer page = program.get(list + "?limit=200");
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        page.json().get("items").forEach(items::add);
        assertThat(page.at("/next")).isEmpty();
        return items;
    }
}
