package colophon.launcher.jobs;

import colophon.launcher.jobs.ServerClient.ServerReply;
import colophon.launcher.terminal.TerminalProgressBar;

import de.siegmar.fastcsv.writer.CsvWriter;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Sends a file of rows to a running server and reports on each row. It can also cancel or reverse
 * an import.
 */
@SuppressWarnings("UnusedVariable") // picocli reads the options
@Command(
        name = "import",
        description =
                "Sends a CSV file to a running server, which carries its rows out one by one, and"
                    + " reports the result of each row. Exits with 0 only if every row was accepted"
                    + " or had been done before. Sending the same file again changes nothing.",
        footer = {
            "",
            "  colophon import --kind students students.csv --dry-run",
            "  colophon import --kind payments payments.csv --report payments-report.csv",
            "  colophon import --cancel payments-5f0c --reason \"wrong file\"",
            "  colophon import --reverse payments-5f0c --reason \"wrong account\"",
            "",
            "The server continues an import if this command is stopped (Ctrl-C shows how to cancel",
            "it). --cancel stops it before its next row; rows that are done stay done. --reverse",
            "reverses them.",
            "",
            "Put id:secret of a client into the variable COLOPHON_CLIENT. The command then gets a",
            "token from the server, or from COLOPHON_TOKEN_URL. Or put a token into COLOPHON_TOKEN."
        })
final class ImportJob implements Callable<Integer> {

    /** The limit of the server, which would close the connection without an answer. */
    private static final long MOST_BYTES = 50L * 1024 * 1024;

    private static final Set<String> WORKING = Set.of("running", "reversing", "cancelling");
    private static final Set<String> OVER = Set.of("finished", "reversed");

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(200);

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "A CSV file in UTF-8.")
    private @Nullable Path file;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "students, enrollments, completions, payments or awards.")
    private @Nullable String kind;

    @Option(names = "--id", paramLabel = "ID", description = "A name for the import.")
    private @Nullable String id;

    @Option(names = "--dry-run", description = "Report what each row would do, and change nothing.")
    private boolean dryRun;

    @Option(
            names = "--reverse",
            paramLabel = "IMPORT_ID",
            description = "Reverse this import instead of sending a file.")
    private @Nullable String reverse;

    @Option(
            names = "--cancel",
            paramLabel = "IMPORT_ID",
            description = "Stop this import, or its reversal, before its next row.")
    private @Nullable String cancel;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Why the import is reversed or cancelled.")
    private @Nullable String reason;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write the result of each row to this new CSV file.")
    private @Nullable Path report;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The address of the server (default: http://localhost:8080).")
    private URI url = URI.create("http://localhost:8080");

    @Option(
            names = {"--help", "-h"},
            usageHelp = true,
            description = "This text.")
    private boolean help;

    @Override
    public Integer call() throws IOException {
        var server = new ServerClient(url);
        if (report != null && Files.exists(report)) return failed(report + " exists already");
        if (reverse != null && cancel == null && file == null) return reverse(server, reverse);
        if (cancel != null && reverse == null && file == null) return cancel(server, cancel);
        if (reverse != null || cancel != null || file == null || kind == null)
            throw new ParameterException(
                    spec.commandLine(),
                    "Give --kind and a FILE, or --reason with --reverse or --cancel.");
        if (!Files.isReadable(file)) return failed(file + " cannot be read");
        if (Files.size(file) > MOST_BYTES) return failed(file + " is larger than 50 MB");
        var query = "kind=" + kind + "&dryRun=" + dryRun + (id == null ? "" : "&id=" + id);
        var sent = server.send("/imports?" + query, file);
        if (!sent.accepted()) return failed(sent.problem());
        return followed(server, sent.text("id"), false);
    }

    private int reverse(ServerClient server, String importId) throws IOException {
        if (reason == null)
            throw new ParameterException(spec.commandLine(), "--reverse needs --reason.");
        var sent = server.send("/imports/" + importId + "/reversal", "reason", reason);
        if (!sent.accepted()) return failed(sent.problem());
        return followed(server, importId, true);
    }

    private int cancel(ServerClient server, String importId) throws IOException {
        if (reason == null)
            throw new ParameterException(spec.commandLine(), "--cancel needs --reason.");
        var sent = server.send("/imports/" + importId + "/cancellation", "reason", reason);
        if (!sent.accepted()) return failed(sent.problem());
        var state = watched(server, importId, false);
        if (!state.accepted()) return failed(state.problem());
        System.out.println(importId + " is " + state.text("status") + ". Its completed rows stay.");
        return 0;
    }

    private int followed(ServerClient server, String importId, boolean reversal)
            throws IOException {
        var state = watched(server, importId, reversal);
        if (!state.accepted()) return failed(state.problem());
        var status = state.text("status");
        if (status.equals("interrupted"))
            return failed("The server stopped during the import; send the file again to continue");
        if (!OVER.contains(status))
            System.err.println(
                    "The import is %s before its last row: %s"
                            .formatted(status, why(state.body(), reversal)));
        var rows = rows(server, importId);
        if (report != null) write(report, rows);
        var wrong = rows.stream().filter(row -> isWrong(row, reversal)).toList();
        wrong.stream().limit(report == null ? 20 : 3).forEach(ImportJob::print);
        if (wrong.size() > 20 && report == null)
            System.out.println("… and more; --report FILE writes all of them");
        return wrong.isEmpty() && OVER.contains(status) ? 0 : 1;
    }

    private static String why(JsonNode state, boolean reversal) {
        return text((reversal ? state.path("reversal") : state).path("cancellation"), "reason");
    }

    private static ServerReply watched(ServerClient server, String importId, boolean reversal)
            throws IOException {
        var goesOn =
                Thread.ofPlatform()
                        .unstarted(
                                () ->
                                        System.err.printf(
                                                "%nThe server continues it. To cancel it: colophon"
                                                        + " import --cancel %s --reason …%n",
                                                importId));
        Runtime.getRuntime().addShutdownHook(goesOn);
        try (var bar = new TerminalProgressBar(reversal ? "Reversal" : "Import")) {
            while (true) {
                var state = server.get("/imports/" + importId);
                if (!state.accepted()) return state;
                var of = state.body().path(reversal ? "reversal" : "rows");
                bar.at(of.path("done").asLong(0), of.path("total").asLong(0));
                var status = state.text("status");
                if (!WORKING.contains(status)) {
                    bar.done(said(importId, status, of, reversal));
                    return state;
                }
                pause();
            }
        } finally {
            withdraw(goesOn);
        }
    }

    private static void withdraw(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The request is already on its way, and this process is ending.
        }
    }

    private static String said(String importId, String status, JsonNode of, boolean reversal) {
        if (status.equals("interrupted")) return "";
        return reversal
                ? "%s: %d rows reversed, %d could not be reversed"
                        .formatted(
                                importId, of.path("reversed").asInt(0), of.path("refused").asInt(0))
                : "%s: %d rows accepted, %d had been done before, %d refused"
                        .formatted(
                                importId,
                                of.path("accepted").asInt(0),
                                of.path("repeated").asInt(0),
                                of.path("refused").asInt(0));
    }

    private static List<JsonNode> rows(ServerClient server, String importId) throws IOException {
        var rows = new ArrayList<JsonNode>();
        var cursor = "";
        while (true) {
            var page = server.get("/imports/" + importId + "/rows?limit=200" + cursor);
            page.body().path("items").forEach(rows::add);
            if (page.body().path("next").isMissingNode()) return rows;
            cursor = "&cursor=" + page.text("next");
        }
    }

    private static boolean isWrong(JsonNode row, boolean reversal) {
        var status = text(row, "status");
        if (!reversal) return status.equals("refused");
        return status.equals("accepted") && !text(row, "reversal").equals("reversed");
    }

    private static void print(JsonNode row) {
        System.out.printf(
                "line %d: %s %s%n",
                row.path("line").asInt(0),
                row.path("reversal").isMissingNode() ? text(row, "reason") : text(row, "reversal"),
                text(row, "detail"));
    }

    private static void write(Path report, List<JsonNode> rows) throws IOException {
        var columns = List.of("line", "status", "id", "reason", "detail", "reversal");
        try (var csv = CsvWriter.builder().build(report)) {
            csv.writeRecord(columns);
            for (var row : rows)
                csv.writeRecord(columns.stream().map(column -> text(row, column)).toList());
        }
    }

    private static String text(JsonNode row, String field) {
        return row.path(field).asString("");
    }

    private static int failed(String why) {
        System.err.println(why);
        return 1;
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_QUESTIONS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
